import { z } from 'zod';
import { undoableEvent } from '../../../shared/appointments/appointment.rules.ts';
import { serves } from '../../../shared/appointments/consulting-hours.rules.ts';
import {
  type FreedSlot,
  matchesFor,
  OFFER_RESULTS,
  type OfferResult,
} from '../../../shared/appointments/earlier-slot.rules.ts';
import type { FreedSlotView } from '../../../shared/appointments/earlier-slots.contract.ts';
import { minutesOfDay } from '../../../shared/appointments/wall-time.rules.ts';
import { instantOfLocal, localDateOf } from '../../../shared/kernel/instants.ts';
import type { Who } from '../access/session.ts';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { displayNames } from '../people/person-row.ts';
import { conflict, notFound, rule } from '../rpc/faults.ts';
import { listEvents } from './appointment-events.ts';
import { getAppointment } from './appointment-row.ts';
import { moveAppointment, undoOnAppointment } from './change-appointment.ts';
import { consultingHoursOn, staffLanguages } from './consulting-hours-on.ts';
import { asWish, endWish, getWish, openWishes } from './earlier-wishes.ts';
import { type FreedSlotRow, getFreedSlot, listFreedSlots, setSlotState } from './freed-slots.ts';
import { obstaclesToBooking } from './obstacles-to-booking.ts';
import { forgetNewestResult } from './reopen-slots.ts';

const OfferRow = z.strictObject({ wish_id: z.string(), result: z.enum(OFFER_RESULTS) });

/** What can be spoken in a slot: the hours' own languages, else those of whoever is there; null: any. */
function languagesIn(db: Db, slot: FreedSlotRow): readonly string[] | null {
  const at = minutesOfDay(slot.from);
  const hours = consultingHoursOn(db, slot.day).find(
    (h) =>
      h.place === slot.place &&
      minutesOfDay(h.from) <= at &&
      at < minutesOfDay(h.to) &&
      serves(h, { language: slot.language, topics: [] }),
  );
  if (hours?.languages) return hours.languages;
  if (slot.staffIds.length === 0) return null;
  const spoken = staffLanguages(db);
  const all = new Set(slot.staffIds.flatMap((id) => [...(spoken.get(id) ?? [])]));
  // It was agreed on in this language, so it can be spoken, with whoever interprets.
  if (slot.language !== null) all.add(slot.language);
  return [...all];
}

/** Whether the slot can be had: the office is open then, whoever gives it is there and has nothing else, a desk is free. */
function isToBeHad(db: Db, slot: FreedSlotRow, now: string): boolean {
  const { day, from, minutes, place, language, staffIds } = slot;
  const wanted = { day, from, minutes, place, language, staffIds, kind: 'talk' as const };
  const nobody = { travelMinutes: 0, topics: [], personIds: [], interpreterId: null };
  return obstaclesToBooking(db, { ...wanted, ...nobody }, now).refusals.length === 0;
}

const BEST = 3;

/** The freed slots that somebody could have, each with the three whom it suits best; and how many wait. */
export function earlierSlots(db: Db, now: string): { slots: FreedSlotView[]; waiting: number } {
  const wishes = openWishes(db, now);
  const byId = new Map(wishes.map((wish) => [wish.row.id, wish]));
  const names = displayNames(db, [...new Set(wishes.flatMap(({ appointment }) => appointment.personIds))]);
  const today = localDateOf(now);
  const { districts } = findOffice(db);
  const slots = listFreedSlots(db, today).flatMap((slot): FreedSlotView[] => {
    const startsAt = instantOfLocal(slot.day, slot.from);
    if (startsAt <= now || !isToBeHad(db, slot, now)) return [];
    const offers = new Map(
      listRows(db, OfferRow, 'SELECT wish_id, result FROM slot_offer WHERE slot_id = ?', slot.id).map((offer) => [
        offer.wish_id,
        offer.result,
      ]),
    );
    const freed: FreedSlot = { ...slot, startsAt, languages: languagesIn(db, slot), districts };
    const matches = matchesFor(
      freed,
      wishes.map((wish) => asWish(wish, offers.get(wish.row.id) ?? null)),
      now,
      today,
    );
    const shown = matches.slice(0, BEST).flatMap(({ id, ...why }) => {
      const wish = byId.get(id);
      if (!wish) return [];
      const { appointment, row } = wish;
      return {
        ...why,
        wishId: id,
        appointmentId: appointment.id,
        people: appointment.personIds.map((personId) => ({ id: personId, name: names.get(personId) ?? '' })),
        number: appointment.number,
        language: appointment.language,
        topics: appointment.topics,
        day: appointment.day,
        from: appointment.from,
        noticeHours: row.notice_hours,
        deadlineOn: row.deadline_on,
        reach: appointment.reach,
        offered: offers.get(id) ?? null,
      };
    });
    const { id, revision, day, from, minutes, place, language, staffIds } = slot;
    return [{ id, revision, day, from, minutes, place, language, staffIds, suits: matches.length, matches: shown }];
  });
  return { slots, waiting: wishes.length };
}

