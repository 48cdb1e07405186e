import { type Db, run, type Tx } from '../database/handles.ts';

/** So many wrong PINs in a row, and this office does not open the card any more: ten of a million. */
const MOST_TRIES = 10;

/** Whether a card has had too many wrong PINs here. */
export function isLocked(db: Db, serial: string): boolean {
  const tries = db.statement('SELECT tries FROM profile_card_wrong_pin WHERE serial = ?').pluck().get(serial);
  return Number(tries ?? 0) >= MOST_TRIES;
}

/** Counts a wrong PIN. The journal tells of the card by its random serial, of nobody. */
export function countWrongPin(tx: Tx, serial: string): void {
  run(
    tx,
    'INSERT INTO profile_card_wrong_pin (serial, tries) VALUES (?, 1) ON CONFLICT (serial) DO UPDATE SET tries = tries + 1',
    serial,
  );
  tx.touch({ entity: 'profile-card-pin', id: serial, op: 'put', fields: ['tries'] });
}

/** The right PIN: the card was opened, and what was wrong before counts no more. */
export function forgetWrongPins(tx: Tx, serial: string): void {
  run(tx, 'DELETE FROM profile_card_wrong_pin WHERE serial = ?', serial);
  tx.touch({ entity: 'profile-card-pin', id: serial, op: 'read' });
}
