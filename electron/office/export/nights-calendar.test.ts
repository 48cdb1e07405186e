import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localTimeOf } from '../../../shared/kernel/instants.ts';
import { lastNightUntil, nextNightAfter, nightOf, workDayOf } from './nights-calendar.ts';

test.each([
  ['before tonight', '2026-11-23T08:00:00.000Z', '21:00', '2026-11-23T20:00:00.000Z'],
  ['at the very time', '2026-11-23T20:00:00.000Z', '21:00', '2026-11-24T20:00:00.000Z'],
  ['after tonight', '2026-11-23T20:00:01.000Z', '21:00', '2026-11-24T20:00:00.000Z'],
  ['over the change to winter time', '2026-10-24T20:00:00.000Z', '21:00', '2026-10-25T20:00:00.000Z'],
  ['a time that the clock skips in March', '2026-03-28T12:00:00.000Z', '02:30', '2026-03-29T01:30:00.000Z'],
  ['a time that comes twice in October: once only', '2026-10-25T00:30:00.000Z', '02:30', '2026-10-26T01:30:00.000Z'],
])('the next night, %s', (_, now, nightlyAt, next) => {
  expect(nextNightAfter(now, nightlyAt)).toBe(next);
});

const instants = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

test('there is a night in every 25 hours, and none between the last and the next', () => {
  fc.assert(
    fc.property(instants, times, (now, nightlyAt) => {
      const [last, next] = [lastNightUntil(now, nightlyAt), nextNightAfter(now, nightlyAt)];
      expect(last <= now && now < next).toBe(true);
      const hours = (Date.parse(next) - Date.parse(last)) / 3_600_000;
      expect(hours).toBeGreaterThanOrEqual(22.9);
      expect(hours).toBeLessThanOrEqual(25.1);
    }),
  );
});

test('the night of a working day belongs to that day, and shows the time of the settings but on the night of the change', () => {
  fc.assert(
    fc.property(instants, times, (now, nightlyAt) => {
      const day = workDayOf(now);
      const night = nightOf(day, nightlyAt);
      expect(workDayOf(night)).toBe(day);
      if (!/-03-/.test(night)) expect(localTimeOf(night)).toBe(nightlyAt);
    }),
  );
});

test('work of the small hours belongs to the day before', () => {
  expect(workDayOf('2026-11-24T02:00:00.000Z')).toBe('2026-11-23');
  expect(workDayOf('2026-11-24T06:00:00.000Z')).toBe('2026-11-24');
  expect(nightOf('2026-11-23', '02:00')).toBe('2026-11-24T01:00:00.000Z');
});
