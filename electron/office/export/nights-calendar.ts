import { addDays, type Instant, instantOfLocal, type LocalDate, localDateOf } from '../../../shared/kernel/instants.ts';

/** The next night: today's if its time lies ahead, else tomorrow's. Sound on both days on which the clock changes. */
export function nextNightAfter(now: Instant, nightlyAt: string): Instant {
  const today = localDateOf(now);
  const tonight = instantOfLocal(today, nightlyAt);
  return tonight > now ? tonight : instantOfLocal(addDays(today, 1), nightlyAt);
}

/** The newest night whose time has come. */
export function lastNightUntil(now: Instant, nightlyAt: string): Instant {
  const today = localDateOf(now);
  const tonight = instantOfLocal(today, nightlyAt);
  return tonight <= now ? tonight : instantOfLocal(addDays(today, -1), nightlyAt);
}

const MORNING_HOURS = 6;

/** The working day that a night belongs to: one between midnight and six belongs to the day before. */
export function workDayOf(night: Instant): LocalDate {
  return localDateOf(new Date(Date.parse(night) - MORNING_HOURS * 3_600_000).toISOString());
}

/** When the night of a working day begins. */
export function nightOf(day: LocalDate, nightlyAt: string): Instant {
  const sameDay = instantOfLocal(day, nightlyAt);
  return workDayOf(sameDay) === day ? sameDay : instantOfLocal(addDays(day, 1), nightlyAt);
}
