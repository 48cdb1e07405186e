import { foldName } from '../../../shared/kernel/fold-name.ts';
import { displayName } from '../../../shared/people/display-name.rules.ts';
import type { MatchedBy, PersonHit, PersonView } from '../../../shared/people/people.contract.ts';
import { type SearchTerms, searchTerms } from '../../../shared/people/person-keys.rules.ts';
import type { Db } from '../database/handles.ts';
import { standingIdsOf } from './duplicates/merges.ts';
import { type MatchedPerson, matchPeople } from './match-people.ts';
import { reasonsOf } from './match-reasons.ts';
import { peopleByDetails, personOfTicket } from './people-by-details.ts';
import { listPeople, type PersonLine, personLines } from './person-row.ts';

/** More than this nobody reads while somebody waits; another letter narrows it down. */
export const MOST_HITS = 20;

/**
 * People in whom every typed word is found, best first, at most 20: words of a name in any script and spelling, or
 * their beginning; a date or year of birth; the beginning of a phone number; the number of a ticket of `day`.
 */
export function searchPeople(db: Db, typed: string, day: string): PersonHit[] {
  const terms = searchTerms(typed);
  const ticketHolder = terms.ticket === null ? null : personOfTicket(db, terms.ticket, day);
  const holder: MatchedPerson[] = ticketHolder === null ? [] : [{ personId: ticketHolder, score: 1, name: null }];
  const matches = [...holder, ...matchedPeople(db, terms)];
  const standing = standingIdsOf(
    db,
    matches.map(({ personId }) => personId),
  );
  const found = matches.map((match) => ({ match, id: standing.get(match.personId) ?? match.personId }));
  const best = spelledSoFirst(
    db,
    typed,
    uniqueBy(found, ({ id }) => id),
  ).slice(0, MOST_HITS);
  const people = personLines(db, [...new Set(best.flatMap(({ match, id }) => [match.personId, id]))]);
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
  // What is typed last may go on.
  const found = matchPeople(db, terms.names, { unfinished: !terms.names.endsWith(' '), details });
  if (terms.digits.length === 0) return found;
  return [...matchPeople(db, terms.withNumbers, { unfinished: false, details: [] }), ...found];
}

/** A person as one line of a list. */
export function personHit(person: PersonLine, matchedBy: readonly MatchedBy[]): PersonHit {
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
