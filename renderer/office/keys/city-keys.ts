/** The recipients that somebody pasted or loaded: one a line; comment lines of an age file are left out. */
export function recipientsOf(typed: string): string[] {
  return typed
    .split(/\s*\n\s*/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** A PEM as the office takes it: line feeds only, one at the end. */
export function pemOf(typed: string): string {
  const lines = typed.trim().split(/\s*\r?\n\s*/);
  return lines.join('\n') === '' ? '' : `${lines.join('\n')}\n`;
}
