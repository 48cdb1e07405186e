import { localDateOf } from '../../../shared/kernel/instants.ts';
import type { Appointment } from './appointment-row.ts';

/** Whether a booking can still be taken back as if it had not been: it is of today, and nothing has followed. */
export function isSlip({ bookedAt, status }: Appointment, now: string): boolean {
  return status === 'booked' && localDateOf(bookedAt) === localDateOf(now);
}
