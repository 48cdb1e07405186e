import type { LocalDate } from '../kernel/instants.ts';

/** Hours of a week in which somebody can be asked; wall times `HH:MM`. */
export interface WeeklyHours {
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  from: string;
  to: string;
}

export interface Availability {
  kind: 'volunteer' | 'telephone';
  hours: readonly WeeklyHours[];
  /** The last day away; null: not away. */
  awayUntil: LocalDate | null;
  /** What was said for this very day; null: nothing, the hours of the week hold. */
  today: { onCall: boolean; until: string | null } | null;
}

/** On call now, until when (null: until somebody says otherwise); null: not on call. */
export type OnCall = { until: string | null } | null;

/**
 * Whether somebody can be asked at this wall time. What was said for the day beats the hours of the week, an absence
 * beats both. A telephone service without any hours can be called at any time; a volunteer without any only on a day on
 * which they said so.
 */
export function onCallAt({ kind, hours, awayUntil, today }: Availability, day: LocalDate, time: string): OnCall {
  if (awayUntil !== null && day <= awayUntil) return null;
  if (today) return today.onCall && (today.until === null || time < today.until) ? { until: today.until } : null;
  if (hours.length === 0) return kind === 'telephone' ? { until: null } : null;
  const now = hours
    .filter(({ weekday, from, to }) => weekday === weekdayOf(day) && from <= time && time < to)
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return now === undefined ? null : { until: now };
}

/** The day of the week, 1 Monday to 7 Sunday. */
export function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}
