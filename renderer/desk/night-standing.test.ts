import { expect, test } from 'vitest';
import { nightStanding } from './night-standing.ts';

const quiet = { confirmedUpTo: '2025-11-20', unconfirmedNights: 0, problem: null, forkAlarm: false } as const;

test('one night on its way is no warning, a second one is', () => {
  expect(nightStanding({ ...quiet, unconfirmedNights: 1 }).kind).toBe('confirmed');
  expect(nightStanding({ ...quiet, unconfirmedNights: 2 }).kind).toBe('late');
});

test('a new office with nothing confirmed is told so without alarm', () => {
  expect(nightStanding({ ...quiet, confirmedUpTo: null }).kind).toBe('none-yet');
});

test('the worst thing is said first', () => {
  expect(nightStanding({ ...quiet, unconfirmedNights: 3, problem: 'no-space' })).toEqual({
    kind: 'problem',
    problem: 'no-space',
  });
  expect(nightStanding({ ...quiet, problem: 'no-space', forkAlarm: true }).kind).toBe('fork');
});
