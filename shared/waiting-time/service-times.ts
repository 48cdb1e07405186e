/** One talk that is over. */
export interface ServiceSample {
  server: string;
  topics: readonly string[];
  language: string;
  durationMs: number;
}

/** What is asked: whose talk, about what. */
export type Talk = Omit<ServiceSample, 'durationMs'>;

/** How long talks take in this office. */
export interface ServiceTimes {
  /** Mean of all talks, milliseconds. */
  meanMs: number;
  /**
   * Draws how much longer a talk takes that has gone on for `elapsedMs` (0: one that has not begun). `uniform` is a number
   * from 0 up to 1.
   */
  remainingMs(talk: Talk, elapsedMs: number, uniform: number): number;
}

/** The terms that a talk's length is explained by, and how many talks each needs before it is believed half. */
const TERMS: readonly { of: (talk: Talk) => readonly string[]; halfBelievedAt: number }[] = [
  { of: ({ topics }) => topics, halfBelievedAt: 6 },
  { of: ({ topics }) => [`${Math.min(topics.length, 4)} topics`], halfBelievedAt: 12 },
  { of: ({ server }) => [server], halfBelievedAt: 8 },
  { of: ({ language }) => [language], halfBelievedAt: 10 },
  { of: ({ topics, language }) => topics.map((topic) => `${topic}/${language}`), halfBelievedAt: 25 },
  { of: ({ topics, server }) => topics.map((topic) => `${topic}/${server}`), halfBelievedAt: 25 },
];
const ROUNDS = 6;
const SHORTEST_MS = 15_000;
/** Before anything is learned: twelve minutes, the counter system ZMS's own assumption. */
const ASSUMED_MS = 12 * 60_000;
const ASSUMED_SIGMA = 0.6;

/**
 * Learns from past talks: the logarithm of the length is a sum of effects of topic, language, who talks and their pairs,
 * each shrunk towards none by how few talks it rests on; what is left over is kept as it was, so that long talks stay as
 * long and as frequent as they are.
 */
export function learnServiceTimes(samples: readonly ServiceSample[]): ServiceTimes {
  const logs = samples.map(({ durationMs }) => Math.log(Math.max(SHORTEST_MS, durationMs)));
  const center = median(logs) ?? Math.log(ASSUMED_MS);
  const effects = TERMS.map(() => new Map<string, number>());
  const levels = samples.map((sample) => TERMS.map((term) => term.of(sample)));
  const rest = logs.map((log) => log - center);
  for (let round = 0; round < ROUNDS; round += 1)
    TERMS.forEach((term, index) => fitTerm(effects[index] ?? new Map(), levels, index, rest, term.halfBelievedAt));
  const spread = learnSpread(samples, rest);
  const explained = (talk: Talk) =>
    center +
    TERMS.reduce((sum, term, index) => {
      const of = term.of(talk);
      return sum + of.reduce((total, level) => total + (effects[index]?.get(level) ?? 0), 0) / Math.max(1, of.length);
    }, 0);
  const known = new Map<string, number>();
  return {
    meanMs: samples.length === 0 ? ASSUMED_MS : samples.reduce((sum, one) => sum + one.durationMs, 0) / samples.length,
    remainingMs(talk, elapsedMs, uniform) {
      const key = `${talk.server}|${talk.language}|${talk.topics.join('+')}`;
      let log = known.get(key);
      if (log === undefined) known.set(key, (log = explained(talk)));
      return spread.remainingMs(log, spread.sigmaOf(talk.topics), elapsedMs, uniform);
    },
  };
}

