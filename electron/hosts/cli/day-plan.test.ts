import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Visit } from './day-file.ts';
import { planDay, stepsInOrder } from './day-plan.ts';
import { seededRandom } from './seeded-random.ts';

const visits = fc
  .array(
    fc.record({
      time: fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })),
      minutes: fc.integer({ min: 1, max: 600 }),
    }),
    { maxLength: 999 },
  )
  .map((rows) =>
    rows
      .map(
        ({ time, minutes }): Visit => ({
          time: time.map((part) => String(part).padStart(2, '0')).join(':'),
          minutes,
          kind: 'walk-in',
          language: 'ar',
          topics: ['kita'],
          person: null,
          referral: null,
        }),
      )
      .sort((a, b) => a.time.localeCompare(b.time)),
  );

test('however many come and however late, each visit runs in order and ends on the day', () => {
  fc.assert(
    fc.property(visits, fc.integer(), (day, seed) => {
      for (const { arrivesAtS, calledAtS, startsAtS, finishesAtS } of planDay(day, 2, seededRandom(seed))) {
        expect([arrivesAtS, calledAtS, startsAtS, finishesAtS]).toEqual(
          [arrivesAtS, calledAtS, startsAtS, finishesAtS].sort((a, b) => a - b),
        );
        expect(finishesAtS).toBeLessThan(24 * 3600);
        expect(calledAtS - arrivesAtS).toBeLessThanOrEqual(45 * 60);
      }
    }),
    { numRuns: 50 },
  );
});

test('where nothing is cut the talk lasts as long as the file says', () => {
  const day = planDay(
    [{ time: '09:00', minutes: 38, kind: 'walk-in', language: 'ar', topics: ['kita'], person: null, referral: null }],
    2,
    seededRandom(1),
  );
  expect((day[0]?.finishesAtS ?? 0) - (day[0]?.startsAtS ?? 0)).toBe(38 * 60);
});

test('the same seed plans the same day', () => {
  const [day] = fc.sample(visits, { numRuns: 1, seed: 7 });
  const planned = (seed: number) => stepsInOrder(planDay(day ?? [], 2, seededRandom(seed)));
  expect(planned(3)).toEqual(planned(3));
});
