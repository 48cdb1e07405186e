import {
  type AppointmentStatus,
  mayBecome,
  mayRelease,
  undoableEvent,
} from '../../../shared/appointments/appointment.rules.ts';
import type { Place } from '../../../shared/appointments/consulting-hours.rules.ts';
import { spanOf } from '../../../shared/appointments/wall-time.rules.ts';
import { isOpen } from '../../../shared/queue/ticket.rules.ts';
import type { Who } from '../access/session.ts';
import { run, type Tx } from '../database/handles.ts';
import { isInterpreter } from '../interpreters/interpreter-row.ts';
import { requirePledge } from '../interpreters/pledge.ts';
import { requireStanding } from '../people/duplicates/merges.ts';
import { ticketStanding } from '../queue/ticket-events.ts';
import { getTicket } from '../queue/ticket-row.ts';
import { undoOnTicket } from '../queue/undo-on-ticket.ts';
import { conflict, rule } from '../rpc/faults.ts';
import { appendEvent, type Before, listEvents, standing } from './appointment-events.ts';
import { type Appointment, getAppointment } from './appointment-row.ts';
import { fillSlotsTakenBy, freeSlotOf } from './freed-slots.ts';
import { isSlip } from './is-slip.ts';
import { obstaclesToBooking } from './obstacles-to-booking.ts';
import { requireOutpost } from './outposts.ts';
import { reopenSlotsOf } from './reopen-slots.ts';
import { statusNow } from './status-now.ts';

export interface OnAppointment {
  appointmentId: string;
  revision: number;
}

/** The appointment as the caller saw it. Throws NOT_FOUND, CONFLICT. */
export function appointmentInHand(tx: Tx, { appointmentId, revision }: OnAppointment): Appointment {
  const appointment = getAppointment(tx, appointmentId);
  if (appointment.revision !== revision) throw conflict(appointment.revision);
  return appointment;
}

/** One that has not taken place and was not called off. Throws RULE not-booked. */
export function bookedInHand(tx: Tx, on: OnAppointment): Appointment {
  const appointment = appointmentInHand(tx, on);
  if (statusNow(tx, appointment) !== 'booked') throw rule('not-booked');
  return appointment;
}

/** Counts a change of the appointment's row. */
export function touched(tx: Tx, on: OnAppointment, fields: readonly string[]): OnAppointment {
  run(tx, 'UPDATE appointment SET revision = revision + 1 WHERE id = ?', on.appointmentId);
  tx.touch({ entity: 'appointment', id: on.appointmentId, op: 'put', fields, revision: on.revision + 1 });
  return { appointmentId: on.appointmentId, revision: on.revision + 1 };
}

export interface NewTime {
  day: string;
  from: string;
  minutes: number;
  place: Place;
  outpostId: string | null;
  travelMinutes: number;
  staffIds: readonly string[];
  interpreterId: string | null;
  despiteWarnings: boolean;
}

/**
 * Gives a booked appointment another time or place; the slot that it leaves is freed. Throws as `bookAppointment`, and RULE
 * not-booked.
 */
export function moveAppointment(tx: Tx, on: OnAppointment, to: NewTime, who: Who): OnAppointment {
  const appointment = bookedInHand(tx, on);
  if (to.outpostId !== null) requireOutpost(tx, to.outpostId);
  if ((to.place === 'outpost') !== (to.outpostId !== null)) throw rule('outpost-missing');
  if (to.interpreterId !== null && to.interpreterId !== appointment.interpreterId) requirePledge(tx, to.interpreterId);
  const obstacles = obstaclesToBooking(tx, { ...appointment, ...to }, tx.at, appointment.id);
  const refusal = obstacles.refusals[0];
  if (refusal) throw rule(refusal);
  if (obstacles.warnings.length > 0 && !to.despiteWarnings) throw rule('warnings');
  dropTicket(tx, appointment, who);
  appendEvent(tx, appointment.id, { type: 'changed', staffId: who.staffId, before: standing(appointment) });
  place(tx, appointment.id, { ...to, ticketId: null });
  if (appointment.day !== to.day || appointment.from !== to.from) freeSlotOf(tx, appointment);
  fillSlotsTakenBy(tx, getAppointment(tx, appointment.id));
  return touched(tx, on, ['day', 'from_time', 'place', 'staff']);
}

