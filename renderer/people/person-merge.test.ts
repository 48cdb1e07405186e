import { expect, test } from 'vitest';
import { formOf, personOf } from './person-form-values.ts';
import { mergedPerson, proposedSides } from './person-merge.ts';

const base = personOf(formOf({ givenName: 'Amal', phone: '0231 1', bornOn: '1990-01-01', birthPrecision: 'year' }));

test('what only one of the two changed is proposed as they have it', () => {
  const mine = { ...base, phone: '0231 2' };
  const theirs = { ...base, district: 'Mengede' };
  const sides = proposedSides(base, mine, theirs);
  expect(sides).toEqual({ phone: 'mine', district: 'theirs' });
  expect(mergedPerson(mine, theirs, sides)).toEqual({ ...base, phone: '0231 2', district: 'Mengede' });
});

test('where both changed the same, mine is proposed and theirs can be taken', () => {
  const mine = { ...base, phone: '0231 2' };
  const theirs = { ...base, phone: '0231 3' };
  expect(proposedSides(base, mine, theirs)).toEqual({ phone: 'mine' });
  expect(mergedPerson(mine, theirs, { phone: 'theirs' }).phone).toBe('0231 3');
});

test('a birth date keeps the precision of its own side', () => {
  const theirs = { ...base, bornOn: '1990-04-03', birthPrecision: 'day' as const };
  const sides = proposedSides(base, base, theirs);
  expect(sides).toEqual({ bornOn: 'theirs' });
  expect(mergedPerson(base, theirs, sides)).toMatchObject({ bornOn: '1990-04-03', birthPrecision: 'day' });
});
