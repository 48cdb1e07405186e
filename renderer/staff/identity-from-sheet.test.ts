import { expect, test } from 'vitest';
import { identityFromSheet } from './identity-from-sheet.ts';

test('groups typed from the sheet become the secret again', () => {
  expect(identityFromSheet('AGE-S ECRET\n-KEY- 1ABCD')).toBe('AGE-SECRET-KEY-1ABCD');
  expect(identityFromSheet('  AGE-SECRET-KEY-1ABCD\n')).toBe('AGE-SECRET-KEY-1ABCD');
});

test('numbers of groups are no part of it', () => {
  expect(identityFromSheet('1 age-s\n2 ecret\n3 -key-\n4 1abcd')).toBe('AGE-SECRET-KEY-1ABCD');
  expect(identityFromSheet('1. AGE-S 2. ECRET 3. 82')).toBe('AGE-SECRET82');
});

test('a last group of digits alone stays', () => {
  expect(identityFromSheet('AGE-S ECRET -KEY- 82')).toBe('AGE-SECRET-KEY-82');
});
