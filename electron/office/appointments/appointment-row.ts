import { z } from 'zod';
import {
  APPOINTMENT_KINDS,
  APPOINTMENT_STATUSES,
  NO_SHOW_REASONS,
  REMINDERS,
} from '../../../shared/appointments/appointment.rules.ts';
import { PLACES } from '../../../shared/appointments/consulting-hours.rules.ts';
import type { Occupied } from '../../../shared/appointments/overlap.rules.ts';
import { jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';

const texts = jsonColumn(z.array(z.string()));

export const AppointmentRow = z
  .strictObject({
    id: z.string(),
    revision: z.int(),
    number: z.int(),
    kind: z.enum(APPOINTMENT_KINDS),
    day: z.string(),
    from_time: z.string(),
    minutes: z.int(),
    zone: z.string(),
    starts_at: z.string(),
    ends_at: z.string(),
    place: z.enum(PLACES),
    outpost_id: z.string().nullable(),
    travel_minutes: z.int(),
    language: z.string().nullable(),
    topics: texts,
    seats: z.int(),
    unnamed: z.int(),
    interpreter_id: z.string().nullable(),
    partner_id: z.string().nullable(),
    reach: z.string(),
    note: z.string(),
    status: z.enum(APPOINTMENT_STATUSES),
    no_show_reason: z.enum(NO_SHOW_REASONS).nullable(),
    reminder: z.enum(REMINDERS).nullable(),
    requested_on: z.string(),
    ticket_id: z.string().nullable(),
    booked_by: z.string(),
    booked_at: z.string(),
    staff_ids: texts,
    person_ids: texts,
  })
  .transform((row) => ({
    id: row.id,
    revision: row.revision,
    number: row.number,
    kind: row.kind,
    day: row.day,
    from: row.from_time,
    minutes: row.minutes,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place,
    outpostId: row.outpost_id,
    travelMinutes: row.travel_minutes,
    language: row.language,
    topics: row.topics,
    seats: row.seats,
    unnamed: row.unnamed,
    interpreterId: row.interpreter_id,
    partnerId: row.partner_id,
    reach: row.reach,
    note: row.note,
    status: row.status,
    noShowReason: row.no_show_reason,
    reminder: row.reminder,
    requestedOn: row.requested_on,
    ticketId: row.ticket_id,
    bookedBy: row.booked_by,
    bookedAt: row.booked_at,
    staffIds: row.staff_ids,
    personIds: row.person_ids,
  }));
export type Appointment = z.infer<typeof AppointmentRow>;

const SELECT = `SELECT appointment.*,
  (SELECT json_group_array(staff_id) FROM appointment_staff WHERE appointment_id = appointment.id) AS staff_ids,
  (SELECT json_group_array(person_id) FROM appointment_person WHERE appointment_id = appointment.id) AS person_ids
  FROM appointment`;

/** An appointment. Throws NOT_FOUND. */
export function getAppointment(db: Db, id: string): Appointment {
  const appointment = findRow(db, AppointmentRow, `${SELECT} WHERE id = ?`, id);
  if (!appointment) throw notFound();
  return appointment;
}

/** The appointments of the days from `from` to `to` (both included), by time. */
export function listAppointments(db: Db, from: string, to: string): Appointment[] {
  return listRows(db, AppointmentRow, `${SELECT} WHERE day BETWEEN ? AND ? ORDER BY starts_at, id`, from, to);
}

/** The appointments of a person, newest first. */
export function listAppointmentsOf(db: Db, personId: string): Appointment[] {
  const sql = `${SELECT} WHERE id IN (SELECT appointment_id FROM appointment_person WHERE person_id = ?) ORDER BY starts_at DESC`;
  return listRows(db, AppointmentRow, sql, personId);
}

/** Those of the appointments that are there, by id. */
export function appointmentsById(db: Db, ids: readonly string[]): Map<string, Appointment> {
  const sql = `${SELECT} WHERE id IN (SELECT value FROM json_each(?))`;
  return new Map(listRows(db, AppointmentRow, sql, JSON.stringify(ids)).map((row) => [row.id, row]));
}

/** Appointments that take somebody's time on these days. */
export function listTaken(db: Db, from: string, to: string): Appointment[] {
  const sql = `${SELECT} WHERE day BETWEEN ? AND ? AND status IN ('booked', 'arrived') ORDER BY starts_at`;
  return listRows(db, AppointmentRow, sql, from, to);
}

/** An appointment as time that is taken. */
export function occupied(appointment: Appointment): Occupied {
  const { id, startsAt, endsAt, travelMinutes, place, staffIds, personIds, interpreterId } = appointment;
  return { id, startsAt, endsAt, travelMinutes, place, staffIds, personIds, interpreterId };
}
