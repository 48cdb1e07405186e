/** Behind a figure that is shown there are at least as many people. */
export const LEAST_SHOWN = 5;

/** What the screen of a talk fills in by itself, and somebody may leave as it is. */
export const PREFILLED_FIELDS = ['medium', 'place', 'interpreter'] as const;

/** A wait that has ended. */
export interface EndedWait {
  language: string;
  /** Half hour of the arrival, `HH:MM`. */
  from: string;
  waitedMinutes: number;
  /** From the promise to the call, with what was said; null: nothing was promised. */
  promise: { fromMinutes: number; toMinutes: number; afterMinutes: number } | null;
}

/** The half hour of a wall time: 09:00 for 09:29. */
export function halfHourOf(time: string): string {
  return `${time.slice(0, 3)}${Number(time.slice(3, 5)) < 30 ? '00' : '30'}`;
}

/** Median and ninth tenth of waits; null for fewer than five. Rounded to whole minutes. */
export function waitFigures(waitedMinutes: readonly number[]): {
  tickets: number;
  medianMinutes: number | null;
  ninthTenthMinutes: number | null;
} {
  const sorted = [...waitedMinutes].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted.length < LEAST_SHOWN
      ? null
      : Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { tickets: sorted.length, medianMinutes: at(0.5), ninthTenthMinutes: at(0.9) };
}

/** How many of the promised waits ended within their range, in all and by language, the most frequent first. */
export function keptPromises(waits: readonly EndedWait[]) {
  const promised = waits.flatMap(({ language, promise }) => (promise ? [{ language, promise }] : []));
  const shareOf = (of: typeof promised) => {
    if (of.length < LEAST_SHOWN) return null;
    const held = of.filter(
      ({ promise: { fromMinutes, toMinutes, afterMinutes } }) =>
        afterMinutes >= fromMinutes && afterMinutes <= toMinutes,
    );
    return held.length / of.length;
  };
  const width = promised.reduce((sum, { promise }) => sum + promise.toMinutes - promise.fromMinutes, 0);
  return {
    tickets: promised.length,
    heldShare: shareOf(promised),
    meanWidthMinutes: promised.length < LEAST_SHOWN ? null : Math.round((10 * width) / promised.length) / 10,
    byLanguage: [...Map.groupBy(promised, ({ language }) => language)]
      .map(([id, of]) => ({ id, tickets: of.length, heldShare: shareOf(of) }))
      .sort((a, b) => b.tickets - a.tickets || (a.id < b.id ? -1 : 1)),
  };
}

/** How often each, the most frequent first. */
export function countEach(ids: readonly string[]): { id: string; count: number }[] {
  return [...Map.groupBy(ids, (id) => id)]
    .map(([id, of]) => ({ id, count: of.length }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

/** Somebody who came and was not served. */
export interface NotServed {
  hour: number;
  outcome: 'turned-away' | 'gave-up';
  language: string;
  topics: readonly string[];
}

/** Unmet demand by hour, and by topic × language × half of the day. */
export function unmetFigures(notServed: readonly NotServed[]) {
  const outcomes = (of: readonly NotServed[]) => ({
    turnedAway: of.filter(({ outcome }) => outcome === 'turned-away').length,
    gaveUp: of.filter(({ outcome }) => outcome === 'gave-up').length,
  });
  const parts = notServed.flatMap(({ hour, language, topics }) => {
    const part = hour < 12 ? ('morning' as const) : ('afternoon' as const);
    return (topics.length === 0 ? [null] : topics).map((topic) => ({ topic, language, part }));
  });
  const gaps = [...Map.groupBy(parts, ({ topic, language, part }) => `${topic}|${language}|${part}`)]
    .flatMap(([key, of]) => (of[0] ? [{ ...of[0], key, many: of.length }] : []))
    .sort((a, b) => b.many - a.many || (a.key < b.key ? -1 : 1));
  return {
    ...outcomes(notServed),
    byHour: [...Map.groupBy(notServed, ({ hour }) => hour)]
      .sort(([a], [b]) => a - b)
      .map(([hour, of]) => ({ hour, ...outcomes(of) })),
    gaps: gaps.map(({ topic, language, part, many }) => ({
      topic,
      language,
      part,
      count: many < LEAST_SHOWN ? null : many,
    })),
  };
}
