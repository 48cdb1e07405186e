import { z } from 'zod';
import { type CallState, callState, REACHABLE_AT, TRY_RESULTS } from '../../../shared/phone/phone.rules.ts';
import { jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';

const TryRow = z
  .strictObject({ sequence: z.int(), result: z.enum(TRY_RESULTS), at: z.string(), staff_id: z.string() })
  .transform(({ staff_id: staffId, ...row }) => ({ ...row, staffId }));
type Try = z.infer<typeof TryRow>;

const CallRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  contact_id: z.string(),
  person_id: z.string().nullable(),
  phone: z.string(),
  language: z.string(),
  reachable: jsonColumn(z.array(z.enum(REACHABLE_AT))),
  reason: z.string(),
  due_on: z.string(),
  closed_as: z.enum(['letter', 'withdrawn']).nullable(),
});
type Row = z.infer<typeof CallRow>;

/** A call that is owed, with its tries that count. */
export interface Call extends Row {
  tries: Try[];
  state: CallState;
}

const SELECT = `SELECT phone_follow_up.id, phone_follow_up.revision, contact_id, contact.person_id, phone_follow_up.phone,
    phone_follow_up.language, reachable, reason, due_on, closed_as
  FROM phone_follow_up JOIN contact ON contact.id = contact_id`;
const TRIES =
  'SELECT sequence, result, at, staff_id FROM phone_try WHERE follow_up_id = ? AND undone_at IS NULL ORDER BY sequence';

function withTries(db: Db, row: Row): Call {
  const tries = listRows(db, TryRow, TRIES, row.id);
  return { ...row, tries, state: callState(tries, row.closed_as) };
}

/** One call. Throws NOT_FOUND. */
export function getCall(db: Db, id: string): Call {
  const row = findRow(db, CallRow, `${SELECT} WHERE phone_follow_up.id = ?`, id);
  if (!row) throw notFound();
  return withTries(db, row);
}

/** Every call that is still owed, the longest due first. */
export function owedCalls(db: Db): Call[] {
  // Who was reached is left out here already: of those there are ever more.
  const sql = `${SELECT} WHERE closed_as IS NULL AND NOT EXISTS (SELECT 1 FROM phone_try
      WHERE follow_up_id = phone_follow_up.id AND result = 'reached' AND undone_at IS NULL)
    ORDER BY due_on, phone_follow_up.id`;
  return listRows(db, CallRow, sql)
    .map((row) => withTries(db, row))
    .filter(({ state }) => state === 'open' || state === 'letter-due');
}
