import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { AppointmentKind } from '../../../shared/appointments/appointment.rules.ts';
import type { Place } from '../../../shared/appointments/consulting-hours.rules.ts';
import { spanOf } from '../../../shared/appointments/wall-time.rules.ts';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { OFFICE_TIME_ZONE } from '../../../shared/kernel/office-time-zone.ts';
import { run, type Tx } from '../database/handles.ts';
import { requirePledge } from '../interpreters/pledge.ts';
import { requireStanding } from '../people/duplicates/merges.ts';
import { rule } from '../rpc/faults.ts';
import { appendEvent } from './appointment-events.ts';
import { getAppointment } from './appointment-row.ts';
import { fillSlotsTakenBy } from './freed-slots.ts';
import { obstaclesToBooking } from './obstacles-to-booking.ts';
import { requireOutpost } from './outposts.ts';

/** What is to be booked. */
export interface AppointmentDraft {
  kind: AppointmentKind;
  /** Local day and wall time `HH:MM`. */
  day: string;
  from: string;
  minutes: number;
  place: Place;
  outpostId: string | null;
  /** Minutes on the way there, and the same back. */
  travelMinutes: number;
  language: string | null;
  topics: readonly string[];
  /** Who of the staff takes part; empty: whoever is there. */
  staffIds: readonly string[];
  /** A household or several people; empty for somebody without a name in the files. */
  personIds: readonly string[];
  /** How many may come. */
  seats: number;
  /** How many come who are not in the files. */
  unnamed: number;
  interpreterId: string | null;
  partnerId: string | null;
  reach: string;
  note: string;
  /** The local day on which it was asked for; null: today. */
  requestedOn: string | null;
  /** Book although something was warned of. Refusals stay refusals. */
  despiteWarnings: boolean;
}

export interface Booked {
  appointmentId: string;
  revision: number;
  /** Printed on the card. */
  number: number;
}

/**
 * Books an appointment. Throws RULE outpost-missing, RULE with the refusal (time-skipped, past, closed, staff-away, overlaps, desks-taken), RULE
 * seats-taken when more are to come than there is room for, RULE warnings while warnings are not accepted, NOT_FOUND for
 * people, RULE pledge-missing for an interpreter who has not pledged secrecy, NOT_FOUND for interpreters or outposts that are not there. A freed slot that it takes is no task any more.
 */
export function bookAppointment(tx: Tx, draft: AppointmentDraft, by: { staffId: string }): Booked {
  for (const personId of draft.personIds) requireStanding(tx, personId);
  if ((draft.place === 'outpost') !== (draft.outpostId !== null)) throw rule('outpost-missing');
  if (draft.outpostId !== null) requireOutpost(tx, draft.outpostId);
  if (draft.personIds.length + draft.unnamed > draft.seats) throw rule('seats-taken');
  if (draft.interpreterId !== null) requirePledge(tx, draft.interpreterId);
  const obstacles = obstaclesToBooking(tx, draft, tx.at);
  const refusal = obstacles.refusals[0];
  if (refusal) throw rule(refusal);
  if (obstacles.warnings.length > 0 && !draft.despiteWarnings) throw rule('warnings');
  const id = uuidv7();
  const number = freeNumber(tx, draft.day);
  const { startsAt, endsAt } = spanOf(draft.day, draft.from, draft.minutes);
  run(
    tx,
    `INSERT INTO appointment (id, number, kind, day, from_time, minutes, zone, starts_at, ends_at, place, outpost_id, travel_minutes, language,
       topics, seats, unnamed, interpreter_id, partner_id, reach, note, status, requested_on, booked_by, booked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'booked', ?, ?, ?)`,
    id,
    number,
    draft.kind,
    draft.day,
    draft.from,
    draft.minutes,
    OFFICE_TIME_ZONE,
    startsAt,
    endsAt,
    draft.place,
    draft.outpostId,
    draft.travelMinutes,
    draft.language,
    JSON.stringify([...new Set(draft.topics)]),
    draft.seats,
    draft.unnamed,
    draft.interpreterId,
    draft.partnerId,
    draft.reach,
    draft.note,
    draft.requestedOn ?? localDateOf(tx.at),
    by.staffId,
    tx.at,
  );
  for (const staffId of new Set(draft.staffIds))
    run(tx, 'INSERT INTO appointment_staff (appointment_id, staff_id) VALUES (?, ?)', id, staffId);
  for (const personId of new Set(draft.personIds))
    run(tx, 'INSERT INTO appointment_person (appointment_id, person_id) VALUES (?, ?)', id, personId);
  appendEvent(tx, id, { type: 'booked', staffId: by.staffId, before: null });
  tx.touch({ entity: 'appointment', id, op: 'put', revision: 1 });
  fillSlotsTakenBy(tx, getAppointment(tx, id));
  return { appointmentId: id, revision: 1, number };
}

/** A call that the office owes somebody. */
export interface CallBackDraft {
  day: string;
  /** Wall time `HH:MM` at which it is promised. */
  from: string;
  /** Minutes; 15 unless told. */
  minutes?: number;
  language: string | null;
  topics: readonly string[];
  personId: string | null;
  /** The number to call, where the files have none. */
  reach: string;
  /** Who calls; empty: whoever is there. */
  staffIds: readonly string[];
  note?: string;
}

const CALL_MINUTES = 15;

/**
 * Promises a call: an appointment with the place phone, which joins the waiting list as a call-back when it is due.
 * Calls outside the consulting hours are made all the same. Throws as `bookAppointment`.
 */
export function bookCallBack(tx: Tx, call: CallBackDraft, by: { staffId: string }): Booked {
  return bookAppointment(
    tx,
    {
      kind: 'talk',
      day: call.day,
      from: call.from,
      minutes: call.minutes ?? CALL_MINUTES,
      place: 'phone',
      outpostId: null,
      travelMinutes: 0,
      language: call.language,
      topics: call.topics,
      staffIds: call.staffIds,
      personIds: call.personId === null ? [] : [call.personId],
      seats: 1,
      unnamed: call.personId === null ? 1 : 0,
      interpreterId: null,
      partnerId: null,
      reach: call.reach,
      note: call.note ?? '',
      requestedOn: null,
      despiteWarnings: true,
    },
    by,
  );
}

const Taken = z.array(z.int());
const FIRST_NUMBER = 1000;
const NUMBERS = 9000;

/** A number that no other appointment of the day has. It tells no order: whoever sees a card learns nothing about others. */
function freeNumber(tx: Tx, day: string): number {
  const taken = new Set(Taken.parse(tx.statement('SELECT number FROM appointment WHERE day = ?').pluck().all(day)));
  if (taken.size >= NUMBERS) throw rule('desks-taken');
  for (;;) {
    const number = FIRST_NUMBER + Math.floor(Math.random() * NUMBERS);
    if (!taken.has(number)) return number;
  }
}
