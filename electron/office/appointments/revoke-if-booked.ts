import type { Who } from '../access/session.ts';
import type { Tx } from '../database/handles.ts';
import { getAppointment } from './appointment-row.ts';
import { settleAppointment } from './change-appointment.ts';
import { statusNow } from './status-now.ts';

/** Takes back what was booked by mistake, if it still stands. Throws NOT_FOUND for an appointment that was never there. */
export function revokeIfBooked(tx: Tx, appointmentId: string, who: Who): void {
  const appointment = getAppointment(tx, appointmentId);
  if (statusNow(tx, appointment) !== 'booked') return;
  settleAppointment(tx, { appointmentId, revision: appointment.revision }, 'revoked', who);
}
