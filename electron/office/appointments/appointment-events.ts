import { z } from 'zod';
import { APPOINTMENT_EVENTS, type AppointmentEventType } from '../../../shared/appointments/appointment.rules.ts';
import { jsonColumn } from '../database/columns.ts';
import { type Db, listRows, run, type Tx } from '../database/handles.ts';
import type { Appointment } from './appointment-row.ts';

/** Where an appointment stood before an event: enough to put it back. */
export const Before = z.strictObject({
  day: z.string(),
  from: z.string(),
  minutes: z.int(),
  place: z.string(),
  outpostId: z.string().nullable(),
  travelMinutes: z.int(),
  staffIds: z.array(z.string()),
  interpreterId: z.string().nullable(),
  status: z.string(),
  ticketId: z.string().nullable(),
});
export type Before = z.infer<typeof Before>;

const EventRow = z
  .strictObject({
    type: z.enum(APPOINTMENT_EVENTS),
    at: z.string(),
    staff_id: z.string().nullable(),
    before: jsonColumn(Before).nullable(),
  })
  .transform(({ staff_id: staffId, ...event }) => ({ ...event, staffId }));
export type StoredEvent = z.infer<typeof EventRow>;

/** What happened to an appointment, oldest first. */
export function listEvents(db: Db, appointmentId: string): StoredEvent[] {
  const sql = 'SELECT type, at, staff_id, before FROM appointment_event WHERE appointment_id = ? ORDER BY sequence';
  return listRows(db, EventRow, sql, appointmentId);
}

/** Where it stands, for the event that changes it. */
export function standing(appointment: Appointment): Before {
  const { day, from, minutes, place, outpostId, travelMinutes, staffIds, interpreterId, status, ticketId } =
    appointment;
  return { day, from, minutes, place, outpostId, travelMinutes, staffIds, interpreterId, status, ticketId };
}

/** Appends an event; the primary key keeps two who act at once from both succeeding. */
export function appendEvent(
  tx: Tx,
  appointmentId: string,
  event: { type: AppointmentEventType; staffId: string | null; before: Before | null },
): void {
  const sequence = z
    .int()
    .parse(
      tx
        .statement('SELECT coalesce(max(sequence), 0) + 1 FROM appointment_event WHERE appointment_id = ?')
        .pluck()
        .get(appointmentId),
    );
  run(
    tx,
    'INSERT INTO appointment_event (appointment_id, sequence, type, at, staff_id, before) VALUES (?, ?, ?, ?, ?, ?)',
    appointmentId,
    sequence,
    event.type,
    tx.at,
    event.staffId,
    event.before ? JSON.stringify(event.before) : null,
  );
}
