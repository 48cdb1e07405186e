import type { LikelyPair } from '../../../../shared/people/duplicates.contract.ts';
import { type DuplicateEvidence, duplicateEvidence } from '../../../../shared/people/duplicates.rules.ts';
import type { Db } from '../../database/handles.ts';
import { listPeople } from '../person-row.ts';
import { personHit } from '../search-people.ts';

/** More than this nobody works through at once; what is decided makes room for the next. */
const MOST_PAIRS = 50;
/** A block that more people share says nothing. */
const MOST_IN_BLOCK = 40;
/** Bounds the work of one look: a few hundred milliseconds. The newest records are looked at first. */
const MOST_COMPARED = 4000;

// Pairs that share a block, are not known to be two people, and whose years of birth do not speak against it.
const CANDIDATES = `
  WITH small (block) AS (SELECT block FROM person_block GROUP BY block HAVING count(*) BETWEEN 2 AND ${MOST_IN_BLOCK})
  SELECT DISTINCT a.person_id, b.person_id FROM small
    JOIN person_block AS a ON a.block = small.block JOIN person_block AS b ON b.block = small.block AND b.person_id > a.person_id
    JOIN person AS first ON first.id = a.person_id JOIN person AS second ON second.id = b.person_id
  WHERE (first.born_on IS NULL OR second.born_on IS NULL OR substr(first.born_on, 1, 4) = substr(second.born_on, 1, 4))
    AND NOT EXISTS (SELECT 1 FROM person_distinct WHERE first_id = a.person_id AND second_id = b.person_id)
    AND NOT EXISTS (SELECT 1 FROM person_merge WHERE merged_id IN (a.person_id, b.person_id))
  ORDER BY b.person_id DESC LIMIT ${MOST_COMPARED}`;

/** Records that may be one person, the likeliest first. Nothing is ever put together by itself. */
export function likelyPairs(db: Db): LikelyPair[] {
  const candidates = db.statement(CANDIDATES).raw(true).all() as [string, string][]; // two TEXT columns of STRICT tables
  const people = new Map(listPeople(db, [...new Set(candidates.flat())]).map((person) => [person.id, person]));
  const found: { pair: LikelyPair; evidence: DuplicateEvidence }[] = [];
  for (const [firstId, secondId] of candidates) {
    const [first, second] = [people.get(firstId), people.get(secondId)];
    if (!first || !second) continue;
    const evidence = duplicateEvidence(first, second);
    if (!evidence.likely) continue;
    const { reasonsFor, reasonsAgainst } = evidence;
    found.push({
      pair: { first: personHit(first, []), second: personHit(second, []), reasonsFor, reasonsAgainst },
      evidence,
    });
  }
  return found
    .sort((a, b) => b.evidence.score - a.evidence.score)
    .slice(0, MOST_PAIRS)
    .map(({ pair }) => pair);
}
