import { expect, test } from 'vitest';
import { dayText, parseDay } from './date-text.ts';

test.each([
  ['28.11.2026', '2026-11-28'],
  ['1.2.2027', '2027-02-01'],
  ['1. 2. 2027', '2027-02-01'],
  ['2027-02-01', '2027-02-01'],
])('%s is %s', (typed, day) => {
  expect(parseDay(typed)).toBe(day);
});

test.each(['', '31.2.2027', '28.11.', '28.11.26', 'morgen'])('%s is no day', (typed) => {
  expect(parseDay(typed)).toBeNull();
});

test('a day is shown as it is typed', () => {
  expect(dayText('2026-11-08')).toBe('08.11.2026');
  expect(dayText(null)).toBe('');
});
