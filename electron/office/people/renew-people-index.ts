import type { OfficeDatabase } from '../database/write.ts';
import { indexPerson } from './person-names-found.ts';
import { listPeople } from './person-row.ts';

/** One more with every change of what `indexPerson` writes: stored people are then indexed anew when the office opens. */
const PEOPLE_INDEX_VERSION = 3;

/** Indexes everybody anew if the index was written by other rules. No journal entry: nobody's data change. */
export function renewPeopleIndex(database: OfficeDatabase, now: string): void {
  const version = database.statement('SELECT version FROM people_index').pluck(true).get();
  if (version === PEOPLE_INDEX_VERSION) return;
  database.write({ at: now, staffId: null, procedure: 'people.renewIndex' }, (tx) => {
    const ids = tx.statement('SELECT id FROM person').pluck(true).all().map(String);
    for (const person of listPeople(tx, ids)) indexPerson(tx, person.id, person);
    tx.statement('UPDATE people_index SET version = ?').run(PEOPLE_INDEX_VERSION);
  });
}
