let listener: () => void = () => {};

/** Sets what happens when an answer says that nobody is signed in on this line any more. */
export function onSignedOut(then: () => void): void {
  listener = then;
}

/** To be called for an UNAUTHENTICATED fault, wherever it comes up. */
export function tellSignedOut(): void {
  listener();
}
