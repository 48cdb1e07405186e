import { expect, test } from 'vitest';
import { birthBracket } from './birth-bracket.ts';

test.each([
  ['the day before the 18th birthday', '2008-11-24', 'day', '2026-11-23', '<18'],
  ['on the 18th birthday', '2008-11-23', 'day', '2026-11-23', '18-60'],
  ['the last day of being 60', '1965-11-24', 'day', '2026-11-23', '18-60'],
  ['on the 61st birthday', '1965-11-23', 'day', '2026-11-23', '>60'],
  ['born on 29 February, on 28 February', '2008-02-29', 'day', '2026-02-28', '<18'],
  ['born on 29 February, on 1 March', '2008-02-29', 'day', '2026-03-01', '18-60'],
  ['the month of the birthday counts as the birthday', '2008-11-01', 'month', '2026-11-01', '18-60'],
  ['the month before', '2008-12-01', 'month', '2026-11-30', '<18'],
  ['by the years alone', '2008-01-01', 'year', '2026-01-02', '18-60'],
  ['estimated: by the years alone', '2009-01-01', 'estimated', '2026-12-31', '<18'],
  ['sixty-one by the years alone', '1965-12-31', 'year', '2026-01-01', '>60'],
] as const)('%s', (_, bornOn, precision, day, bracket) => {
  expect(birthBracket(bornOn, precision, day)).toBe(bracket);
});
