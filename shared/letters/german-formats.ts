import type { LocalDate } from '../kernel/instants.ts';

const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const;

/** A day as DIN 5008 writes it in numbers: `22.11.2026`. */
export function germanDate(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}.${month}.${year}`;
}

/** A day as DIN 5008 writes it in words: `22. November 2026`; a day of one digit without a leading zero. */
export function germanDateInWords(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)}. ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/**
 * A date of birth, as exactly as it is known and no more: 1 January stands in many papers for "only the year",
 * so that precision decides, not the date.
 */
export function germanBirth(bornOn: LocalDate, precision: 'day' | 'month' | 'year' | 'estimated'): string {
  const [year = '', month = ''] = bornOn.split('-');
  switch (precision) {
    case 'day':
      return germanDate(bornOn);
    case 'month':
      return `${month}.${year}`;
    case 'year':
      return year;
    case 'estimated':
      return `etwa ${year}`;
  }
}

/**
 * A phone number as DIN 5008 writes it: a blank after the area code, a hyphen before the extension, nothing else.
 * Digits are never regrouped, since only the typist knows where the area code ends: `0231/50 - 11148` → `0231 50-11148`.
 */
export function germanPhone(typed: string): string {
  return typed
    .trim()
    .replace(/\(0\)/g, ' ')
    .replace(/[()/.]/g, ' ')
    .replace(/\s*[-–—]\s*/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^00(?=[1-9])/, '+')
    .trim();
}
