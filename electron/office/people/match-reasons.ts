import { indexedWords } from '../../../shared/people/names/indexed-words.ts';
import { readingsText } from '../../../shared/people/names/word-row.ts';
import { isAbjad } from '../../../shared/people/names/sounds.ts';
import type { MatchedBy, PersonView } from '../../../shared/people/people.contract.ts';
import { detailKeys, type SearchTerms } from '../../../shared/people/person-keys.rules.ts';
import type { Db } from '../database/handles.ts';
import type { MatchedPerson, MatchedWord } from './match-people.ts';
import { namesFound } from './person-names-found.ts';

/** Why a person is a hit, each reason once for what it was found in: the words of names first, then the details. */
export function reasonsOf(db: Db, person: PersonView, match: MatchedPerson, terms: SearchTerms): MatchedBy[] {
  const reasons = [...nameReasons(db, person, match, terms), ...detailReasons(person, terms)];
  return [...new Map(reasons.map((one) => [`${one.reason} ${one.found}`, one])).values()];
}

function nameReasons(db: Db, person: PersonView, match: MatchedPerson, terms: SearchTerms): MatchedBy[] {
  const found = match.words.filter((word) => word !== null);
  if (found.length === 0) return [];
  const written = writtenWords(db, person);
  return found.map((word) => {
    const text = written.get(word.wordId) ?? '';
    return { reason: nameReason(word, text, terms), found: text };
  });
}

function nameReason(word: MatchedWord, written: string, terms: SearchTerms): MatchedBy['reason'] {
  if (!word.byLetters) return isAbjad(written) === isAbjad(terms.names) ? 'other-spelling' : 'other-script';
  return word.source;
}

/** The words of all names of a person as they stand there, by their number in the index. */
function writtenWords(db: Db, person: PersonView): Map<number, string> {
  const id = db.statement('SELECT id FROM name_word WHERE text = ? AND readings = ?').pluck(true);
  const written = new Map<number, string>();
  for (const { name } of namesFound(db, person.id, person)) {
    for (const { word } of indexedWords(name)) {
      const wordId = Number(id.get(word.text, readingsText(word)) ?? 0);
      if (!written.has(wordId)) written.set(wordId, word.written);
    }
  }
  return written;
}

function detailReasons(person: PersonView, terms: SearchTerms): MatchedBy[] {
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
