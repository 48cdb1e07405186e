import { HORIZON_DAYS } from '../../../shared/appointments/free-slots.rules.ts';

/** How far a chart goes: a week beyond what is looked ahead, so that "more than eight weeks" is seen to be more. */
export const MOST_DRAWN_DAYS = HORIZON_DAYS + 7;

/** Days as a chart draws them; none within eight weeks is drawn at its upper edge. */
export function drawnDays(days: number | null): number {
  return days ?? MOST_DRAWN_DAYS;
}

/** Days in words: the number, or that it is more than eight weeks. */
export function daysText(days: number | null, beyond: string): string {
  return days === null ? beyond : String(days);
}

/** Those whose promise is broken first and the longest wait on top; the others after them as they came. */
export function longestFirst<T extends { days: number | null }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => drawnDays(b.days) - drawnDays(a.days));
}

/** In percent, how many of those who were expected and did not call off stayed away; null where nobody was expected. */
export function missedShare({ seen, missed }: { seen: number; missed: number }): number | null {
  return seen + missed === 0 ? null : Math.round((100 * missed) / (seen + missed));
}
