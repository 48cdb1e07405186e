import { expect, test } from 'vitest';
import { hoursOf, placeOn, scaleFor } from './time-scale.ts';

test('an empty week shows the working day', () => {
  expect(scaleFor([])).toEqual({ from: 540, to: 1020 });
});

test('an early call and a late evening widen the scale to whole hours', () => {
  const scale = scaleFor([
    { from: '07:45', to: '08:00' },
    { from: '18:00', to: '19:30' },
  ]);
  expect(scale).toEqual({ from: 420, to: 1200 });
  expect(hoursOf(scale)).toHaveLength(13);
  expect(hoursOf(scale)[0]).toBe(420);
});

test('a time has its place in percent', () => {
  expect(placeOn({ from: 540, to: 1020 }, { from: '10:00', to: '11:00' })).toEqual({ top: 12.5, height: 12.5 });
});

test('what goes on after midnight ends with the day', () => {
  const scale = scaleFor([{ from: '23:00', to: '00:30' }]);
  expect(scale.to).toBe(1440);
  expect(placeOn(scale, { from: '23:00', to: '00:30' }).height).toBeCloseTo((60 / (1440 - 540)) * 100);
});
