import { z } from 'zod';
import { displayName } from '../../../shared/people/display-name.rules.ts';
import type { PersonHit, PersonView } from '../../../shared/people/people.contract.ts';
import { KEY_SOURCES, type KeySource, searchWords } from '../../../shared/people/person-keys.rules.ts';
import { type Db, listRows } from '../database/handles.ts';
import { listPeople } from './person-row.ts';

/** More than this nobody reads while somebody waits; another letter narrows it down. */
export const MOST_HITS = 20;

const FoundRow = z.strictObject({
  person_id: z.string(),
  sources: z.string().transform((text) => z.array(z.enum(KEY_SOURCES)).parse(text.split(','))),
});

// For each word the best of the person's keys that begin with it; then those people who have one for every word.
// A whole word counts more than a beginning, a name more than a year, a year more than a phone number. CROSS JOIN: the
// words come first and the keys by their index; SQLite would rather read through all keys.
const SEARCH = `
  WITH word (text) AS (SELECT value FROM json_each(?)),
  hit AS (
    SELECT person_id, word.text AS word, group_concat(DISTINCT source) AS sources,
      max(CASE WHEN key = word.text THEN 10 ELSE 0 END + CASE source WHEN 'name' THEN 4 WHEN 'own-script' THEN 4 WHEN 'birth' THEN 2 ELSE 1 END) AS score
    FROM word CROSS JOIN person_key WHERE key >= word.text AND key < word.text || char(1114111)
    GROUP BY person_id, word.text
  )
  SELECT person_id, group_concat(sources) AS sources FROM hit
  GROUP BY person_id HAVING count(*) = (SELECT count(*) FROM word)
  ORDER BY sum(score) DESC, person_id DESC LIMIT ${MOST_HITS}`;

/** People in whom every typed word is found, as the beginning of a name, year or phone number; best first, at most 20. */
export function searchPeople(db: Db, typed: string): PersonHit[] {
  const words = searchWords(typed);
  if (words.length === 0) return [];
  const found = listRows(db, FoundRow, SEARCH, JSON.stringify(words));
  const sources = new Map(found.map((row) => [row.person_id, row.sources]));
  const people = listPeople(
    db,
    found.map((row) => row.person_id),
  );
  return people.map((person) => personHit(person, sources.get(person.id) ?? []));
}

/** A person as one line of a list. */
export function personHit(person: PersonView, matched: readonly KeySource[]): PersonHit {
  return {
    id: person.id,
    name: displayName(person),
    ownScriptName: person.ownScriptName,
    bornYear: person.bornOn === null ? null : Number(person.bornOn.slice(0, 4)),
    spoken: person.spoken,
    district: person.district,
    matchedBy: KEY_SOURCES.filter((source) => matched.includes(source)),
  };
}
