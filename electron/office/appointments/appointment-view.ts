import { z } from 'zod';
import { mayRelease, undoableEvent } from '../../../shared/appointments/appointment.rules.ts';
import type { AppointmentView } from '../../../shared/appointments/appointment-view.ts';
import { localTimeOf } from '../../../shared/kernel/instants.ts';
import type { Who } from '../access/session.ts';
import { type Db, listRows } from '../database/handles.ts';
import { listPartners } from '../partners/partner-row.ts';
import { displayNames } from '../people/person-row.ts';
import { listEvents } from './appointment-events.ts';
import type { Appointment } from './appointment-row.ts';
import { isSlip } from './is-slip.ts';
import { listOutposts } from './outposts.ts';
import { statusNow } from './status-now.ts';

const Wish = z.strictObject({ id: z.string(), revision: z.int(), appointment_id: z.string() });

/**
 * Appointments as this reader sees them. Time that is kept free tells why only to whom it concerns: who takes part in it and
 * who entered it; all others learn that it is taken. A group's list shows how many, never who.
 */
export function appointmentViews(
  db: Db,
  appointments: readonly Appointment[],
  reader: Who,
  now: string,
): AppointmentView[] {
  const outposts = new Map(listOutposts(db).map(({ id, name }) => [id, name]));
  const partners = partnerNames(db, appointments);
  const names = displayNames(db, [...new Set(appointments.flatMap((a) => (a.kind === 'talk' ? a.personIds : [])))]);
  const wishes = openWishes(db, appointments);
  return appointments.map((appointment): AppointmentView => {
    const concealed = appointment.kind === 'blocked' && !concerns(appointment, reader);
    const shown = concealed ? CONCEALED : partsFor(appointment, names, partners);
    const status = statusNow(db, appointment);
    const undoable = undoableEvent(listEvents(db, appointment.id));
    return {
      id: appointment.id,
      revision: appointment.revision,
      number: appointment.number,
      kind: appointment.kind,
      day: appointment.day,
      from: appointment.from,
      to: localTimeOf(appointment.endsAt),
      minutes: appointment.minutes,
      startsAt: appointment.startsAt,
      place: appointment.place,
      outpostId: appointment.outpostId,
      outpostName: appointment.outpostId === null ? null : (outposts.get(appointment.outpostId) ?? ''),
      travelMinutes: appointment.travelMinutes,
      staffIds: appointment.staffIds,
      peopleCount: concealed ? 0 : appointment.personIds.length,
      seats: appointment.seats,
      unnamed: concealed ? 0 : appointment.unnamed,
      requestedOn: appointment.requestedOn,
      reminder: appointment.reminder,
      noShowReason: appointment.noShowReason,
      ticketId: appointment.ticketId,
      status,
      undoable: undoable?.event.type ?? (isSlip(appointment, now) ? 'booked' : null),
      mayRelease: status === 'booked' && mayRelease(appointment.startsAt, now),
      concealed,
      wish: wishes.get(appointment.id) ?? null,
      ...shown,
    };
  });
}

/** Whether kept time is the reader's own matter. Discretion on the screen; what must stay apart is no appointment's note. */
function concerns(appointment: Appointment, reader: Who): boolean {
  return appointment.bookedBy === reader.staffId || appointment.staffIds.includes(reader.staffId);
}

type Concealable = Pick<
  AppointmentView,
  'language' | 'topics' | 'people' | 'interpreterId' | 'partnerName' | 'reach' | 'note'
>;

const CONCEALED: Concealable = {
  language: null,
  topics: [],
  people: [],
  interpreterId: null,
  partnerName: null,
  reach: '',
  note: '',
};

function partsFor(
  appointment: Appointment,
  names: ReadonlyMap<string, string>,
  partners: ReadonlyMap<string, string>,
): Concealable {
  const { language, topics, personIds, interpreterId, partnerId, reach, note, kind } = appointment;
  return {
    language,
    topics,
    people: kind === 'talk' ? personIds.map((id) => ({ id, name: names.get(id) ?? '' })) : [],
    interpreterId,
    partnerName: partnerId === null ? null : (partners.get(partnerId) ?? null),
    reach,
    note,
  };
}

/** Who takes part, also in a group: for its own sheet alone. */
export function participantsOf(db: Db, appointment: Appointment, reader: Who): { id: string; name: string }[] {
  if (appointment.kind === 'blocked' && !concerns(appointment, reader)) return [];
  const names = displayNames(db, appointment.personIds);
  return appointment.personIds.map((id) => ({ id, name: names.get(id) ?? '' }));
}

function partnerNames(db: Db, appointments: readonly Appointment[]): ReadonlyMap<string, string> {
  if (appointments.every(({ partnerId }) => partnerId === null)) return new Map();
  return new Map(listPartners(db).map(({ id, name }) => [id, name]));
}

function openWishes(
  db: Db,
  appointments: readonly Appointment[],
): ReadonlyMap<string, { id: string; revision: number }> {
  const sql = `SELECT id, revision, appointment_id FROM earlier_wish
    WHERE state = 'open' AND appointment_id IN (SELECT value FROM json_each(?))`;
  const rows = listRows(db, Wish, sql, JSON.stringify(appointments.map(({ id }) => id)));
  return new Map(rows.map(({ id, revision, appointment_id }) => [appointment_id, { id, revision }]));
}
