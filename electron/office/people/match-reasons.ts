import { isAbjad } from '../../../shared/people/names/sounds.ts';
import { wordsOfStored } from '../../../shared/people/names/stored-name.ts';
import type { MatchedBy } from '../../../shared/people/people.contract.ts';
import { detailKeys, type SearchTerms } from '../../../shared/people/person-keys.rules.ts';
import type { Db } from '../database/handles.ts';
import type { MatchedPerson } from './match-people.ts';
import type { NameSource } from './name-index.ts';
import type { PersonLine } from './person-row.ts';

/** Why a person is a hit, each reason once for what it was found in: the words of names first, then the details. */
export function reasonsOf(db: Db, person: PersonLine, match: MatchedPerson, terms: SearchTerms): MatchedBy[] {
  const reasons = [...nameReasons(db, match, terms), ...detailReasons(person, terms)];
  return [...new Map(reasons.map((one) => [`${one.reason} ${one.found}`, one])).values()];
}

function nameReasons(db: Db, match: MatchedPerson, terms: SearchTerms): MatchedBy[] {
  if (match.name === null) return [];
  const row = db
    .statement('SELECT source, words FROM person_name WHERE person_id = ? AND place = ?')
    .raw(true)
    // Two columns of a STRICT table, the first checked there.
    .get(match.personId, match.name.place) as [NameSource, string] | undefined;
  if (!row) return [];
  const [source, stored] = row;
  const words = wordsOfStored(stored);
  return match.name.words.map(({ place, byLetters }): MatchedBy => {
    const found = words[place]?.written ?? '';
    if (byLetters) return { reason: source, found };
    return { reason: isAbjad(found) === isAbjad(terms.names) ? 'other-spelling' : 'other-script', found };
  });
}

function detailReasons(person: PersonLine, terms: SearchTerms): MatchedBy[] {
  const keys = detailKeys(person);
  const birth = keys.find(({ source }) => source === 'birth')?.key ?? '';
  const phone = keys.find(({ source }) => source === 'phone')?.key ?? '';
  const reasons: MatchedBy[] = [];
  if (terms.birth !== null && birth !== '')
    reasons.push({ reason: birth === terms.birth ? 'birth-date' : 'birth-year', found: '' });
  for (const digits of terms.digits) {
    if (birth.startsWith(digits)) reasons.push({ reason: 'birth-year', found: '' });
    else if (phone.startsWith(digits)) reasons.push({ reason: 'phone', found: '' });
  }
  return reasons;
}