/** Puts it to a time and a place, with whom it is. */
function place(tx: Tx, id: string, to: Omit<Before, 'status' | 'staffIds'> & { staffIds: readonly string[] }): void {
  const { startsAt, endsAt } = spanOf(to.day, to.from, to.minutes);
  // Nobody must be counted at the old time while the new one is checked.
  run(tx, 'DELETE FROM appointment_staff WHERE appointment_id = ?', id);
  run(
    tx,
    `UPDATE appointment SET day = ?, from_time = ?, minutes = ?, starts_at = ?, ends_at = ?, place = ?, outpost_id = ?, travel_minutes = ?,
       interpreter_id = ?, ticket_id = ? WHERE id = ?`,
    to.day,
    to.from,
    to.minutes,
    startsAt,
    endsAt,
    to.place,
    to.outpostId,
    to.travelMinutes,
    to.interpreterId,
    to.ticketId,
    id,
  );
  for (const staffId of new Set(to.staffIds))
    run(tx, 'INSERT INTO appointment_staff (appointment_id, staff_id) VALUES (?, ?)', id, staffId);
}

/**
 * Who takes part: in a group as many as there are seats, in a talk whoever comes. Throws RULE seats-taken, not-booked,
 * record-merged, NOT_FOUND.
 */
export function setPeople(
  tx: Tx,
  on: OnAppointment,
  people: { personIds: readonly string[]; unnamed: number },
): OnAppointment {
  const appointment = appointmentInHand(tx, on);
  const status = statusNow(tx, appointment);
  if (status !== 'booked' && status !== 'arrived') throw rule('not-booked');
  const personIds = new Set(people.personIds);
  const taken = personIds.size + people.unnamed;
  const seats = appointment.kind === 'talk' ? Math.max(1, taken) : appointment.seats;
  if (taken > seats) throw rule('seats-taken');
  for (const personId of personIds) requireStanding(tx, personId);
  run(tx, 'DELETE FROM appointment_person WHERE appointment_id = ?', appointment.id);
  for (const personId of personIds)
    run(tx, 'INSERT INTO appointment_person (appointment_id, person_id) VALUES (?, ?)', appointment.id, personId);
  run(tx, 'UPDATE appointment SET unnamed = ?, seats = ? WHERE id = ?', people.unnamed, seats, appointment.id);
  return touched(tx, on, ['people']);
}

/**
 * Ends an appointment: seen without a ticket, called off by them (excused), taken back by us (revoked), or nobody came,
 * which the desk may say 15 minutes after its time (RULE too-early before). What was called off frees its slot.
 */
export function settleAppointment(
  tx: Tx,
  on: OnAppointment,
  status: 'seen' | 'excused' | 'revoked' | 'no-show',
  who: Who,
): OnAppointment {
  const appointment = appointmentInHand(tx, on);
  if (!mayBecome(statusNow(tx, appointment), status)) throw rule('not-booked');
  if (status === 'no-show' && !mayRelease(appointment.startsAt, tx.at)) throw rule('too-early');
  if (status === 'seen' && appointment.startsAt > tx.at) throw rule('too-early');
  const before = standing(appointment);
  dropTicket(tx, appointment, who);
  setStatus(tx, appointment, status, who.staffId, before);
  if (status === 'excused' || status === 'revoked') freeSlotOf(tx, appointment);
  return touched(tx, on, ['status']);
}

/** Writes a status and why it is so. */
export function setStatus(
  tx: Tx,
  appointment: Appointment,
  status: Exclude<AppointmentStatus, 'booked'>,
  staffId: string | null,
  before: Before | null = standing(appointment),
): void {
  appendEvent(tx, appointment.id, { type: status, staffId, before });
  run(tx, 'UPDATE appointment SET status = ? WHERE id = ?', status, appointment.id);
}

/**
 * Takes back the newest action: the appointment stands where it stood; a booking of today is gone. Throws RULE nothing-to-undo, RULE ticket-in-work
 * when its ticket was called already, RULE overlaps or desks-taken when its time is somebody else's by now.
 */
