import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWeeklyHours, weeklyHoursText } from './weekly-hours-text.ts';

const DAYS = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'];

test('reads hours as people write them', () => {
  expect(parseWeeklyHours('Mo 9–12, 14-16; do 14:30 – 17', DAYS)).toEqual([
    { weekday: 1, from: '09:00', to: '12:00' },
    { weekday: 1, from: '14:00', to: '16:00' },
    { weekday: 4, from: '14:30', to: '17:00' },
  ]);
  expect(parseWeeklyHours(' ', DAYS)).toEqual([]);
});

test.each(['9–12', 'Xy 9–12', 'Mo', 'Mo 12–9', 'Mo 9–25', 'Mo 9:70–12', 'Mo neun'])('does not guess at %s', (text) => {
  expect(parseWeeklyHours(text, DAYS)).toBeNull();
});

test('what is written is read back', () => {
  const time = fc.tuple(fc.nat(22), fc.constantFrom('00', '15', '45'), fc.integer({ min: 0, max: 1 }));
  const hours = time.map(([hour, minute, longer]) => ({
    from: `${String(hour).padStart(2, '0')}:${minute}`,
    to: `${String(Math.min(23, hour + 1 + longer)).padStart(2, '0')}:59`,
  }));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), hours), { maxLength: 5 }), (given) => {
      const weekly = given
        .map(([weekday, times]) => ({ weekday, ...times }))
        .sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from));
      expect(parseWeeklyHours(weeklyHoursText(weekly, DAYS), DAYS)).toEqual(weekly);
    }),
  );
});
