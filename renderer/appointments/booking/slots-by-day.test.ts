import { expect, test } from 'vitest';
import type { Slot } from '../../../shared/appointments/appointments.contract.ts';
import { slotsByDay } from './slots-by-day.ts';

const slot = (day: string, from: string) => ({ day, from }) as Slot;
const slots = [slot('2026-11-30', '09:00'), slot('2026-11-30', '09:30'), slot('2026-12-01', '13:00')];

test('slots come by day', () => {
  expect(slotsByDay(slots, 60).map(({ day, slots: ofDay }) => [day, ofDay.length])).toEqual([
    ['2026-11-30', 2],
    ['2026-12-01', 1],
  ]);
});

test('a day that may be cut off is left out, but never the only one', () => {
  expect(slotsByDay(slots, 3).map(({ day }) => day)).toEqual(['2026-11-30']);
  expect(slotsByDay(slots.slice(0, 2), 2).map(({ day }) => day)).toEqual(['2026-11-30']);
});
