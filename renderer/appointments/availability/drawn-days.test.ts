import { expect, it } from 'vitest';
import { daysText, drawnDays, longestFirst, MOST_DRAWN_DAYS, missedShare } from './drawn-days.ts';

it('draws more than eight weeks at the upper edge, and says it in words', () => {
  expect([0, 21, 56, null].map(drawnDays)).toEqual([0, 21, 56, MOST_DRAWN_DAYS]);
  expect([0, null].map((days) => daysText(days, 'mehr'))).toEqual(['0', 'mehr']);
  expect(MOST_DRAWN_DAYS).toBeGreaterThan(56);
});

it('puts the longest wait on top', () => {
  expect(longestFirst([{ days: 3 }, { days: null }, { days: 30 }]).map(({ days }) => days)).toEqual([null, 30, 3]);
});

it('counts who stayed away among those who were expected', () => {
  expect(missedShare({ seen: 3, missed: 1 })).toBe(25);
  expect(missedShare({ seen: 0, missed: 2 })).toBe(100);
  expect(missedShare({ seen: 0, missed: 0 })).toBeNull();
});
