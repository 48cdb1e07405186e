import { getHolidays } from 'feiertagejs';
import type { LocalDate } from '../../../shared/kernel/instants.ts';

const years = new Map<string, ReadonlyMap<LocalDate, string>>();

/** The public holidays of North Rhine-Westphalia in a year, with their German names. */
function holidaysOf(year: string): ReadonlyMap<LocalDate, string> {
  const known = years.get(year);
  if (known) return known;
  const holidays = new Map(
    getHolidays(year, 'NW').map((holiday) => [holiday.dateString, holiday.translate('de') ?? holiday.name]),
  );
  years.set(year, holidays);
  return holidays;
}

/** The German name of the public holiday that a day is, or null. */
export function holidayOn(day: LocalDate): string | null {
  return holidaysOf(day.slice(0, 4)).get(day) ?? null;
}
