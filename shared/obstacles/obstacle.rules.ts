import { addDays, type LocalDate } from '../kernel/instants.ts';
import type { Holds, ObstacleState } from './obstacles.contract.ts';

/** Where an obstacle stands after something was said of it. */
export interface ObstacleStanding {
  state: ObstacleState;
  cause: string | null;
  endedOn: LocalDate | null;
  /** From when somebody asks whether it holds; null: never. */
  askOn: LocalDate | null;
}

const MONTHS_TILL_ASKED = 3;
const DAYS_TILL_ASKED_AGAIN = 14;

/** The same day of the month, three months on; the last day of a shorter month. */
export function askDayAfter(endedOn: LocalDate): LocalDate {
  const [year = 0, month = 1, day = 1] = endedOn.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + MONTHS_TILL_ASKED + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + MONTHS_TILL_ASKED, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** A state said on this day. Only what was solved or bypassed can fail to hold, so only that is asked about. */
export function standingIn(state: ObstacleState, cause: string | null, day: LocalDate): ObstacleStanding {
  const lasts = state === 'solved' || state === 'bypassed';
  return { state, cause, endedOn: state === 'open' ? null : day, askOn: lasts ? askDayAfter(day) : null };
}

/** After the question, asked on this day. */
export function standingAfterAnswer(before: ObstacleStanding, holds: Holds, day: LocalDate): ObstacleStanding {
  if (holds === 'no') return { ...before, state: 'open', endedOn: null, askOn: null };
  return { ...before, askOn: holds === 'yes' ? null : addDays(day, DAYS_TILL_ASKED_AGAIN) };
}

/**
 * The event that an undo takes back and where the obstacle stood before it; null when only that it was noticed is left.
 * Undone events and their undoing cancel out.
 */
export function beforeNewest<E extends { type: 'noticed' | 'state' | 'asked' | 'undone' }>(
  events: readonly E[],
): E | null {
  const standing: E[] = [];
  for (const event of events) {
    if (event.type === 'undone') standing.pop();
    else standing.push(event);
  }
  return standing.length < 2 ? null : (standing.at(-2) ?? null);
}

/** The first day of the quarter that the day lies in. */
export function quarterOf(day: LocalDate): LocalDate {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
}

/** Fewer than this many are not told: they could be told apart. */
export const SMALLEST_COUNT = 5;
