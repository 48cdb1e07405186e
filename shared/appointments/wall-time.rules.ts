import { addDays, type Instant, instantOfLocal, type LocalDate, localDateOf, localTimeOf } from '../kernel/instants.ts';

/** Minutes from midnight of a wall time `HH:MM`. */
export function minutesOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The wall time `HH:MM` that lies `minutes` after midnight. */
export function wallTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The day of the week, 1 Monday to 7 Sunday. */
export function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

/** The Monday of a day's week. */
export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekdayOf(day));
}

/** Whole days from one local day to another; negative when it lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}

/** Whether the clock skips this wall time: on the last Sunday of March there is no 02:30. */
export function isSkipped(day: LocalDate, time: string): boolean {
  const instant = instantOfLocal(day, time);
  return localDateOf(instant) !== day || localTimeOf(instant) !== time;
}

/** Whether the clock shows this wall time twice: on the last Sunday of October 02:30 comes two times. */
export function comesTwice(day: LocalDate, time: string): boolean {
  const hourLater = new Date(Date.parse(instantOfLocal(day, time)) + 3_600_000).toISOString();
  return localTimeOf(hourLater) === time;
}

/**
 * Begin and end of so many minutes from a local wall time. The length is real time: a talk of an hour takes an hour, also
 * in the night in which the clock is set.
 */
export function spanOf(day: LocalDate, from: string, minutes: number): { startsAt: Instant; endsAt: Instant } {
  const startsAt = instantOfLocal(day, from);
  return { startsAt, endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() };
}
