/** What a ticket's person speaks, understands and reads. */
export interface TicketLanguages {
  spoken: string;
  understood: string;
  read: string;
}

/**
 * In which languages a call is spoken, in this order: the ticket's own first, then German. A repeated call also in
 * what the person understands and reads, and the last one in every language of the office: whoever said "Arabic" at
 * the door because it was asked in a hurry may hear Kurmanji better.
 *
 * @param repetition 0 for the first call
 * @param office the languages that it offers, in its order, and how often it repeats a call before somebody is missed
 */
export function announcementLanguages(
  ticket: TicketLanguages,
  repetition: number,
  office: { languages: readonly string[]; repeats: number },
): string[] {
  const first = [ticket.spoken, 'de'];
  if (repetition === 0) return [...new Set(first)];
  const second = [...first, ticket.understood, ticket.read];
  const isLast = repetition >= Math.max(1, office.repeats);
  return [...new Set(isLast ? [...second, ...office.languages] : second)];
}
