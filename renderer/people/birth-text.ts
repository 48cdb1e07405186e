import type { LocalDate } from '../../shared/kernel/instants.ts';
import type { PersonFields } from '../../shared/people/people.contract.ts';
import { birthPrecision } from '../../shared/people/person.rules.ts';

export interface Birth {
  bornOn: LocalDate;
  birthPrecision: NonNullable<PersonFields['birthPrecision']>;
}

const FULL_DATE = /^(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+(\d{4})$/;
const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const MONTH = /^(\d{1,2})[./\s-]+(\d{4})$/;
const YEAR = /^(\d{4})$/;
const ESTIMATED = /^(?:~|ca\.?|circa|etwa|ungefähr|about|around)\s*(\d{4})$/i;

function localDate(year: string, month: string, day: string): LocalDate | null {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${written}T12:00:00Z`);
  // Date moves the 31st of a short month on; what reads back otherwise was no day.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written || Number(year) < 1900) return null;
  return written;
}

function birthOf(date: LocalDate | null, precision: Birth['birthPrecision'] | null): Birth | null {
  return date === null ? null : { bornOn: date, birthPrecision: birthPrecision(date, precision) };
}

/**
 * Reads a birth date as somebody types it, and how much of it is known from what was typed: `3.4.1990`, `4.1990`,
 * `1990`, `ca. 1990`. 1 January counts as "only the year" (person.rules.ts). Null when it can't be read as a date
 * since 1900.
 */
export function parseBirth(typed: string): Birth | null {
  const words = typed.trim();
  const full = FULL_DATE.exec(words);
  if (full) return birthOf(localDate(full[3] ?? '', full[2] ?? '', full[1] ?? ''), null);
  const iso = ISO_DATE.exec(words);
  if (iso) return birthOf(localDate(iso[1] ?? '', iso[2] ?? '', iso[3] ?? ''), null);
  const month = MONTH.exec(words);
  if (month) return birthOf(localDate(month[2] ?? '', month[1] ?? '', '1'), 'month');
  const year = YEAR.exec(words);
  if (year) return birthOf(localDate(year[1] ?? '', '1', '1'), 'year');
  const estimated = ESTIMATED.exec(words);
  if (estimated) return birthOf(localDate(estimated[1] ?? '', '1', '1'), 'estimated');
  return null;
}

/** Whether the text names the very day 1 January, which may mean the day or only the year. */
export function namesNewYear(typed: string): boolean {
  const birth = parseBirth(typed);
  return birth?.bornOn.endsWith('-01-01') === true && (FULL_DATE.test(typed.trim()) || ISO_DATE.test(typed.trim()));
}

/** The birth date as it is typed in Germany, no more exact than it is known; the empty text where nothing is known. */
export function birthText(bornOn: LocalDate | null, precision: PersonFields['birthPrecision']): string {
  if (bornOn === null) return '';
  const [year = '', month = '', day = ''] = bornOn.split('-');
  switch (birthPrecision(bornOn, precision)) {
    case 'day':
      return `${day}.${month}.${year}`;
    case 'month':
      return `${month}.${year}`;
    case 'year':
      return year;
    case 'estimated':
      return `ca. ${year}`;
  }
}
