import { foldName } from '../kernel/fold-name.ts';
import type { PersonFields } from './people.contract.ts';

/** Which details besides names a person is found by. */
export const DETAIL_SOURCES = ['birth', 'phone'] as const;
export type DetailSource = (typeof DETAIL_SOURCES)[number];

/** A detail that a person is found by: the date of birth as far as it is known, the digits of the phone number. */
export interface DetailKey {
  source: DetailSource;
  key: string;
}

/**
 * The details that a person is found by. A birth date counts as far as it is known: `1990-05-17`, `1990-05`, `1990`; 1 January
 * is only its year, since registers write it when they know no more.
 */
export function detailKeys(person: Pick<PersonFields, 'bornOn' | 'birthPrecision' | 'phone'>): DetailKey[] {
  const keys: DetailKey[] = [];
  if (person.bornOn !== null) keys.push({ source: 'birth', key: knownBirth(person.bornOn, person.birthPrecision) });
  const phone = phoneDigits(person.phone);
  if (phone !== '') keys.push({ source: 'phone', key: phone });
  return keys;
}

/** A birth date as far as it is known; 1 January and estimates are only their year. */
export function knownBirth(bornOn: string, precision: PersonFields['birthPrecision']): string {
  if (precision === 'month') return bornOn.slice(0, 7);
  return precision === 'day' && !bornOn.endsWith('-01-01') ? bornOn : bornOn.slice(0, 4);
}

/** The digits of a phone number in its national form: `+49 (0)231 50-111` and `0231 50111` are one number. */
export function phoneDigits(phone: string): string {
  const digits = westernDigits(phone)
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '');
  return digits.replace(/^(?:\+|00)49/, '0').replace(/\+/g, '');
}

/** What somebody typed into a search for people, taken apart. */
export interface SearchTerms {
  /** The words of names, as typed. */
  names: string;
  /** Everything as words of a name: a pseudonym has a number. */
  withNumbers: string;
  /** Beginnings of details: digits of a year or of a phone number. */
  digits: readonly string[];
  /** A date of birth, ISO; null: none was typed. */
  birth: string | null;
  /** A ticket's number of today, with its letter if one was typed. */
  ticket: { letter: string; number: number } | null;
}

// 17.5.1990 or 1990-05-17, alone or among words.
const DATE = /(?<![\d.])(?:(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})|(?<iso>\d{4}-\d{2}-\d{2}))(?!\d)/;
// A number as people type it: digits and what stands between them.
const PHONE = /\+?\d[\d\s()/.-]{3,}\d/g;
const TICKET = /^(?<letter>\p{Lu}|\p{Ll})?\s?(?<number>\d{1,3})$/u;

/** Takes apart what was typed: names, a date of birth, a phone number, the number of a ticket. Digits of any script. */
export function searchTerms(typed: string): SearchTerms {
  const western = westernDigits(typed);
  const ticket = TICKET.exec(western.trim())?.groups;
  const date = DATE.exec(western)?.groups;
  const birth = date?.['iso'] ?? isoDate(date?.['year'], date?.['month'], date?.['day']);
  let rest = birth === null ? western : western.replace(DATE, ' ');
  const digits: string[] = [];
  rest = rest.replace(PHONE, (phone) => {
    digits.push(phoneDigits(phone));
    return ' ';
  });
  rest = rest.replace(/\d+/g, (number) => {
    digits.push(number);
    return ' ';
  });
  return {
    names: foldName(rest) === '' ? '' : rest.trimStart(),
    withNumbers: western,
    // Single digits find half of everybody.
    digits: digits.filter((one) => one.length >= 2),
    birth,
    ticket: ticket ? { letter: (ticket['letter'] ?? '').toUpperCase(), number: Number(ticket['number']) } : null,
  };
}

function isoDate(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function westernDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
