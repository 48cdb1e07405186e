import { keptFor } from '../../access/kept-entry.ts';
import type { BookingDraft } from './booking-draft.ts';

const kept = keptFor<BookingDraft>();

/** Keeps what is half typed, in case the screen locks itself; null: it was booked or given up. */
export function keepBooking(draft: BookingDraft | null): void {
  kept.keep(draft);
}

/** What this person had half typed when the screen locked itself; null when there is nothing. */
export function keptBooking(): BookingDraft | null {
  return kept.take();
}