interface OnSlot {
  slotId: string;
  revision: number;
}

/** The slot as the caller saw it. Throws NOT_FOUND, CONFLICT. */
function slotInHand(tx: Tx, { slotId, revision }: OnSlot): FreedSlotRow {
  const slot = getFreedSlot(tx, slotId);
  if (slot.revision !== revision) throw conflict(slot.revision);
  return slot;
}

/** Throws RULE slot-gone as well: whoever was slower learns that there is nothing left, not only that something changed. */
function openSlotInHand(tx: Tx, on: OnSlot): FreedSlotRow {
  if (getFreedSlot(tx, on.slotId).state !== 'open') throw rule('slot-gone');
  return slotInHand(tx, on);
}

function touchedSlot(tx: Tx, slotId: string): { id: string; revision: number } {
  run(tx, 'UPDATE freed_slot SET revision = revision + 1 WHERE id = ?', slotId);
  const { revision } = getFreedSlot(tx, slotId);
  tx.touch({ entity: 'freed-slot', id: slotId, op: 'put', fields: ['offer'], revision });
  return { id: slotId, revision };
}

/**
 * What came of offering a slot to somebody; `moved` moves their appointment into it. Throws RULE slot-gone when somebody
 * has it by now, and what `moveAppointment` throws.
 */
export function recordOffer(
  tx: Tx,
  offer: OnSlot & { wishId: string; result: OfferResult },
  who: Who,
): { id: string; revision: number } {
  const slot = openSlotInHand(tx, offer);
  const wish = getWish(tx, offer.wishId);
  run(
    tx,
    `INSERT INTO slot_offer (slot_id, wish_id, result, at, staff_id) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (slot_id, wish_id) DO UPDATE SET before = result, result = excluded.result, at = excluded.at, staff_id = excluded.staff_id`,
    slot.id,
    wish.id,
    offer.result,
    tx.at,
    who.staffId,
  );
  if (offer.result !== 'moved') return touchedSlot(tx, slot.id);
  const appointment = getAppointment(tx, wish.appointment_id);
  moveAppointment(
    tx,
    { appointmentId: appointment.id, revision: appointment.revision },
    {
      day: slot.day,
      from: slot.from,
      minutes: appointment.minutes,
      place: slot.place,
      outpostId: slot.outpostId,
      travelMinutes: appointment.travelMinutes,
      staffIds: slot.staffIds.length > 0 ? slot.staffIds : appointment.staffIds,
      interpreterId: appointment.interpreterId,
      // Who is reached on the phone has agreed; hours were right when the slot was given the first time.
      despiteWarnings: true,
    },
    who,
  );
  endWish(tx, wish, 'moved');
  const { state, revision } = getFreedSlot(tx, slot.id);
  if (state !== 'filled') throw new Error('Whoever moves into a slot takes it');
  return { id: slot.id, revision };
}

/**
 * Takes back what was said of an offer last: what came of it before counts again, and who was moved stands where they stood.
 * Throws NOT_FOUND when nothing was said, RULE nothing-to-undo when something has followed, CONFLICT, and what
 * `undoOnAppointment` throws.
 */
export function takeOfferBack(tx: Tx, offer: OnSlot & { wishId: string }, who: Who): { id: string; revision: number } {
  const slot = slotInHand(tx, offer);
  const sql = 'SELECT wish_id, result FROM slot_offer WHERE slot_id = ? AND wish_id = ?';
  const said = findRow(tx, OfferRow, sql, slot.id, offer.wishId);
  if (!said) throw notFound();
  if (said.result !== 'moved') {
    if (slot.state !== 'open') throw rule('slot-gone');
    forgetNewestResult(tx, slot.id, offer.wishId);
    return touchedSlot(tx, slot.id);
  }
  if (slot.filledBy === null) throw rule('nothing-to-undo');
  const { id: appointmentId, revision, day, from } = getAppointment(tx, slot.filledBy);
  const newest = undoableEvent(listEvents(tx, appointmentId));
  if (newest?.event.type !== 'changed' || day !== slot.day || from !== slot.from) throw rule('nothing-to-undo');
  undoOnAppointment(tx, { appointmentId, revision }, who);
  return { id: slot.id, revision: getFreedSlot(tx, slot.id).revision };
}

/** Nobody is offered the slot any more. Throws RULE slot-gone, CONFLICT. */
export function letSlotGo(tx: Tx, on: OnSlot): { id: string; revision: number } {
  return setSlotState(tx, openSlotInHand(tx, on), 'let-go');
}

/** A slot that was let go is offered again. Throws RULE slot-gone when it is taken or over by now, CONFLICT. */
export function takeSlotUpAgain(tx: Tx, on: OnSlot): { id: string; revision: number } {
  const slot = slotInHand(tx, on);
  if (slot.state !== 'let-go' || !isToBeHad(tx, slot, tx.at)) throw rule('slot-gone');
  return setSlotState(tx, slot, 'open');
}
