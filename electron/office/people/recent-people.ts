import { z } from 'zod';
import type { PersonHit } from '../../../shared/people/people.contract.ts';
import { latestContacts } from '../consultations/list-contacts.ts';
import { type Db, listRows } from '../database/handles.ts';
import { standingIdOf } from './duplicates/merges.ts';
import { listPeople } from './person-row.ts';
import { MOST_HITS, personHit } from './search-people.ts';

const ChangedRow = z.strictObject({ person_id: z.string(), at: z.string() });

/** Those seen or changed last in this office, newest first, at most 20. */
export function recentPeople(db: Db): PersonHit[] {
  const changed = listRows(
    db,
    ChangedRow,
    `SELECT id AS person_id, changed_at AS at FROM person ORDER BY changed_at DESC LIMIT ${MOST_HITS}`,
  );
  const seen = latestContacts(db, MOST_HITS).map(({ personId, at }) => ({ person_id: personId, at }));
  const newestFirst = [...changed, ...seen].sort((a, b) => b.at.localeCompare(a.at));
  const ids = [...new Set(newestFirst.map((row) => standingIdOf(db, row.person_id)))].slice(0, MOST_HITS);
  return listPeople(db, ids).map((person) => personHit(person, []));
}
