import { type Instant, type LocalDate, localTimeOf } from '../kernel/instants.ts';

/** A matter of the quick lane takes at most so long. */
export const SHORT_MINUTES = 7;
/** A desk for short matters is worth it from so many minutes of them in an hour: a third of its time. */
const WORTH_IT_MINUTES = 20;
/** With fewer open days of a weekday an hour says nothing. */
const DAYS_TO_TELL = 2;

export interface PastContact {
  day: LocalDate;
  startedAt: Instant;
  minutes: number;
}

export interface QuickBlock {
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  hour: number;
  perDay: number;
  minutesPerDay: number;
}

export interface QuickLaneSize {
  contacts: number;
  /** Share of short matters, 0 to 1; null without history. */
  share: number | null;
  blocks: QuickBlock[];
  worthIt: QuickBlock[];
}

/** The weekday of a local date, 1 Monday to 7 Sunday. */
export function weekdayOf(day: LocalDate): number {
  return ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/**
 * How large the quick lane should be, from the past: for each hour of the week how many short matters came on a mean open
 * day and how many minutes they took; and in which hours that fills at least a third of a desk's time. (Queue-Hub of the
 * migration advice MBE: 47 % of all matters were help with forms.)
 */
export function sizeQuickLane(past: readonly PastContact[]): QuickLaneSize {
  const short = past.filter(({ minutes }) => minutes <= SHORT_MINUTES);
  const daysOf = Map.groupBy(new Set(past.map(({ day }) => day)), weekdayOf);
  const byBlock = Map.groupBy(
    short,
    ({ day, startedAt }) => `${weekdayOf(day)} ${Number(localTimeOf(startedAt).slice(0, 2))}`,
  );
  const blocks = [...byBlock].flatMap(([key, matters]) => {
    const [weekday = 1, hour = 0] = key.split(' ').map(Number);
    const days = daysOf.get(weekday)?.length ?? 0;
    if (days < DAYS_TO_TELL) return [];
    const minutes = matters.reduce((sum, matter) => sum + matter.minutes, 0);
    return { weekday, hour, perDay: matters.length / days, minutesPerDay: minutes / days };
  });
  blocks.sort((a, b) => a.weekday - b.weekday || a.hour - b.hour);
  return {
    contacts: past.length,
    share: past.length === 0 ? null : short.length / past.length,
    blocks,
    worthIt: blocks
      .filter(({ minutesPerDay }) => minutesPerDay >= WORTH_IT_MINUTES)
      .sort((a, b) => b.minutesPerDay - a.minutesPerDay),
  };
}
