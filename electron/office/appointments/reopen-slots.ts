import { z } from 'zod';
import { listRows, run, type Tx } from '../database/handles.ts';
import type { Appointment } from './appointment-row.ts';
import { setSlotState, slotsFilledBy } from './freed-slots.ts';

const MovedRow = z.strictObject({ wish_id: z.string() });

/**
 * An appointment leaves its time as if it had never come there: the slots that it took there are open again, and where it
 * came by an offer, the offer is taken back and the wish to come earlier stands again. Call it before the appointment goes.
 */
export function reopenSlotsOf(tx: Tx, appointment: Appointment): void {
  for (const slot of slotsFilledBy(tx, appointment)) {
    const offers = listRows(
      tx,
      MovedRow,
      `SELECT wish_id FROM slot_offer JOIN earlier_wish ON earlier_wish.id = wish_id
        WHERE slot_id = ? AND result = 'moved' AND appointment_id = ?`,
      slot.id,
      appointment.id,
    );
    for (const { wish_id: wishId } of offers) {
      forgetNewestResult(tx, slot.id, wishId);
      reopenWish(tx, wishId);
    }
    setSlotState(tx, slot, 'open');
  }
}

/** What came of the offer before counts again; without such it was not made. */
export function forgetNewestResult(tx: Tx, slotId: string, wishId: string): void {
  run(tx, 'DELETE FROM slot_offer WHERE slot_id = ? AND wish_id = ? AND before IS NULL', slotId, wishId);
  run(
    tx,
    'UPDATE slot_offer SET result = before, before = NULL WHERE slot_id = ? AND wish_id = ? AND before IS NOT NULL',
    slotId,
    wishId,
  );
}

const WishRow = z.strictObject({ revision: z.int() });

function reopenWish(tx: Tx, wishId: string): void {
  // A wish that was made since then stands in its place.
  const [wish] = listRows(
    tx,
    WishRow,
    `SELECT revision FROM earlier_wish AS ended WHERE id = ? AND state = 'moved' AND NOT EXISTS (
      SELECT 1 FROM earlier_wish WHERE appointment_id = ended.appointment_id AND state = 'open')`,
    wishId,
  );
  if (!wish) return;
  run(tx, "UPDATE earlier_wish SET state = 'open', revision = revision + 1 WHERE id = ?", wishId);
  tx.touch({ entity: 'freed-slot', id: wishId, op: 'put', fields: ['state'], revision: wish.revision + 1 });
}
