import { addDays, type Instant, LocalDate, localDateOf, localTimeOf } from '../shared/kernel/instants.ts';

/** Days on which nobody works besides Saturday and Sunday. */
export type Holidays = ReadonlySet<LocalDate>;

const SUNDAY = 0;
const SATURDAY = 6;

/** Whether offices work on a day: Monday to Friday, but for holidays. */
export function isWorkingDay(day: LocalDate, holidays: Holidays): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== SATURDAY && weekday !== SUNDAY && !holidays.has(day);
}

/** @returns the last working day before `day`. */
export function workingDayBefore(day: LocalDate, holidays: Holidays): LocalDate {
  let before = addDays(day, -1);
  while (!isWorkingDay(before, holidays)) before = addDays(before, -1);
  return before;
}

/**
 * The latest working day whose bundle should be here: it is due by noon of the next working day.
 *
 * @param now the moment of asking.
 */
export function latestDueDay(now: Instant, holidays: Holidays): LocalDate {
  const today = localDateOf(now);
  const noonHasPassed = isWorkingDay(today, holidays) && localTimeOf(now) >= '12:00';
  const lastNoon = noonHasPassed ? today : workingDayBefore(today, holidays);
  return workingDayBefore(lastNoon, holidays);
}

/** Reads a list of holidays: one `YYYY-MM-DD` a line; `#` begins a remark. @throws RangeError naming the first bad line. */
export function parseHolidays(text: string): Set<LocalDate> {
  const days = new Set<LocalDate>();
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const day = line.replace(/#.*$/, '').trim();
    if (day === '') continue;
    if (!LocalDate.safeParse(day).success) throw new RangeError(`line ${at + 1} is no date: ${day}`);
    days.add(day);
  }
  return days;
}
