import { type LocalDate, localDateOf } from '../../../shared/kernel/instants.ts';
import type { Who } from '../access/session.ts';
import { type Db, run, type Tx } from '../database/handles.ts';
import { conflict, rule } from '../rpc/faults.ts';
import { getInterpreter } from './interpreter-row.ts';

/**
 * Records that an interpreter has pledged secrecy on a day, before the caller; null takes a wrong entry back. Throws
 * NOT_FOUND, CONFLICT, RULE pledge-in-the-future.
 */
export function recordPledge(
  tx: Tx,
  input: { id: string; revision: number; pledgedOn: LocalDate | null },
  who: Who,
): { id: string; revision: number } {
  const before = getInterpreter(tx, input.id);
  if (before.revision !== input.revision) throw conflict(before.revision);
  if (input.pledgedOn !== null && input.pledgedOn > localDateOf(tx.at)) throw rule('pledge-in-the-future');
  const revision = before.revision + 1;
  run(
    tx,
    'UPDATE interpreter SET pledged_on = ?, pledge_taken_by = ?, revision = ? WHERE id = ?',
    input.pledgedOn,
    input.pledgedOn === null ? null : who.staffId,
    revision,
    before.id,
  );
  tx.touch({ entity: 'interpreter', id: before.id, op: 'put', fields: ['pledged_on'], revision });
  return { id: before.id, revision };
}

/**
 * Nobody interprets for a client before they have pledged secrecy: what they hear is entrusted to us. Throws RULE
 * pledge-missing, NOT_FOUND.
 */
export function requirePledge(db: Db, interpreterId: string): void {
  if (getInterpreter(db, interpreterId).pledged_on === null) throw rule('pledge-missing');
}
