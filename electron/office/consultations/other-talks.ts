import { z } from 'zod';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { listRows, type Tx } from '../database/handles.ts';

const RenewedRow = z.strictObject({ id: z.string(), revision: z.int() });

/**
 * What a talk shows of its person was changed elsewhere: obstacles are the person's, and a talk's screen gives back all that
 * it showed. Every other talk of theirs that can still be changed gets a new revision, so that one which was open before
 * is told of a conflict and does not undo what a colleague has just said. Nobody: nothing.
 */
export function outdateOtherTalks(tx: Tx, personId: string | null, contactId: string | null): void {
  if (personId === null) return;
  const renewed = listRows(
    tx,
    RenewedRow,
    `UPDATE contact SET revision = revision + 1 WHERE person_id = ? AND id IS NOT ? AND (day = ? OR finished_at IS NULL)
      RETURNING id, revision`,
    personId,
    contactId,
    localDateOf(tx.at),
  );
  for (const { id, revision } of renewed)
    tx.touch({ entity: 'contact', id, op: 'put', fields: ['obstacles'], revision });
}