export function undoOnAppointment(tx: Tx, on: OnAppointment, who: Who): OnAppointment {
  const appointment = appointmentInHand(tx, on);
  const undoable = undoableEvent(listEvents(tx, appointment.id));
  if (!undoable) return takeBookingBack(tx, appointment, on, who);
  if (!undoable.event.before) throw rule('nothing-to-undo');
  const { before } = undoable.event;
  if (appointment.ticketId !== null && appointment.ticketId !== before.ticketId) dropTicket(tx, appointment, who);
  appendEvent(tx, appointment.id, { type: 'undone', staffId: who.staffId, before: standing(appointment) });
  // Whoever was to interpret may have left the list since.
  const interpreterId =
    before.interpreterId !== null && isInterpreter(tx, before.interpreterId) ? before.interpreterId : null;
  const wanted = { ...appointment, ...before, interpreterId, place: before.place as Place };
  const blocked = obstaclesToBooking(tx, wanted, tx.at, appointment.id).refusals.find(
    (refusal) => refusal === 'overlaps' || refusal === 'desks-taken',
  );
  if (blocked) throw rule(blocked);
  if (undoable.event.type === 'changed') reopenSlotsOf(tx, appointment);
  run(tx, 'UPDATE appointment SET status = ?, no_show_reason = NULL WHERE id = ?', before.status, appointment.id);
  // A ticket that was made void is not put back: the next time it is due it gets another.
  const { ticketId } = getAppointment(tx, appointment.id);
  place(tx, appointment.id, { ...before, interpreterId, ticketId: before.ticketId === ticketId ? ticketId : null });
  fillSlotsTakenBy(tx, getAppointment(tx, appointment.id));
  return touched(tx, on, ['status']);
}

/**
 * A booking of today that nothing has followed was a slip: it is as if it had not been, and the city is told so if it has
 * heard of it. Throws RULE nothing-to-undo for an older one, which is called off instead.
 */
function takeBookingBack(tx: Tx, appointment: Appointment, on: OnAppointment, who: Who): OnAppointment {
  if (!isSlip(appointment, tx.at)) throw rule('nothing-to-undo');
  dropTicket(tx, appointment, who);
  reopenSlotsOf(tx, appointment);
  run(tx, 'DELETE FROM appointment WHERE id = ?', appointment.id);
  tx.touch({ entity: 'appointment', id: appointment.id, op: 'delete' });
  return { appointmentId: on.appointmentId, revision: on.revision + 1 };
}

/** The ticket of an appointment that does not take place is made void. Throws RULE ticket-in-work once it was called. */
function dropTicket(tx: Tx, appointment: Appointment, who: Who): void {
  if (appointment.ticketId === null) return;
  const ticket = getTicket(tx, appointment.ticketId);
  const { state, undoable } = ticketStanding(tx, ticket.id);
  if (!isOpen(state)) return;
  if (state !== 'waiting' || undoable?.type !== 'issued') throw rule('ticket-in-work');
  undoOnTicket(tx, { ticketId: ticket.id, revision: ticket.revision }, who);
  run(tx, 'UPDATE appointment SET ticket_id = NULL WHERE id = ?', appointment.id);
}

/** Why nobody came, asked at the next contact. Throws RULE not-missed. */
export function setNoShowReason(tx: Tx, on: OnAppointment, reason: string): OnAppointment {
  const appointment = appointmentInHand(tx, on);
  if (appointment.status !== 'no-show') throw rule('not-missed');
  run(tx, 'UPDATE appointment SET no_show_reason = ? WHERE id = ?', reason, appointment.id);
  return touched(tx, on, ['no_show_reason']);
}

/** How they were reminded. Throws RULE not-booked. */
export function setReminder(tx: Tx, on: OnAppointment, reminder: string): OnAppointment {
  const appointment = bookedInHand(tx, on);
  run(tx, 'UPDATE appointment SET reminder = ? WHERE id = ?', reminder, appointment.id);
  return touched(tx, on, ['reminder']);
}
