import { expect, test } from 'vitest';
import { inLanes } from './lanes.ts';

const time = (from: string, minutes: number) => ({ from, to: '', minutes });
const shape = (items: readonly { from: string; to: string; minutes: number }[]) =>
  inLanes(items).map(({ item, lane, lanes }) => `${item.from} ${lane + 1}/${lanes}`);

test('one after the other takes the whole width', () => {
  expect(shape([time('10:00', 30), time('09:00', 60)])).toEqual(['09:00 1/1', '10:00 1/1']);
});

test('two at once lie beside each other, and the next is alone again', () => {
  expect(shape([time('09:00', 60), time('09:30', 60), time('11:00', 30)])).toEqual([
    '09:00 1/2',
    '09:30 2/2',
    '11:00 1/1',
  ]);
});

test('a lane that is free again is taken first', () => {
  expect(shape([time('09:00', 30), time('09:00', 120), time('09:30', 30), time('10:30', 30)])).toEqual([
    '09:00 1/2',
    '09:00 2/2',
    '09:30 2/2',
    '10:30 2/2',
  ]);
});

test('a short call needs the room to be read', () => {
  expect(shape([time('09:00', 10), time('09:10', 30)])).toEqual(['09:00 1/2', '09:10 2/2']);
});
