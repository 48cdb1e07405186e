import { z } from 'zod';
import { LARGEST_HOUSEHOLD } from '../../../shared/households/households.contract.ts';
import { type Instant, type LocalDate, localDateOf } from '../../../shared/kernel/instants.ts';
import { listRows, run, type Tx } from '../database/handles.ts';
import { conflict, notFound, rule } from '../rpc/faults.ts';
import { findHouseholdOf, type Household, listMembers } from './household-row.ts';
import { getRelation, listRelated } from './relation-row.ts';

const TouchedRow = z.strictObject({ id: z.string(), revision: z.int() });
const EndedRow = TouchedRow.extend({ with_id: z.string() });

/**
 * Somebody leaves the household on that day. Partnerships with those who stay end, and from now on neither side's page,
 * household or timeline shows anything of the other's. Throws RULE in-no-household, in-the-future.
 */
export function separate(tx: Tx, { leaverId, on }: { leaverId: string; on: LocalDate }): { endedAt: Instant } {
  if (on > localDateOf(tx.at)) throw rule('in-the-future');
  const household = findHouseholdOf(tx, leaverId);
  if (!household) throw rule('in-no-household');
  const staying = listMembers(tx, household.id).flatMap(({ personId }) => (personId === leaverId ? [] : personId));
  run(
    tx,
    // Security: not before they came, or they would never have lived together and would be named to each other again.
    'UPDATE household_member SET to_on = max(?, from_on), ended_at = ? WHERE person_id = ? AND to_on IS NULL',
    on,
    tx.at,
    leaverId,
  );
  // One fewer lives there; somebody who stays in no file may have gone along, which the desk says by itself. Where nobody
  // is left, there is no household whose size would matter.
  resize(tx, household, staying.length === 0 ? household.size : Math.max(1, household.size - 1));
  const partnerships = listRows(
    tx,
    TouchedRow,
    `SELECT id, revision FROM relation WHERE kind = 'partner' AND to_on IS NULL AND ((person_id = ? AND other_id IN (SELECT value FROM json_each(?)))
      OR (other_id = ? AND person_id IN (SELECT value FROM json_each(?))))`,
    leaverId,
    JSON.stringify(staying),
    leaverId,
    JSON.stringify(staying),
  );
  for (const relation of partnerships) end(tx, relation, on);
  return { endedAt: tx.at };
}

/**
 * Takes a separation of today back: the same household and the partnerships that ended with it. Throws NOT_FOUND, RULE
 * in-another-household, already-related where another relation was entered since, household-full.
 */
export function takeBackSeparation(tx: Tx, { leaverId, endedAt }: { leaverId: string; endedAt: Instant }): void {
  if (localDateOf(endedAt) !== localDateOf(tx.at)) throw notFound();
  if (findHouseholdOf(tx, leaverId)) throw rule('in-another-household');
  const back = run(
    tx,
    'UPDATE household_member SET to_on = NULL, ended_at = NULL WHERE person_id = ? AND ended_at = ?',
    leaverId,
    endedAt,
  );
  if (back === 0) throw notFound();
  const household = findHouseholdOf(tx, leaverId);
  if (household) {
    const members = listMembers(tx, household.id).length;
    if (members > LARGEST_HOUSEHOLD) throw rule('household-full');
    resize(tx, household, members === 1 ? household.size : Math.min(LARGEST_HOUSEHOLD, household.size + 1));
  }
  const related = new Set(listRelated(tx, leaverId).map(({ personId }) => personId));
  const sql =
    'SELECT id, revision, iif(person_id = ?, other_id, person_id) AS with_id FROM relation WHERE ended_at = ? AND ? IN (person_id, other_id)';
  for (const { id, revision, with_id } of listRows(tx, EndedRow, sql, leaverId, endedAt, leaverId)) {
    if (related.has(with_id)) throw rule('already-related');
    run(tx, 'UPDATE relation SET to_on = NULL, ended_at = NULL, revision = revision + 1 WHERE id = ?', id);
    tx.touch({ entity: 'relation', id, op: 'put', fields: ['toOn'], revision: revision + 1 });
  }
}

function resize(tx: Tx, { id, revision }: Household, size: number): void {
  run(tx, 'UPDATE household SET size = ?, revision = ? WHERE id = ?', size, revision + 1, id);
  tx.touch({ entity: 'household', id, op: 'put', fields: ['members', 'size'], revision: revision + 1 });
}

/** Ends one relation on that day. Throws CONFLICT, NOT_FOUND also for one that ended, RULE in-the-future. */
export function endRelation(tx: Tx, input: { id: string; revision: number; on: LocalDate }): void {
  if (input.on > localDateOf(tx.at)) throw rule('in-the-future');
  const relation = getRelation(tx, input.id);
  if (relation.revision !== input.revision) throw conflict(relation.revision);
  if (relation.to_on !== null) throw notFound();
  end(tx, relation, input.on);
}

function end(tx: Tx, { id, revision }: { id: string; revision: number }, on: LocalDate): void {
  run(tx, 'UPDATE relation SET to_on = ?, ended_at = ?, revision = ? WHERE id = ?', on, tx.at, revision + 1, id);
  tx.touch({ entity: 'relation', id, op: 'put', fields: ['toOn'], revision: revision + 1 });
}
