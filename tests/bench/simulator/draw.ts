import { seeded } from '../../../shared/waiting-time/seeded.ts';

/** Numbers that are the same for the same seed, in the shapes that a day in an office needs. */
export interface Draw {
  /** 0 up to 1. */
  uniform(): number;
  between(from: number, to: number): number;
  /** Standard normal. */
  normal(): number;
  exponential(mean: number): number;
  /** Multiplicative noise with mean 1 and this sigma of its logarithm. */
  logNormal(sigma: number): number;
  /** How many of something that happens `mean` times on average. */
  poisson(mean: number): number;
  pick<T>(list: readonly T[]): T;
  /** One of the keys, by weight. */
  weighted(weights: Readonly<Record<string, number>>): string;
}

export function drawFrom(seed: number): Draw {
  const uniform = seeded(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const exponential = (mean: number) => -mean * Math.log(1 - uniform());
  return {
    uniform,
    normal,
    exponential,
    between: (from, to) => from + (to - from) * uniform(),
    logNormal: (sigma) => Math.exp(sigma * normal() - (sigma * sigma) / 2),
    poisson(mean) {
      let count = 0;
      for (let sum = exponential(1); sum < mean; sum += exponential(1)) count += 1;
      return count;
    },
    // The list is never empty.
    pick: (list) => list[Math.floor(uniform() * list.length)] as never,
    weighted(weights) {
      const entries = Object.entries(weights);
      let rest = uniform() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        rest -= weight;
        if (rest < 0) return key;
      }
      return entries.at(-1)?.[0] ?? '';
    },
  };
}
