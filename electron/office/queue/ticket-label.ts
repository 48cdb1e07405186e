/** A ticket's number as people read it: with the office's letter before it, three digits. */
export function ticketLabel(letter: string, number: number): string {
  return `${letter}${letter ? ' ' : ''}${String(number).padStart(3, '0')}`;
}
