import fc from 'fast-check';
import { expect, test } from 'vitest';
import { birthText, namesNewYear, parseBirth } from './birth-text.ts';

test.each([
  ['3.4.1990', '1990-04-03', 'day'],
  ['03/04/1990', '1990-04-03', 'day'],
  ['1990-04-03', '1990-04-03', 'day'],
  ['4.1990', '1990-04-01', 'month'],
  ['1990', '1990-01-01', 'year'],
  ['ca. 1990', '1990-01-01', 'estimated'],
  ['etwa 1990', '1990-01-01', 'estimated'],
  ['01.01.1990', '1990-01-01', 'year'],
])('%s is read as %s, known to the %s', (typed, bornOn, birthPrecision) => {
  expect(parseBirth(typed)).toEqual({ bornOn, birthPrecision });
});

test.each(['', '31.02.1990', '1.13.1990', '90', '3.4.90', '1899', 'gestern', '30.02.'])(
  '%s is no birth date',
  (typed) => {
    expect(parseBirth(typed)).toBeNull();
  },
);

test('only a written-out 1 January is asked about', () => {
  expect(namesNewYear('01.01.1990')).toBe(true);
  expect(namesNewYear('1990')).toBe(false);
  expect(namesNewYear('02.01.1990')).toBe(false);
});

test('what is shown is read back as the same', () => {
  const date = fc.date({
    min: new Date('1900-01-02T12:00:00Z'),
    max: new Date('2030-12-31T12:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(
      date,
      fc.constantFrom('day' as const, 'month' as const, 'year' as const, 'estimated' as const),
      (day, precision) => {
        const known = {
          day: day.toISOString().slice(0, 10),
          month: `${day.toISOString().slice(0, 7)}-01`,
          year: `${day.getUTCFullYear()}-01-01`,
          estimated: `${day.getUTCFullYear()}-01-01`,
        };
        const bornOn = known[precision];
        // A day of 1 January reads back as the year: the box beside the field says otherwise.
        fc.pre(!(precision === 'day' && bornOn.endsWith('-01-01')));
        expect(parseBirth(birthText(bornOn, precision))).toEqual({ bornOn, birthPrecision: precision });
      },
    ),
  );
});
