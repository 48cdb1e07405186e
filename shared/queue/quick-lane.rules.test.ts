import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sizeQuickLane, weekdayOf } from './quick-lane.rules.ts';

/** Mondays of four weeks, 9 o'clock in the office's zone (winter). */
const MONDAYS = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'];
const at9 = (day: string, minute: number) => `${day}T08:${String(minute).padStart(2, '0')}:00.000Z`;

it('finds the hour that fills a third of a desk with short matters', () => {
  const past = MONDAYS.flatMap((day) => [
    ...[0, 6, 12, 18, 24].map((minute) => ({ day, startedAt: at9(day, minute), minutes: 5 })),
    { day, startedAt: `${day}T10:00:00.000Z`, minutes: 30 },
    { day, startedAt: `${day}T10:40:00.000Z`, minutes: 6 },
  ]);
  const size = sizeQuickLane(past);
  expect(size.share).toBeCloseTo(6 / 7);
  expect(size.worthIt).toEqual([{ weekday: 1, hour: 9, perDay: 5, minutesPerDay: 25 }]);
  expect(size.blocks.map(({ hour }) => hour)).toEqual([9, 11]);
});

it('says nothing about an hour of a weekday that was open once, nor without history', () => {
  expect(sizeQuickLane([{ day: '2026-11-23', startedAt: at9('2026-11-23', 0), minutes: 5 }]).blocks).toEqual([]);
  expect(sizeQuickLane([])).toEqual({ contacts: 0, share: null, blocks: [], worthIt: [] });
});

it('knows the weekday, Monday first', () => {
  expect(['2026-11-23', '2026-11-29'].map(weekdayOf)).toEqual([1, 7]);
});

it('counts every short matter of weekdays that were open twice, whatever the order', () => {
  const contact = fc.record({
    day: fc.constantFrom(...MONDAYS),
    startedAt: fc
      .constantFrom(...MONDAYS)
      .chain((day) => fc.integer({ min: 0, max: 59 }).map((minute) => at9(day, minute))),
    minutes: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(
    fc.property(fc.array(contact, { maxLength: 40 }), (past) => {
      const size = sizeQuickLane(past);
      expect(sizeQuickLane(past.toReversed())).toEqual(size);
      const days = new Set(past.map(({ day }) => day)).size;
      const short = past.filter(({ minutes }) => minutes <= 7).length;
      const counted = size.blocks.reduce((sum, { perDay }) => sum + perDay * days, 0);
      expect(counted).toBeCloseTo(days < 2 ? 0 : short);
    }),
  );
});
