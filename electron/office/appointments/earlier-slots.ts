import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { serves } from '../../../shared/appointments/consulting-hours.rules.ts';
import {
  type EarlierWish,
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
import { type Appointment, appointmentsById, getAppointment } from './appointment-row.ts';
import { bookedInHand, moveAppointment, type OnAppointment, touched } from './change-appointment.ts';
import { consultingHoursOn, staffLanguages } from './consulting-hours-on.ts';
import { type FreedSlotRow, getFreedSlot, listFreedSlots, setSlotState } from './freed-slots.ts';

const WishRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  appointment_id: z.string(),
  notice_hours: z.int(),
  district: z.string().nullable(),
  deadline_on: z.string().nullable(),
});
type WishRow = z.infer<typeof WishRow>;
const WISH = 'SELECT id, revision, appointment_id, notice_hours, district, deadline_on FROM earlier_wish';
const OfferRow = z.strictObject({ wish_id: z.string(), result: z.enum(OFFER_RESULTS) });

/** Somebody would come earlier. A wish that stands already is changed. Throws RULE not-booked. */
export function wishEarlier(
  tx: Tx,
  on: OnAppointment,
  wish: { noticeHours: number; district: string | null; deadlineOn: string | null },
): { id: string; revision: number } {
  const appointment = bookedInHand(tx, on);
  const standing = findRow(tx, WishRow, `${WISH} WHERE appointment_id = ? AND state = 'open'`, appointment.id);
  const id = standing?.id ?? uuidv7();
  if (standing)
    run(
      tx,
      'UPDATE earlier_wish SET notice_hours = ?, district = ?, deadline_on = ?, revision = revision + 1 WHERE id = ?',
      wish.noticeHours,
      wish.district,
      wish.deadlineOn,
      id,
    );
  else
    run(
      tx,
      "INSERT INTO earlier_wish (id, appointment_id, notice_hours, district, deadline_on, wished_at, state) VALUES (?, ?, ?, ?, ?, ?, 'open')",
      id,
      appointment.id,
      wish.noticeHours,
      wish.district,
      wish.deadlineOn,
      tx.at,
    );
  touched(tx, on, ['wish']);
  const revision = (standing?.revision ?? 0) + 1;
  tx.touch({ entity: 'freed-slot', id, op: 'put', revision });
  return { id, revision };
}

/** They stay with their time. Throws NOT_FOUND, CONFLICT. */
export function withdrawWish(tx: Tx, id: string, revision: number): { id: string; revision: number } {
  const wish = getWish(tx, id);
  if (wish.revision !== revision) throw conflict(wish.revision);
  return endWish(tx, wish, 'withdrawn');
}

function getWish(db: Db, id: string): WishRow {
  const wish = findRow(db, WishRow, `${WISH} WHERE id = ? AND state = 'open'`, id);
  if (!wish) throw notFound();
  return wish;
}

function endWish(tx: Tx, wish: WishRow, state: 'moved' | 'withdrawn'): { id: string; revision: number } {
  run(tx, 'UPDATE earlier_wish SET state = ?, revision = revision + 1 WHERE id = ?', state, wish.id);
  tx.touch({ entity: 'freed-slot', id: wish.id, op: 'put', fields: ['state'], revision: wish.revision + 1 });
  return { id: wish.id, revision: wish.revision + 1 };
}

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

interface OpenWish {
  row: WishRow;
  appointment: Appointment;
}

function openWishes(db: Db, now: string): OpenWish[] {
  const rows = listRows(db, WishRow, `${WISH} WHERE state = 'open' ORDER BY id`);
  const appointments = appointmentsById(
    db,
    rows.map(({ appointment_id }) => appointment_id),
  );
  return rows.flatMap((row) => {
    const appointment = appointments.get(row.appointment_id);
    return appointment?.status === 'booked' && appointment.startsAt > now ? [{ row, appointment }] : [];
  });
}

function asWish({ row, appointment }: OpenWish, offered: OfferResult | null): EarlierWish {
  return {
    id: row.id,
    startsAt: appointment.startsAt,
    minutes: appointment.minutes,
    place: appointment.place,
    outpostId: appointment.outpostId,
    language: appointment.language,
    noticeHours: row.notice_hours,
    district: row.district,
    deadlineOn: row.deadline_on,
    requestedOn: appointment.requestedOn,
    offered,
  };
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
    if (startsAt <= now) return [];
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

/**
 * What came of offering a slot to somebody; `moved` moves their appointment into it. Throws RULE slot-gone when somebody
 * has it by now, and what `moveAppointment` throws.
 */
export function recordOffer(
  tx: Tx,
  offer: { slotId: string; revision: number; wishId: string; result: OfferResult },
  who: Who,
): { id: string; revision: number } {
  const slot = getFreedSlot(tx, offer.slotId);
  if (slot.state !== 'open') throw rule('slot-gone');
  if (slot.revision !== offer.revision) throw conflict(slot.revision);
  const wish = getWish(tx, offer.wishId);
  run(
    tx,
    `INSERT INTO slot_offer (slot_id, wish_id, result, at, staff_id) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (slot_id, wish_id) DO UPDATE SET result = excluded.result, at = excluded.at, staff_id = excluded.staff_id`,
    slot.id,
    wish.id,
    offer.result,
    tx.at,
    who.staffId,
  );
  if (offer.result !== 'moved') {
    run(tx, 'UPDATE freed_slot SET revision = revision + 1 WHERE id = ?', slot.id);
    tx.touch({ entity: 'freed-slot', id: slot.id, op: 'put', fields: ['offer'], revision: slot.revision + 1 });
    return { id: slot.id, revision: slot.revision + 1 };
  }
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
  return setSlotState(tx, slot, 'filled');
}

/** Nobody is offered the slot any more. Throws RULE slot-gone, CONFLICT. */
export function letSlotGo(tx: Tx, slotId: string, revision: number): { id: string; revision: number } {
  const slot = getFreedSlot(tx, slotId);
  if (slot.state !== 'open') throw rule('slot-gone');
  if (slot.revision !== revision) throw conflict(slot.revision);
  return setSlotState(tx, slot, 'let-go');
}
