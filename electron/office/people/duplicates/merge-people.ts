import { localDateOf } from '../../../../shared/kernel/instants.ts';
import { PersonFields } from '../../../../shared/people/people.contract.ts';
import { personProblem, tidyPerson } from '../../../../shared/people/person.rules.ts';
import type { Who } from '../../access/session.ts';
import { run, type Tx } from '../../database/handles.ts';
import { conflict, rule } from '../../rpc/faults.ts';
import { CheckedDays, checkedByMerge, listChecked } from '../checked-fields.ts';
import { getPerson } from '../person-row.ts';
import { storePersonFields } from '../write-person.ts';
import { giveRowsBack, moveRows } from './merged-rows.ts';
import { keptIdOf } from './merges.ts';

export interface MergeOrder {
  keptId: string;
  keptRevision: number;
  mergedId: string;
  mergedRevision: number;
  person: PersonFields;
}

/**
 * Puts a record together with the kept one: a pointer, and everything of the merged record shows at the kept one, which
 * gets the fields that were chosen. Both records stay. Throws NOT_FOUND, CONFLICT with the kept record's revision, RULE.
 */
export function mergePeople(tx: Tx, order: MergeOrder, who: Who): { revision: number } {
  const { keptId, mergedId } = order;
  if (keptId === mergedId) throw rule('same-record');
  const [kept, merged] = [getPerson(tx, keptId), getPerson(tx, mergedId)];
  if (keptIdOf(tx, keptId) !== null || keptIdOf(tx, mergedId) !== null) throw rule('merged-already');
  if (kept.revision !== order.keptRevision || merged.revision !== order.mergedRevision) throw conflict(kept.revision);
  // A pseudonym protects somebody from being recognised: it is not put together with a name.
  if (kept.level === 'pseudonymous' || merged.level === 'pseudonymous' || order.person.level === 'pseudonymous')
    throw rule('pseudonymous');
  if (order.person.pseudonym !== '') throw rule('pseudonymous');
  // A release holds for what stands in its own record; its keys would be lost with the talks that move.
  if (hasOpenRelease(tx, mergedId)) throw rule('released');
  const person = tidyPerson(order.person);
  const problem = personProblem(person, localDateOf(tx.at));
  if (problem === 'name-missing' || problem === 'born-in-the-future') throw rule(problem);
  run(
    tx,
    'INSERT INTO person_merge (merged_id, kept_id, kept_before, kept_after, kept_checked, merged_at, merged_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
    mergedId,
    keptId,
    JSON.stringify(fieldsOf(kept)),
    JSON.stringify(fieldsOf(person)),
    JSON.stringify(listChecked(tx, keptId)),
    tx.at,
    who.staffId,
  );
  moveRows(tx, mergedId, keptId);
  const revision = kept.revision + 1;
  storePersonFields(tx, keptId, person, revision);
  checkedByMerge(tx, keptId, { before: kept, after: person, days: listChecked(tx, mergedId) });
  tx.touch({ entity: 'person', id: keptId, op: 'put', fields: ['mergedFrom'], revision });
  tx.touch({ entity: 'person', id: mergedId, op: 'put', fields: ['mergedInto'], revision: merged.revision });
  return { revision };
}

/**
 * Takes a merge back: the pointer is gone, each record has again what was its own. A field that was changed since the
 * merge stays as it is now. Throws RULE not-merged, RULE merged-further while the kept record itself went into another.
 */
export function undoMerge(tx: Tx, mergedId: string): { keptId: string } {
  const keptId = keptIdOf(tx, mergedId);
  if (keptId === null) throw rule('not-merged');
  if (keptIdOf(tx, keptId) !== null) throw rule('merged-further');
  const kept = (column: 'kept_before' | 'kept_after' | 'kept_checked'): unknown =>
    JSON.parse(
      String(tx.statement(`SELECT ${column} FROM person_merge WHERE merged_id = ?`).pluck(true).get(mergedId)),
    );
  const [before, after] = [PersonFields.parse(kept('kept_before')), PersonFields.parse(kept('kept_after'))];
  const days = CheckedDays.parse(kept('kept_checked'));
  const now = getPerson(tx, keptId);
  const restored = giveFieldsBack({ before, after, now: fieldsOf(now) });
  giveRowsBack(tx, mergedId, keptId);
  run(tx, 'DELETE FROM person_merge WHERE merged_id = ?', mergedId);
  storePersonFields(tx, keptId, restored, now.revision + 1);
  checkedByMerge(tx, keptId, { before: now, after: restored, days });
  tx.touch({ entity: 'person', id: keptId, op: 'put', fields: ['mergedFrom'], revision: now.revision + 1 });
  tx.touch({ entity: 'person', id: mergedId, op: 'put', fields: ['mergedInto'] });
  return { keptId };
}

// Fields that make sense together only, as the database wants them: half of a changed one is not given back.
const TOGETHER = [
  ['level', 'pseudonym', 'givenName', 'familyName', 'familyFirst'],
  ['bornOn', 'birthPrecision'],
  ['roles', 'movedInOn'],
] as const satisfies readonly (keyof PersonFields)[][];

/** The fields as they were before the merge, but for what was changed since. */
function giveFieldsBack({ before, after, now }: Record<'before' | 'after' | 'now', PersonFields>): PersonFields {
  const changed = (field: keyof PersonFields) => JSON.stringify(now[field]) !== JSON.stringify(after[field]);
  const withOthers = (field: keyof PersonFields): readonly (keyof PersonFields)[] =>
    TOGETHER.find((fields) => fields.some((one) => one === field)) ?? [field];
  // The keys of an object of this type are its fields.
  const unchanged = (Object.keys(before) as (keyof PersonFields)[]).filter((field) => !withOthers(field).some(changed));
  return PersonFields.parse({ ...now, ...Object.fromEntries(unchanged.map((field) => [field, before[field]])) });
}

function hasOpenRelease(tx: Tx, personId: string): boolean {
  const sql = 'SELECT 1 FROM release WHERE person_id = ? AND withdrawn_at IS NULL AND valid_until >= ?';
  return tx.statement(sql).get(personId, localDateOf(tx.at)) !== undefined;
}

/** A person's fields without what else a view of them says. */
function fieldsOf(person: PersonFields): PersonFields {
  return PersonFields.strip().parse(person);
}
