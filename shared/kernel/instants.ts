import { z } from 'zod';
import { OFFICE_TIME_ZONE } from './office-time-zone.ts';

/** A point in time: UTC, ISO 8601 with milliseconds, as `Date.prototype.toISOString` writes it. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

/** A day of the local calendar, `YYYY-MM-DD`. */
export const LocalDate = z.iso.date();
export type LocalDate = z.infer<typeof LocalDate>;

/** A wall time of the local day, `HH:MM`. */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

let localParts: Intl.DateTimeFormat | null = null;

function partsOf(instant: Instant): Record<string, string> {
  // Made when it is first asked for: a screen that only loads this must not wait for the table of time zones.
  localParts ??= new Intl.DateTimeFormat('en-CA', {
    timeZone: OFFICE_TIME_ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(localParts.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
}

/** The local day on which the instant falls. */
export function localDateOf(instant: Instant): LocalDate {
  const { year, month, day } = partsOf(instant);
  return `${year}-${month}-${day}`;
}

/** The local wall time of the instant, `HH:MM`. */
export function localTimeOf(instant: Instant): string {
  const { hour, minute } = partsOf(instant);
  return `${hour}:${minute}`;
}

/** The day that lies `days` after `date` (negative: before). */
export function addDays(date: LocalDate, days: number): LocalDate {
  const midday = new Date(`${date}T12:00:00Z`);
  midday.setUTCDate(midday.getUTCDate() + days);
  return midday.toISOString().slice(0, 10);
}

/** Milliseconds from `from` to `to`; never negative, since a clock that was set back must not show a negative wait. */
export function elapsedMs(from: Instant, to: Instant): number {
  return Math.max(0, Date.parse(to) - Date.parse(from));
}

/**
 * The instant of a local wall time. In the hour that the clock repeats in October it is the first of the two;
 * a time that the clock skips in March is moved forward by the hour that was skipped.
 */
export function instantOfLocal(date: LocalDate, time: string): Instant {
  const asUtc = Date.parse(`${date}T${time}:00.000Z`);
  // Two candidates cover both offsets of the zone; the earlier one that reads back as asked wins.
  for (const offsetHours of [2, 1]) {
    const candidate = new Date(asUtc - offsetHours * 3_600_000).toISOString();
    if (localDateOf(candidate) === date && localTimeOf(candidate) === time) return candidate;
  }
  return new Date(asUtc - 3_600_000).toISOString();
}
