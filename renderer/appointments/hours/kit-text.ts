/** A list of what is packed as it is typed: a line for each thing. */
export function kitText(kit: readonly string[]): string {
  return kit.join('\n');
}

/** What was typed as a list; empty lines are none. */
export function kitOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
