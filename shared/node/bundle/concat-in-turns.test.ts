import { expect, test } from 'vitest';
import { concatInTurns } from './concat-in-turns.ts';

test('the parts stand one after another, also those that are larger than one piece and those of nothing', async () => {
  const large = new Uint8Array(9 * 1024 * 1024).map((_, at) => at % 251);
  const parts = [new Uint8Array([1, 2]), new Uint8Array(0), large, new Uint8Array([3])];
  expect((await concatInTurns(parts)).equals(Buffer.concat(parts))).toBe(true);
  expect((await concatInTurns([])).length).toBe(0);
});

test('others get their turn in between', async () => {
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 0);
  const parts = Array.from({ length: 40 }, () => new Uint8Array(4 * 1024 * 1024));
  await concatInTurns(parts);
  clearInterval(counting);
  expect(turns).toBeGreaterThan(5);
});
