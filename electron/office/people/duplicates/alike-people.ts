import type { AlikePerson } from '../../../../shared/people/duplicates.contract.ts';
import { type Comparable, comparedPerson, duplicateEvidence } from '../../../../shared/people/duplicates.rules.ts';
import type { Who } from '../../access/session.ts';
import type { Db, Tx } from '../../database/handles.ts';
import { rule } from '../../rpc/faults.ts';
import { matchPeople } from '../match-people.ts';
import { listPeople } from '../person-row.ts';
import { personHit } from '../search-people.ts';
import { standingIdsOf } from './merges.ts';
import { setDistinct } from './set-distinct.ts';

/** More than this nobody reads before storing somebody. */
const MOST_SHOWN = 5;

/** Records that the person to be created may have already, the likeliest first, at most 5. */
export function alikePeople(db: Db, person: Comparable): AlikePerson[] {
  const typed = comparedPerson(person);
  const names = [`${person.givenName} ${person.familyName}`, person.ownScriptName];
  const matches = names.flatMap((name) => matchPeople(db, name, { unfinished: true, details: [] }));
  const ids = [...new Set(matches.map(({ personId }) => personId))];
  // A record that went into another one shows at that one.
  const standing = standingIdsOf(db, ids);
  const shown = new Map(
    listPeople(db, [...new Set(ids.map((id) => standing.get(id) ?? id))]).map((kept) => [kept.id, kept]),
  );
  const likeliest = new Map<string, { alike: AlikePerson; score: number }>();
  for (const record of listPeople(db, ids)) {
    const kept = shown.get(standing.get(record.id) ?? record.id);
    if (!kept) continue;
    const { score, ...evidence } = duplicateEvidence(typed, comparedPerson(record));
    if (score <= (likeliest.get(kept.id)?.score ?? Number.NEGATIVE_INFINITY)) continue;
    likeliest.set(kept.id, { alike: { person: personHit(kept, []), ...evidence }, score });
  }
  return [...likeliest.values()]
    .sort((a, b) => Number(b.alike.likely) - Number(a.alike.likely) || b.score - a.score)
    .slice(0, MOST_SHOWN)
    .map(({ alike }) => alike);
}

/**
 * Those of `otherThan` that are likely the person to be created. Throws RULE perhaps-known when one is likely that the
 * caller did not name: nobody is stored twice without somebody having looked.
 */
export function likelyButOther(db: Db, person: Comparable, otherThan: readonly string[]): string[] {
  const likely = alikePeople(db, person).flatMap((alike) => (alike.likely ? [alike.person.id] : []));
  if (likely.some((id) => !otherThan.includes(id))) throw rule('perhaps-known');
  return likely;
}

/** Remembers that a new person is somebody else, so that nobody is asked again whether the two are one. */
export function setDistinctFromAll(tx: Tx, id: string, others: readonly string[], who: Who): void {
  for (const other of others) setDistinct(tx, { firstId: id, secondId: other }, who);
}
