/** A short name to sign in with, from a display name: its first word in lower case. */
export function suggestedSignInName(displayName: string): string {
  return (displayName.trim().split(/\s+/)[0] ?? '').toLowerCase().slice(0, 40);
}
