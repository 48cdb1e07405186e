import type { AppointmentView } from '../../shared/appointments/appointment-view.ts';

/** Who is still expected, by time: booked, not in the line yet, and no time that is only kept free. */
export function expectedToday(appointments: readonly AppointmentView[]): AppointmentView[] {
  return appointments
    .filter(({ status, kind, ticketId }) => status === 'booked' && kind !== 'blocked' && ticketId === null)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
}
