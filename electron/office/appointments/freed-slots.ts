import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { PLACES } from '../../../shared/appointments/consulting-hours.rules.ts';
import { spanOf } from '../../../shared/appointments/wall-time.rules.ts';
import { jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';
import type { Appointment } from './appointment-row.ts';

const SlotRow = z
  .strictObject({
    id: z.string(),
    revision: z.int(),
    appointment_id: z.string().nullable(),
    day: z.string(),
    from_time: z.string(),
    minutes: z.int(),
    place: z.enum(PLACES),
    outpost_id: z.string().nullable(),
    language: z.string().nullable(),
    staff_ids: jsonColumn(z.array(z.string())),
    freed_at: z.string(),
    state: z.enum(['open', 'filled', 'let-go']),
    filled_by: z.string().nullable(),
  })
  .transform(({ appointment_id, from_time, outpost_id, staff_ids, freed_at, filled_by, ...row }) => ({
    ...row,
    appointmentId: appointment_id,
    from: from_time,
    outpostId: outpost_id,
    staffIds: staff_ids,
    freedAt: freed_at,
    filledBy: filled_by,
  }));
export type FreedSlotRow = z.infer<typeof SlotRow>;

/** The slots of today and later that nobody has yet, by time. */
export function listFreedSlots(db: Db, fromDay: string): FreedSlotRow[] {
  return listRows(
    db,
    SlotRow,
    "SELECT * FROM freed_slot WHERE state = 'open' AND day >= ? ORDER BY day, from_time, id",
    fromDay,
  );
}

/** One of them. Throws NOT_FOUND. */
export function getFreedSlot(db: Db, id: string): FreedSlotRow {
  const slot = findRow(db, SlotRow, 'SELECT * FROM freed_slot WHERE id = ?', id);
  if (!slot) throw notFound();
  return slot;
}

/** Offers the time that an appointment leaves to whoever would come earlier. Time that is over or kept free is none. */
export function freeSlotOf(tx: Tx, appointment: Appointment): void {
  if (appointment.kind !== 'talk' || appointment.startsAt <= tx.at) return;
  const id = uuidv7();
  run(
    tx,
    `INSERT INTO freed_slot (id, appointment_id, day, from_time, minutes, place, outpost_id, language, staff_ids, freed_at, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')`,
    id,
    appointment.id,
    appointment.day,
    appointment.from,
    appointment.minutes,
    appointment.place,
    appointment.outpostId,
    appointment.language,
    JSON.stringify(appointment.staffIds),
    tx.at,
  );
  tx.touch({ entity: 'freed-slot', id, op: 'put', revision: 1 });
}

function overlap(slot: FreedSlotRow, { startsAt, endsAt }: Appointment): boolean {
  const span = spanOf(slot.day, slot.from, slot.minutes);
  return span.startsAt < endsAt && startsAt < span.endsAt;
}

/**
 * Whether an appointment takes the slot: it needs somebody of the slot's staff in its time. A slot without names is taken by
 * the next talk that begins at its time in its place.
 */
function takes(appointment: Appointment, slot: FreedSlotRow): boolean {
  if (!overlap(slot, appointment)) return false;
  if (slot.staffIds.length > 0) return slot.staffIds.some((id) => appointment.staffIds.includes(id));
  const { kind, from, place, outpostId } = appointment;
  return kind !== 'blocked' && from === slot.from && place === slot.place && outpostId === slot.outpostId;
}

/** The open slots that an appointment has by now, however it came there, are no tasks any more. */
export function fillSlotsTakenBy(tx: Tx, appointment: Appointment): void {
  const sql = "SELECT * FROM freed_slot WHERE state = 'open' AND day = ?";
  for (const slot of listRows(tx, SlotRow, sql, appointment.day))
    if (takes(appointment, slot)) setSlotState(tx, slot, 'filled', appointment.id);
}

/** The slots that an appointment has where it stands now. */
export function slotsFilledBy(db: Db, appointment: Appointment): FreedSlotRow[] {
  const sql = "SELECT * FROM freed_slot WHERE state = 'filled' AND filled_by = ?";
  return listRows(db, SlotRow, sql, appointment.id).filter((slot) => overlap(slot, appointment));
}

/** What became of it; `filledBy` is the appointment that has it by now. */
export function setSlotState(
  tx: Tx,
  slot: FreedSlotRow,
  state: FreedSlotRow['state'],
  filledBy: string | null = null,
): { id: string; revision: number } {
  run(
    tx,
    'UPDATE freed_slot SET state = ?, filled_by = ?, revision = revision + 1 WHERE id = ?',
    state,
    filledBy,
    slot.id,
  );
  tx.touch({ entity: 'freed-slot', id: slot.id, op: 'put', fields: ['state'], revision: slot.revision + 1 });
  return { id: slot.id, revision: slot.revision + 1 };
}
