import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { EmergencyView } from '../../../shared/emergency/emergency.contract.ts';
import { flagColumn } from '../database/columns.ts';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';

const Row = z.strictObject({ id: z.string(), desk: z.int(), at: z.string(), silent: flagColumn });
const COLUMNS = 'id, desk, at, silent';

/** The calls that are on, the oldest first. */
export function listEmergencies(db: Db): EmergencyView[] {
  return listRows(db, Row, `SELECT ${COLUMNS} FROM emergency WHERE ended_at IS NULL ORDER BY at`).map((row) => ({
    ...row,
    coming: z
      .array(z.int())
      .parse(
        db.statement('SELECT desk FROM emergency_answer WHERE emergency_id = ? ORDER BY at, desk').pluck().all(row.id),
      ),
  }));
}

/** Calls the other desks; a second call of the same desk is the first one, made louder where the second is not silent. */
export function callForHelp(
  tx: Tx,
  { desk, silent }: { desk: number; silent: boolean },
  who: { staffId: string },
): string {
  const on = findRow(tx, Row, `SELECT ${COLUMNS} FROM emergency WHERE desk = ? AND ended_at IS NULL`, desk);
  if (on) {
    if (on.silent && !silent) {
      run(tx, 'UPDATE emergency SET silent = 0 WHERE id = ?', on.id);
      tx.touch({ entity: 'emergency', id: on.id, op: 'put', fields: ['silent'] });
    }
    return on.id;
  }
  const id = uuidv7();
  run(
    tx,
    'INSERT INTO emergency (id, at, desk, silent, staff_id) VALUES (?, ?, ?, ?, ?)',
    id,
    tx.at,
    desk,
    silent ? 1 : 0,
    who.staffId,
  );
  tx.touch({ entity: 'emergency', id, op: 'put', fields: [silent ? 'called-silently' : 'called'] });
  return id;
}

/** A desk is coming. Nothing happens for a call that is over or was never there: who asks learns nothing. */
export function answerCall(tx: Tx, id: string, desk: number): void {
  if (!isOn(tx, id)) return;
  const added = run(
    tx,
    'INSERT INTO emergency_answer (emergency_id, desk, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    id,
    desk,
    tx.at,
  );
  if (added > 0) tx.touch({ entity: 'emergency', id, op: 'put', fields: ['answered'] });
}

/** The call is over. Throws NOT_FOUND for one that is not on. */
export function endCall(tx: Tx, id: string): void {
  if (!isOn(tx, id)) throw notFound();
  run(tx, 'UPDATE emergency SET ended_at = ? WHERE id = ?', tx.at, id);
  tx.touch({ entity: 'emergency', id, op: 'put', fields: ['ended'] });
}

function isOn(db: Db, id: string): boolean {
  return db.statement('SELECT 1 FROM emergency WHERE id = ? AND ended_at IS NULL').get(id) !== undefined;
}
