import { indexedWords } from '../../../shared/people/names/indexed-words.ts';
import { storedName } from '../../../shared/people/names/stored-name.ts';
import { run, type Tx } from '../database/handles.ts';

/** Where a name of a person stands: as written in Latin letters, in the own script, or a further name of theirs. */
export const NAME_SOURCES = ['name', 'own-script', 'other-name'] as const;
export type NameSource = (typeof NAME_SOURCES)[number];

/** One full name of a person. */
export interface FoundName {
  source: NameSource;
  name: string;
}

/** Writes the names by whose words a person is found, in place of those that were there. */
export function writeNames(tx: Tx, personId: string, names: readonly FoundName[]): void {
  run(tx, 'DELETE FROM person_name WHERE person_id = ?', personId);
  for (const [place, { source, name }] of names.entries()) {
    run(
      tx,
      'INSERT INTO person_name (person_id, place, source, words) VALUES (?, ?, ?, ?)',
      personId,
      place,
      source,
      storedName(indexedWords(name)),
    );
  }
  run(tx, 'INSERT INTO person_name_change (person_id) VALUES (?)', personId);
}
