import { expect, it } from 'vitest';
import { addDays, elapsedMs, instantOfLocal, localDateOf, localTimeOf } from './instants.ts';

it('knows the local day across midnight and summer time', () => {
  expect(localDateOf('2026-11-22T22:59:59.999Z')).toBe('2026-11-22');
  expect(localDateOf('2026-11-22T23:00:00.000Z')).toBe('2026-11-23');
  expect(localDateOf('2026-07-01T22:00:00.000Z')).toBe('2026-07-02');
  expect(localTimeOf('2026-07-01T10:05:00.000Z')).toBe('12:05');
});

it('finds the instant of a local time, also in the nights when the clock changes', () => {
  expect(instantOfLocal('2026-11-23', '21:00')).toBe('2026-11-23T20:00:00.000Z');
  expect(instantOfLocal('2026-07-01', '21:00')).toBe('2026-07-01T19:00:00.000Z');
  // 25 October: 02:30 comes twice; the first one counts.
  expect(instantOfLocal('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
  // 29 March: 02:30 does not exist.
  expect(localTimeOf(instantOfLocal('2026-03-29', '02:30'))).toBe('03:30');
});

it('counts days over month, year and leap day', () => {
  expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-29', -1)).toBe('2026-03-28');
});

it('never measures a negative time', () => {
  expect(elapsedMs('2026-11-22T10:00:00.000Z', '2026-11-22T09:00:00.000Z')).toBe(0);
});
