import { z } from 'zod';
import { listRows, run, type Tx } from '../database/handles.ts';

const LetterId = z.strictObject({ id: z.string(), revision: z.int() });

/** Takes the contact away from a person's letters that came out of it: the letters stay, what they came out of is not told. */
export function untieLetters(tx: Tx, contactId: string, personId: string): void {
  const sql = 'SELECT id, revision FROM letter WHERE contact_id = ? AND person_id = ?';
  for (const { id, revision } of listRows(tx, LetterId, sql, contactId, personId)) {
    run(
      tx,
      "UPDATE letter SET contact_id = NULL, input = json_set(input, '$.contactId', NULL), revision = ? WHERE id = ?",
      revision + 1,
      id,
    );
    tx.touch({ entity: 'letter', id, op: 'put', fields: ['contactId'], revision: revision + 1 });
  }
}
