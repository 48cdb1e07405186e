const forgetters = new Set<() => void>();

/** Registers what a screen's memory must drop when a session ends, so that the next person finds nothing of the last one. */
export function atSessionEnd(forget: () => void): void {
  forgetters.add(forget);
}

/** Runs everything that was registered by `atSessionEnd`. */
export function runSessionEnd(): void {
  for (const forget of forgetters) forget();
}
