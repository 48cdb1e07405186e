import type { LikelyPair } from '../../../../shared/people/duplicates.contract.ts';
import { comparedPerson, duplicateEvidence } from '../../../../shared/people/duplicates.rules.ts';
import type { Db } from '../../database/handles.ts';
import { listPeople } from '../person-row.ts';
import { personHit } from '../search-people.ts';
import { alikePairs } from './compared-people.ts';

/** More than this nobody works through at once; what is decided makes room for the next. */
const MOST_PAIRS = 50;

/**
 * Records that may be one person, the likeliest first, at most 50, without those of which somebody has decided. Nothing is
 * ever put together by itself.
 */
export function likelyPairs(db: Db): LikelyPair[] {
  const merged = new Set(db.statement('SELECT merged_id FROM person_merge').pluck(true).all());
  const distinct = new Set(db.statement("SELECT first_id || ' ' || second_id FROM person_distinct").pluck(true).all());
  const open = alikePairs(db)
    .filter(({ firstId, secondId }) => !merged.has(firstId) && !merged.has(secondId))
    .filter(({ firstId, secondId }) => !distinct.has(`${firstId} ${secondId}`))
    .sort((a, b) => b.score - a.score || (a.secondId < b.secondId ? 1 : -1))
    .slice(0, MOST_PAIRS);
  const ids = [...new Set(open.flatMap(({ firstId, secondId }) => [firstId, secondId]))];
  const people = new Map(listPeople(db, ids).map((person) => [person.id, person]));
  return open.flatMap(({ firstId, secondId }) => {
    const [first, second] = [people.get(firstId), people.get(secondId)];
    if (!first || !second) return [];
    const { reasonsFor, reasonsAgainst } = duplicateEvidence(comparedPerson(first), comparedPerson(second));
    return [{ first: personHit(first, []), second: personHit(second, []), reasonsFor, reasonsAgainst }];
  });
}
