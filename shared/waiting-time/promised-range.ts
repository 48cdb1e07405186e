/** A range of minutes that holds four times in five. */
export interface PromisedRange {
  fromMinutes: number;
  toMinutes: number;
}

/** A promise with what became of it. */
export interface KeptPromise {
  language: string;
  /** What the forecast said before any correction: its 10 % and 90 % quantiles, minutes. */
  low: number;
  high: number;
  waitedMinutes: number;
}

/**
 * The correction that makes forecasts honest: they are widened or narrowed so that four in five hold, in each language.
 * It learns from each wait as it ends.
 */
export interface RangeCorrection {
  /** The range to promise, whole minutes. */
  rangeFor(language: string, low: number, high: number): PromisedRange;
  /** Learns from a wait that has ended. */
  learn(kept: KeptPromise): void;
}

/** A little above four in five, since what is learned lags behind; the more so in a language that few speak. */
const AIM = 0.827;
const AIM_OF_RARE = 0.04;
const LOWEST_AIM = 0.45;
const HIGHEST_AIM = 0.97;
/** The newest waits of a language that count, and how many of all languages stand in for those that it has not. */
const REMEMBERED = 300;
const BORROWED = 60;
/** How quickly a language's aim follows what it has missed or held of late. */
const PACE = 0.08;
/** The narrowest half of a range by which a miss is measured, minutes. */
const LEAST_HALF = 1.5;
/** A range can be narrowed to its middle and widened to hours. */
const MARGINS = { least: -1, most: 64 } as const;

/**
 * A rolling conformal correction (Romano, Patterson and Candès, "Conformalized quantile regression", 2019) with an
 * adaptive aim for each language (Gibbs and Candès, "Adaptive conformal inference under distribution shift", 2021). What
 * counts is the range as it is shown, in whole minutes and never below none.
 */
export function createRangeCorrection(): RangeCorrection {
  const all: number[] = [];
  const scores = new Map<string, number[]>();
  const aims = new Map<string, number>();
  const rangeFor = (language: string, low: number, high: number): PromisedRange => {
    const own = scores.get(language) ?? [];
    if (all.length === 0) return shownRange(low, high, 0);
    const rare = AIM_OF_RARE * Math.max(0, 1 - own.length / 150);
    const aim = Math.min(HIGHEST_AIM, Math.max(LOWEST_AIM, AIM + rare + (aims.get(language) ?? 0)));
    return shownRange(low, high, weightedQuantile(own, all, BORROWED / all.length, aim));
  };
  return {
    rangeFor,
    learn({ language, low, high, waitedMinutes }) {
      const isHeld = holds(rangeFor(language, low, high), waitedMinutes);
      const moved = (aims.get(language) ?? 0) + PACE * (AIM - (isHeld ? 1 : 0));
      aims.set(language, Math.min(HIGHEST_AIM - AIM, Math.max(LOWEST_AIM - AIM, moved)));
      const score = leastMargin(low, high, waitedMinutes);
      remember(all, score, REMEMBERED * 4);
      const own = scores.get(language) ?? [];
      remember(own, score, REMEMBERED);
      scores.set(language, own);
    },
  };
}

/** A forecast's range widened by `margin` halves of itself (below 0: narrowed), as people are shown it. */
function shownRange(low: number, high: number, margin: number): PromisedRange {
  const half = Math.max(LEAST_HALF, (high - low) / 2);
  const from = Math.max(0, Math.floor(low - margin * half));
  const to = Math.max(0, Math.ceil(high + margin * half));
  // Narrowed beyond its middle it is the minute in the middle.
  const middle = Math.round((low + high) / 2);
  return from <= to ? { fromMinutes: from, toMinutes: to } : { fromMinutes: middle, toMinutes: middle };
}

/** Whether a wait ended within the range. */
export function holds({ fromMinutes, toMinutes }: PromisedRange, waitedMinutes: number): boolean {
  return waitedMinutes >= fromMinutes && waitedMinutes <= toMinutes;
}

/** The least margin with which the range would have held. */
function leastMargin(low: number, high: number, waitedMinutes: number): number {
  let held: number = MARGINS.most;
  let missed: number = MARGINS.least;
  if (holds(shownRange(low, high, missed), waitedMinutes)) return missed;
  for (let step = 0; step < 20; step += 1) {
    const middle = (held + missed) / 2;
    if (holds(shownRange(low, high, middle), waitedMinutes)) held = middle;
    else missed = middle;
  }
  return held;
}

function remember(list: number[], score: number, atMost: number): void {
  list.push(score);
  if (list.length > atMost) list.shift();
}

/** The quantile of one list with weight 1 and another with a weight of its own. */
function weightedQuantile(own: readonly number[], others: readonly number[], weight: number, share: number): number {
  const weighted = [
    ...own.map((value): [number, number] => [value, 1]),
    ...others.map((value): [number, number] => [value, weight]),
  ].sort(([a], [b]) => a - b);
  const total = own.length + others.length * weight;
  let sum = 0;
  for (const [value, of] of weighted) {
    sum += of;
    if (sum >= share * (total + 1)) return value;
  }
  return weighted.at(-1)?.[0] ?? 0;
}
