/** One figure: ours beside the raw thing, both measured in this run, in turn. Times in milliseconds where not said otherwise, sizes in bytes. */
export interface Figure {
  id: string;
  what: string;
  beside: string;
  unit: 'ms' | 'bytes' | 'minutes' | 'share';
  ours: Spread;
  theirs: Spread | null;
  /** Median of ours by median of theirs; null where there is nothing beside. */
  ratio: number | null;
  aim: string;
  holds: boolean;
  note?: string;
}

export interface Spread {
  p50: number;
  p95: number;
  runs: number;
}

export function spreadOf(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), runs: sorted.length };
}

/** Runs both in turn, so that a slow moment of the machine meets both; the first turn warms up and is not counted. */
export async function inTurn(
  turns: number,
  ours: () => Promise<number> | number,
  theirs: () => Promise<number> | number,
): Promise<{ ours: Spread; theirs: Spread }> {
  const samples = { ours: [] as number[], theirs: [] as number[] };
  for (let turn = 0; turn <= turns; turn += 1) {
    const first = await ours();
    const second = await theirs();
    if (turn === 0) continue;
    samples.ours.push(first);
    samples.theirs.push(second);
  }
  return { ours: spreadOf(samples.ours), theirs: spreadOf(samples.theirs) };
}

/** Milliseconds that the work took. */
export async function timed(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** The same for work that must not be delayed by a turn of the event loop. */
export function timedSync(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

/** A figure from two spreads with its verdict. */
export function figure(
  facts: Omit<Figure, 'ratio' | 'unit' | 'holds'> & { unit?: Figure['unit']; holds: (ratio: number) => boolean },
): Figure {
  const ratio = facts.theirs ? facts.ours.p50 / facts.theirs.p50 : null;
  return { ...facts, unit: facts.unit ?? 'ms', ratio, holds: facts.holds(ratio ?? Number.NaN) };
}
