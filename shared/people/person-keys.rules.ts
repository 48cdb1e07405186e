import { foldName } from '../kernel/fold-name.ts';
import type { PersonFields } from './people.contract.ts';

/** Which of a person's data a search finds them by. */
export const KEY_SOURCES = ['name', 'own-script', 'birth', 'phone'] as const;
export type KeySource = (typeof KEY_SOURCES)[number];

/** One word that a person is found by. */
export interface PersonKey {
  source: KeySource;
  key: string;
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

/**
 * Everything that a person is found by, folded, each once: the words of given and family name and each of both names
 * written together (Al-Ahmad: al, ahmad, alahmad), umlauts also in two letters (Müller: muller, mueller), the words of
 * the name in its own script, the year of birth, the digits of the phone number.
 */
export function personKeys(
  person: Pick<PersonFields, 'givenName' | 'familyName' | 'ownScriptName' | 'bornOn' | 'phone'>,
): PersonKey[] {
  const keys = new Map<string, PersonKey>();
  const add = (source: KeySource, key: string) => {
    if (key !== '') keys.set(`${source} ${key}`, { source, key });
  };
  for (const name of [person.givenName, person.familyName]) {
    for (const spelling of [name, name.replace(/[äöüÄÖÜ]/g, (letter) => UMLAUTS[letter] ?? letter)])
      addWords('name', spelling, add);
  }
  addWords('own-script', person.ownScriptName, add);
  add('birth', person.bornOn?.slice(0, 4) ?? '');
  add('phone', phoneDigits(person.phone));
  return [...keys.values()];
}

function addWords(source: KeySource, name: string, add: (source: KeySource, key: string) => void): void {
  const words = foldName(name).split(' ');
  for (const word of words) add(source, word);
  add(source, words.join(''));
}

/** The digits of a phone number in its national form: `+49 (0)231 50-111` and `0231 50111` are one number. */
export function phoneDigits(phone: string): string {
  const digits = phone.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  return digits.replace(/^(?:\+|00)49/, '0').replace(/\+/g, '');
}

// 1.1.1990 or 1990-01-01: people are found by the year, since the day is often not known.
const LOOKS_LIKE_DATE = /^(?:\d{1,2}\.\s?\d{1,2}\.\s?(?<german>\d{4})|(?<iso>\d{4})-\d{2}-\d{2})$/;
// A number as people type it: digits and what stands between them.
const LOOKS_LIKE_PHONE = /^\+?[\d\s()/.-]{5,}$/;

/**
 * The words to look for, folded, each once. Single letters count only when nothing else was typed; a phone number is
 * one word, however it is grouped, and of a date the year.
 */
export function searchWords(typed: string): string[] {
  const date = LOOKS_LIKE_DATE.exec(typed.trim())?.groups;
  const year = date?.['german'] ?? date?.['iso'];
  if (year !== undefined) return [year];
  const phone = phoneDigits(typed);
  if (LOOKS_LIKE_PHONE.test(typed.trim()) && phone.length >= 5) return [phone];
  const words = [
    ...new Set(
      foldName(typed)
        .split(' ')
        .filter((word) => word !== ''),
    ),
  ];
  const longer = words.filter((word) => [...word].length >= 2);
  return longer.length > 0 ? longer : words;
}
