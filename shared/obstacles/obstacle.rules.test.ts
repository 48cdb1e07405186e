import { expect, it } from 'vitest';
import { askDayAfter, beforeNewest, quarterOf, standingAfterAnswer, standingIn } from './obstacle.rules.ts';

it('asks three months later, on the last day of a shorter month', () => {
  expect(askDayAfter('2026-11-23')).toBe('2027-02-23');
  expect(askDayAfter('2026-11-30')).toBe('2027-02-28');
  expect(askDayAfter('2026-01-31')).toBe('2026-04-30');
});

it('asks only about what was solved or bypassed', () => {
  expect(standingIn('solved', null, '2026-11-23')).toMatchObject({ endedOn: '2026-11-23', askOn: '2027-02-23' });
  expect(standingIn('bypassed', 'no-place', '2026-11-23').askOn).toBe('2027-02-23');
  for (const state of ['given-up', 'moved'] as const)
    expect(standingIn(state, null, '2026-11-23')).toMatchObject({ endedOn: '2026-11-23', askOn: null });
  expect(standingIn('open', 'no-place', '2026-11-23')).toEqual({
    state: 'open',
    cause: 'no-place',
    endedOn: null,
    askOn: null,
  });
});

it('opens what does not hold, asks once where it does, and again where nobody was reached', () => {
  const solved = standingIn('solved', 'no-place', '2026-11-23');
  expect(standingAfterAnswer(solved, 'no', '2027-03-01')).toEqual({
    state: 'open',
    cause: 'no-place',
    endedOn: null,
    askOn: null,
  });
  expect(standingAfterAnswer(solved, 'yes', '2027-03-01')).toEqual({ ...solved, askOn: null });
  expect(standingAfterAnswer(solved, 'not-reached', '2027-03-01').askOn).toBe('2027-03-15');
});

it('undoes from the newest on, and never that it was noticed', () => {
  const noticed = { type: 'noticed' as const, n: 1 };
  const solved = { type: 'state' as const, n: 2 };
  const asked = { type: 'asked' as const, n: 3 };
  const undone = { type: 'undone' as const, n: 4 };
  expect(beforeNewest([noticed])).toBeNull();
  expect(beforeNewest([noticed, solved, asked])).toBe(solved);
  expect(beforeNewest([noticed, solved, asked, undone])).toBe(noticed);
  expect(beforeNewest([noticed, solved, undone])).toBeNull();
});

it('knows the quarter', () => {
  expect(['2026-01-01', '2026-03-31', '2026-11-23', '2026-12-31'].map(quarterOf)).toEqual([
    '2026-01-01',
    '2026-01-01',
    '2026-10-01',
    '2026-10-01',
  ]);
});
