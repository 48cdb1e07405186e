import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRangeCorrection, holds } from './promised-range.ts';
import { seeded } from './seeded.ts';

/** Promises to many who wait `times` as long as the forecast thinks; returns the share of the second half that held. */
function shareHeld(times: number, languages: readonly string[] = ['ar'], rounds = 800): Record<string, number> {
  const correction = createRangeCorrection();
  const uniform = seeded(4);
  const held = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    const language = languages[round % languages.length] ?? '';
    const middle = 10 + 30 * uniform();
    const [low, high] = [middle * 0.6, middle * 1.4];
    // The second language waits twice as long as anybody thinks.
    const factor = language === languages[1] ? 2 * times : times;
    const waitedMinutes = middle * factor * (0.5 + uniform());
    const range = correction.rangeFor(language, low, high);
    if (round > rounds / 2) held.set(language, [...(held.get(language) ?? []), holds(range, waitedMinutes) ? 1 : 0]);
    correction.learn({ language, low, high, waitedMinutes });
  }
  return Object.fromEntries(
    [...held].map(([language, of]) => [language, of.reduce((sum, one) => sum + one, 0) / of.length]),
  );
}

describe('a promised range', () => {
  it.each([0.5, 1, 1.8])('holds four times in five though the forecast is wrong by the factor %f', (times) => {
    const { ar } = shareHeld(times);
    expect(ar).toBeGreaterThan(0.76);
    expect(ar).toBeLessThan(0.87);
  });

  it('holds in each language, also in one that waits longer than the others', () => {
    const { de, ckb } = shareHeld(1, ['de', 'ckb'], 1600);
    expect(de).toBeGreaterThan(0.76);
    expect(ckb).toBeGreaterThan(0.76);
    expect(ckb).toBeLessThan(0.88);
  });

  it('is as the forecast says before anything is learned, in whole minutes outwards', () => {
    expect(createRangeCorrection().rangeFor('ar', 4.6, 17.2)).toEqual({ fromMinutes: 4, toMinutes: 18 });
  });

  it('never begins below none and never ends before it begins', () => {
    const minute = fc.double({ min: 0, max: 240, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(minute, minute, minute), { maxLength: 30 }), minute, minute, (past, a, b) => {
        const correction = createRangeCorrection();
        for (const [c, d, waitedMinutes] of past)
          correction.learn({ language: 'ar', low: Math.min(c, d), high: Math.max(c, d), waitedMinutes });
        const { fromMinutes, toMinutes } = correction.rangeFor('ar', Math.min(a, b), Math.max(a, b));
        expect(fromMinutes).toBeGreaterThanOrEqual(0);
        expect(toMinutes).toBeGreaterThanOrEqual(fromMinutes);
        expect([fromMinutes, toMinutes].every(Number.isInteger)).toBe(true);
      }),
    );
  });
});
