import { expect, it } from 'vitest';
import { createAllowance, createAllowances } from './allowance.ts';

it('gives a burst, then no more than it fills up', () => {
  let nowMs = 0;
  const allowance = createAllowance({ burst: 3, perSecond: 2 }, () => nowMs);
  expect([1, 2, 3, 4].map(() => allowance.take())).toEqual([true, true, true, false]);
  nowMs += 500;
  expect([1, 2].map(() => allowance.take())).toEqual([true, false]);
  nowMs += 3_600_000;
  expect([1, 2, 3, 4].map(() => allowance.take())).toEqual([true, true, true, false]);
});

it('counts each address by itself', () => {
  const allowances = createAllowances({ burst: 1, perSecond: 1 }, () => 0);
  expect(allowances.take('192.168.1.7')).toBe(true);
  expect(allowances.take('192.168.1.7')).toBe(false);
  expect(allowances.take('192.168.1.8')).toBe(true);
});
