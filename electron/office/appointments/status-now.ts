import type { AppointmentStatus } from '../../../shared/appointments/appointment.rules.ts';
import type { Db } from '../database/handles.ts';
import { ticketStanding } from '../queue/ticket-events.ts';
import type { Appointment } from './appointment-row.ts';

/**
 * Where an appointment stands: what was said of it, and what became of its ticket. A finished talk is `seen`, and an undone
 * finish takes that back by itself.
 */
export function statusNow(db: Db, appointment: Pick<Appointment, 'status' | 'ticketId'>): AppointmentStatus {
  const { status, ticketId } = appointment;
  if (ticketId === null || (status !== 'booked' && status !== 'arrived')) return status;
  const { state } = ticketStanding(db, ticketId);
  if (state === 'finished') return 'seen';
  if (state === 'serving') return 'arrived';
  return status;
}
