import { type NameWord, nameWords } from '../../../shared/people/names/name-words.ts';
import type { Db } from '../database/handles.ts';
import { type NameMemory, nameMemory } from './name-memory.ts';

/** Somebody who was found. */
export interface MatchedPerson {
  personId: string;
  /** The higher, the better. */
  score: number;
  /** The name in which the typed words were found, by its place among the person's names; null: by no name. */
  name: MatchedName | null;
}

export interface MatchedName {
  place: number;
  /** For each typed word that was found the place of its word in the stored name. */
  words: readonly { place: number; byLetters: boolean }[];
}

/** Enough to rank the best twenty among. */
const MOST_PEOPLE = 60;

/** No name has more: a sentence that somebody pastes must not stop the office. */
const MOST_WORDS = 10;

const HAVING_DETAIL = 'SELECT person_id FROM person_key AS found WHERE key >= ? AND key < ? || char(1114111)';
const ALSO =
  ' AND EXISTS (SELECT 1 FROM person_key WHERE person_id = found.person_id AND key >= ? AND key < ? || char(1114111))';

/**
 * People in whose name every typed word is found, of three words or more all but one, best first. `details`: beginnings of
 * keys of `person_key` that they must have besides.
 */
export function matchPeople(
  db: Db,
  typed: string,
  options: { unfinished: boolean; details: readonly string[] },
): MatchedPerson[] {
  const words = nameWords(typed);
  if (words.length === 0) return [];
  const memory = nameMemory(db);
  const among = options.details.length === 0 ? null : peopleWith(db, memory, options.details);
  const hits = memory.search.find({ typed: strongOf(words), unfinished: options.unfinished, among }, MOST_PEOPLE);
  return hits.map(({ owner, name, score, words: found }) => ({
    personId: memory.ids[owner] ?? '',
    score,
    name: { place: memory.places[name] ?? 0, words: found },
  }));
}

/** What is looked for: connecting words only where there are no others. */
function strongOf(words: readonly NameWord[]): readonly NameWord[] {
  const strong = words.filter(({ weak }) => !weak);
  return (strong.length > 0 ? strong : words).slice(0, MOST_WORDS);
}

function peopleWith(db: Db, memory: NameMemory, details: readonly string[]): Set<number> {
  const ids = db
    .statement(`${HAVING_DETAIL}${ALSO.repeat(details.length - 1)}`)
    .pluck(true)
    .all(...details.flatMap((key) => [key, key]));
  return new Set(ids.flatMap((id) => memory.numberOfPerson.get(String(id)) ?? []));
}
