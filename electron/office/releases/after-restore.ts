import { z } from 'zod';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';
import { dropReleaseKeys } from './end-release.ts';

const StandingRow = z.strictObject({ withdrawn_at: z.string().nullable(), withdrawn_by: z.string().nullable() });
const OpenRow = z.strictObject({ id: z.string() });

/**
 * Closes in a copy that is being restored every release which does not hold in the present database: a withdrawal must
 * not be undone by putting back an older state. Where the present database can't be asked, because it does not open, all
 * are closed; they are recorded anew from the paper.
 */
export function keepWithdrawn(tx: Tx, present: Db | null): void {
  for (const { id } of listRows(tx, OpenRow, 'SELECT id FROM release WHERE withdrawn_at IS NULL')) {
    const standing =
      present && findRow(present, StandingRow, 'SELECT withdrawn_at, withdrawn_by FROM release WHERE id = ?', id);
    if (standing && standing.withdrawn_at === null) continue;
    run(
      tx,
      // Who withdrew it may have joined after the copy was made.
      `UPDATE release SET withdrawn_at = ?, withdrawn_by = (SELECT id FROM staff WHERE id = ?), revision = revision + 1 WHERE id = ?`,
      standing?.withdrawn_at ?? tx.at,
      standing?.withdrawn_by ?? null,
      id,
    );
    dropReleaseKeys(tx, id);
    tx.touch({ entity: 'release', id, op: 'put', fields: ['withdrawn_at'] });
  }
}
