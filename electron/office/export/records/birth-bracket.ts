import type { BIRTH_BRACKETS } from '../../../../shared/bundle/records/person.ts';
import type { LocalDate } from '../../../../shared/kernel/instants.ts';

type BirthBracket = (typeof BIRTH_BRACKETS)[number];

/**
 * The age bracket on a day (AMIF, annex VIII: under 18, 18 to 60, over 60), as exactly as the birth is known: by the day,
 * by the month (the whole month counts as the birthday), or by the years alone.
 */
export function birthBracket(
  bornOn: LocalDate,
  precision: 'day' | 'month' | 'year' | 'estimated',
  day: LocalDate,
): BirthBracket {
  const age = ageOn(bornOn, precision, day);
  if (age < 18) return '<18';
  return age > 60 ? '>60' : '18-60';
}

function ageOn(bornOn: LocalDate, precision: 'day' | 'month' | 'year' | 'estimated', day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  if (precision === 'year' || precision === 'estimated') return years;
  const until = precision === 'day' ? 10 : 7;
  return day.slice(5, until) < bornOn.slice(5, until) ? years - 1 : years;
}
