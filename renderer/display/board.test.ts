import { expect, test } from 'vitest';
import type { CallView } from '../../shared/screens/screens.contract.ts';
import { shownCalls } from './board.tsx';

const call = (number: number): CallView => ({
  key: `${number}-2`,
  number,
  label: `A ${number}`,
  desk: 1,
  languages: ['de'],
  calledAt: '2026-11-23T09:00:00.000Z',
  repetition: 0,
  active: true,
});
const ten = Array.from({ length: 10 }, (_, index) => call(10 - index));

test('shows the newest calls, as many as are read from the back of the room', () => {
  expect(shownCalls(ten, null).map(({ number }) => number)).toEqual([10, 9, 8, 7, 6, 5, 4, 3]);
  expect(shownCalls(ten.slice(0, 3), null)).toHaveLength(3);
});

test('shows the call that is spoken, were it the oldest', () => {
  expect(shownCalls(ten, call(1)).map(({ number }) => number)).toEqual([1, 10, 9, 8, 7, 6, 5, 4]);
  expect(shownCalls(ten, call(9))).toEqual(shownCalls(ten, null));
});
