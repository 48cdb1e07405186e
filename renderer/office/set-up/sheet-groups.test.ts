import { expect, test } from 'vitest';
import { groupsOf, wrongGroups } from './sheet-groups.ts';

const IDENTITY = 'AGE-SECRET-KEY-1ABCDEFGHJKLMNPQRS';

test('a secret falls into groups of five, the last one shorter', () => {
  expect(groupsOf(IDENTITY)).toEqual(['AGE-S', 'ECRET', '-KEY-', '1ABCD', 'EFGHJ', 'KLMNP', 'QRS']);
  expect(groupsOf(IDENTITY).join('')).toBe(IDENTITY);
});

test('groups typed from the sheet are right in any case of letters', () => {
  expect(wrongGroups(IDENTITY, [5, 7], ['efghj', ' QRS '])).toEqual([]);
});

test('the number of the wrong group is named, a missing one too', () => {
  expect(wrongGroups(IDENTITY, [5, 7], ['efghi', 'QRS'])).toEqual([5]);
  expect(wrongGroups(IDENTITY, [5, 7], ['EFGHJ'])).toEqual([7]);
  expect(wrongGroups(IDENTITY, [99], ['EFGHJ'])).toEqual([99]);
});
