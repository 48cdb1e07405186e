import { foldName } from '../../../shared/kernel/fold-name.ts';
import { displayName } from '../../../shared/people/display-name.rules.ts';
import { joinedWord, type NameWord, nameWords } from '../../../shared/people/names/name-words.ts';
import type { MatchedBy, PersonHit, PersonView } from '../../../shared/people/people.contract.ts';
import { type SearchTerms, searchTerms } from '../../../shared/people/person-keys.rules.ts';
import type { Db } from '../database/handles.ts';
import { standingIdOf } from './duplicates/merges.ts';
import { findNameWords, type MeantWord } from './find-name-words.ts';
import { type MatchedPerson, matchPeople } from './match-people.ts';
import { reasonsOf } from './match-reasons.ts';
import { peopleByDetails, personOfTicket } from './people-by-details.ts';
import { listPeople } from './person-row.ts';

/** More than this nobody reads while somebody waits; another letter narrows it down. */
export const MOST_HITS = 20;
/** No name has more, and the work grows with their square: what somebody pastes must not stop the office. */
const MOST_WORDS = 10;

/**
 * People in whom every typed word is found, best first, at most 20: words of a name in any script and spelling, or
 * their beginning; a date or year of birth; the beginning of a phone number; the number of a ticket of `day`.
 */
export function searchPeople(db: Db, typed: string, day: string): PersonHit[] {
  const terms = searchTerms(typed);
  const ticketHolder = terms.ticket === null ? null : personOfTicket(db, terms.ticket, day);
  const holder: MatchedPerson[] = ticketHolder === null ? [] : [{ personId: ticketHolder, score: 1, words: [] }];
  const found = [...holder, ...matchedPeople(db, terms)].map((match) => ({
    match,
    id: standingIdOf(db, match.personId),
  }));
  const best = spelledSoFirst(
    db,
    typed,
    uniqueBy(found, ({ id }) => id),
  ).slice(0, MOST_HITS);
  const ids = best.flatMap(({ match, id }) => [match.personId, id]);
  const people = new Map(listPeople(db, [...new Set(ids)]).map((person) => [person.id, person]));
  return best.flatMap(({ match, id }) => {
    // Of a record that was put together with another, the words stand in its own names, and the hit is the kept one.
    const [record, person] = [people.get(match.personId), people.get(id)];
    if (!record || !person) return [];
    const reasons = reasonsOf(db, record, match, terms);
    return [
      personHit(person, match.personId === ticketHolder ? [{ reason: 'ticket', found: '' }, ...reasons] : reasons),
    ];
  });
}

/**
 * Whoever types a letter with its marks means that letter: who is spelled exactly so stands before those who are spelled
 * otherwise. Letters without marks say nothing about the spelling.
 */
function spelledSoFirst<T extends { id: string }>(db: Db, typed: string, found: readonly T[]): readonly T[] {
  const spelling = spelled(typed);
  if (found.length <= MOST_HITS || spelling === foldName(typed)) return found;
  const people = listPeople(
    db,
    found.map(({ id }) => id),
  );
  const exact = new Set(people.filter((person) => namesOf(person).includes(spelling)).map(({ id }) => id));
  return [...found.filter(({ id }) => exact.has(id)), ...found.filter(({ id }) => !exact.has(id))];
}

function spelled(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

function namesOf({ givenName, familyName, documentName, ownScriptName, aliases }: PersonView): string {
  return spelled([givenName, familyName, documentName, ownScriptName, ...aliases].join(' '));
}

/** The first of each key. */
function uniqueBy<T>(list: readonly T[], keyOf: (one: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)));
}

function matchedPeople(db: Db, terms: SearchTerms): MatchedPerson[] {
  if (terms.names === '') return peopleByDetails(db, terms, MOST_HITS);
  const details = terms.birth === null ? terms.digits : [terms.birth.slice(0, 4), ...terms.digits];
  const found = peopleByName(db, terms.names, details);
  if (terms.digits.length === 0) return found;
  const numbered = nameWords(terms.withNumbers).map((word) => findNameWords(db, word, { unfinished: false }));
  return [...matchPeople(db, numbered, []), ...found];
}

/** By words of names and the details that they must have besides. What is typed last may be unfinished. */
function peopleByName(db: Db, names: string, details: readonly string[]): MatchedPerson[] {
  const words = nameWords(names).slice(0, MOST_WORDS);
  const strong = words.filter(({ weak }) => !weak);
  const typed = strong.length > 0 ? strong : words;
  const finished = names.endsWith(' ');
  const listsOf = (some: readonly NameWord[]) =>
    some.map((word, at) => findNameWords(db, word, { unfinished: !finished && at === some.length - 1 }));
  const lists = listsOf(typed);
  const all = matchPeople(db, lists, details);
  if (all.length > 0 || typed.length < 2) return all;
  return [...writtenTogether(db, typed, listsOf, details), ...withoutOne(db, lists, details)].sort(
    (a, b) => b.score - a.score,
  );
}

/** Two typed words may be one word of the name: Ali Reza, Alireza. */
function writtenTogether(
  db: Db,
  typed: readonly NameWord[],
  listsOf: (words: readonly NameWord[]) => MeantWord[][],
  filter: readonly string[],
): MatchedPerson[] {
  return typed.slice(1).flatMap((word, at) => {
    const before = typed[at];
    if (!before) return [];
    return matchPeople(db, listsOf([...typed.slice(0, at), joinedWord(before, word), ...typed.slice(at + 2)]), filter);
  });
}

/** Of three words or more one may be missing in the file: a father's name, a second one. */
function withoutOne(db: Db, lists: readonly MeantWord[][], filter: readonly string[]): MatchedPerson[] {
  if (lists.length < 3) return [];
  const found = lists.flatMap((_, left) =>
    matchPeople(
      db,
      lists.filter((_list, at) => at !== left),
      filter,
    ),
  );
  const best = new Map<string, MatchedPerson>();
  for (const match of found) {
    const score = match.score - 0.2;
    if (score > (best.get(match.personId)?.score ?? 0)) best.set(match.personId, { ...match, score });
  }
  return [...best.values()];
}

/** A person as one line of a list. */
export function personHit(person: PersonView, matchedBy: readonly MatchedBy[]): PersonHit {
  return {
    id: person.id,
    name: displayName(person),
    level: person.level,
    ownScriptName: person.ownScriptName,
    bornYear: person.bornOn === null ? null : Number(person.bornOn.slice(0, 4)),
    spoken: person.spoken,
    district: person.district,
    matchedBy: [...matchedBy],
  };
}
