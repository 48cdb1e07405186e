import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { EarlierWish, OfferResult } from '../../../shared/appointments/earlier-slot.rules.ts';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';
import { conflict, notFound } from '../rpc/faults.ts';
import { type Appointment, appointmentsById } from './appointment-row.ts';
import { bookedInHand, type OnAppointment, touched } from './change-appointment.ts';

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

/** A wish that stands. Throws NOT_FOUND. */
export function getWish(db: Db, id: string): WishRow {
  const wish = findRow(db, WishRow, `${WISH} WHERE id = ? AND state = 'open'`, id);
  if (!wish) throw notFound();
  return wish;
}

/** They came earlier, or stay with their time. */
export function endWish(tx: Tx, wish: WishRow, state: 'moved' | 'withdrawn'): { id: string; revision: number } {
  run(tx, 'UPDATE earlier_wish SET state = ?, revision = revision + 1 WHERE id = ?', state, wish.id);
  tx.touch({ entity: 'freed-slot', id: wish.id, op: 'put', fields: ['state'], revision: wish.revision + 1 });
  return { id: wish.id, revision: wish.revision + 1 };
}

export interface OpenWish {
  row: WishRow;
  appointment: Appointment;
}

/** The wishes that stand, with the appointments that would move. */
export function openWishes(db: Db, now: string): OpenWish[] {
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

/** A wish as the rules of matching know it. `offered` is what came of offering this slot before. */
export function asWish({ row, appointment }: OpenWish, offered: OfferResult | null): EarlierWish {
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