/** One pass over one term: each level's effect becomes the shrunk mean of what the others leave over. */
function fitTerm(
  effects: Map<string, number>,
  levels: readonly (readonly (readonly string[])[])[],
  term: number,
  rest: number[],
  halfBelievedAt: number,
): void {
  const sums = new Map<string, { sum: number; weight: number }>();
  const effectOf = (of: readonly string[]) =>
    of.reduce((total, level) => total + (effects.get(level) ?? 0), 0) / Math.max(1, of.length);
  levels.forEach((all, row) => {
    const of = all[term] ?? [];
    const left = (rest[row] ?? 0) + effectOf(of);
    // The one residual must not spoil an effect: a talk of three hours says little about the next.
    const heeded = Math.max(-2, Math.min(2, left));
    for (const level of of) {
      const entry = sums.get(level) ?? { sum: 0, weight: 0 };
      entry.sum += heeded / of.length;
      entry.weight += 1 / of.length;
      sums.set(level, entry);
    }
    rest[row] = left;
  });
  effects.clear();
  for (const [level, { sum, weight }] of sums) effects.set(level, sum / (weight + halfBelievedAt));
  levels.forEach((all, row) => {
    rest[row] = (rest[row] ?? 0) - effectOf(all[term] ?? []);
  });
}

interface Spread {
  sigmaOf(topics: readonly string[]): number;
  remainingMs(log: number, sigma: number, elapsedMs: number, uniform: number): number;
}

/** What the effects leave over: each topic's own spread, shrunk, and the shape that all topics share. */
function learnSpread(samples: readonly ServiceSample[], rest: readonly number[]): Spread {
  const HALF_BELIEVED_AT = 20;
  const overall =
    samples.length < 5
      ? ASSUMED_SIGMA
      : Math.max(0.05, Math.sqrt(rest.reduce((sum, one) => sum + one * one, 0) / rest.length));
  const squares = new Map<string, { sum: number; count: number }>();
  samples.forEach(({ topics }, row) => {
    for (const topic of topics) {
      const entry = squares.get(topic) ?? { sum: 0, count: 0 };
      entry.sum += (rest[row] ?? 0) ** 2;
      entry.count += 1;
      squares.set(topic, entry);
    }
  });
  const sigmas = new Map(
    [...squares].map(([topic, { sum, count }]) => [
      topic,
      Math.sqrt((sum + HALF_BELIEVED_AT * overall ** 2) / (count + HALF_BELIEVED_AT)),
    ]),
  );
  const sigmaOf = (topics: readonly string[]) =>
    topics.length === 0
      ? overall
      : topics.reduce((sum, topic) => sum + (sigmas.get(topic) ?? overall), 0) / topics.length;
  const standardized = samples.map(({ topics }, row) => (rest[row] ?? 0) / sigmaOf(topics));
  // Few talks say little about the shape: a normal one stands in for what is missing.
  for (let step = samples.length; step < 60; step += 1)
    standardized.push(normalQuantile((step + 0.5 - samples.length) / (60 - samples.length)));
  const shape = Float64Array.from(standardized).sort();
  return {
    sigmaOf,
    remainingMs(log, sigma, elapsedMs, uniform) {
      if (elapsedMs <= 0) return Math.exp(log + sigma * shapeAt(shape, uniform));
      const passed = countBelow(shape, (Math.log(elapsedMs) - log) / sigma) / shape.length;
      // Longer than nearly every talk before: nobody knows; as long again as a third of it, more or less.
      if (passed > 1 - 2 / shape.length) return -Math.log(1 - uniform) * Math.max(60_000, elapsedMs / 3);
      return Math.max(0, Math.exp(log + sigma * shapeAt(shape, passed + (1 - passed) * uniform)) - elapsedMs);
    },
  };
}

/** The value at a share of a sorted list, between its neighbours. */
function shapeAt(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.min(sorted.length - 1, below + 1)] ?? low;
  return low + (high - low) * (at - below);
}

function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/** The standard normal's quantile (Voutier's rational approximation is finer; Shore's is enough for a stand-in). */
function normalQuantile(share: number): number {
  const low = Math.min(share, 1 - share);
  const size = 5.5556 * (1 - (low / (1 - low)) ** 0.1186);
  return share < 0.5 ? -size : size;
}
