import { z } from 'zod';
import { run, type Tx } from '../database/handles.ts';
import { getAppointment } from './appointment-row.ts';
import { setStatus, touched } from './change-appointment.ts';
import { statusNow } from './status-now.ts';

/**
 * Lets go of the ticket that an appointment led to, where the talk belongs to nobody from now on: the appointment was kept,
 * and what was talked about is no longer found from it.
 */
export function releaseAppointment(tx: Tx, ticketId: string): void {
  const found = tx.statement('SELECT id FROM appointment WHERE ticket_id = ?').pluck(true).get(ticketId);
  if (found === undefined) return;
  const appointment = getAppointment(tx, z.string().parse(found));
  const kept = ['booked', 'arrived', 'seen'].includes(statusNow(tx, appointment));
  run(tx, 'UPDATE appointment SET ticket_id = NULL WHERE id = ?', appointment.id);
  // Nothing to take back: it would lead to the ticket again.
  if (kept && appointment.status !== 'seen') setStatus(tx, appointment, 'seen', null, null);
  touched(tx, { appointmentId: appointment.id, revision: appointment.revision }, ['status', 'ticket_id']);
}
