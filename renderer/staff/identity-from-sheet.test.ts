import { expect, test } from 'vitest';
import { identityFromSheet } from './identity-from-sheet.ts';

test('groups typed from the sheet become the secret again', () => {
  expect(identityFromSheet('AGE-S ECRET\n-KEY- 1ABCD')).toBe('AGE-SECRET-KEY-1ABCD');
  expect(identityFromSheet('1 age-s\n2 ecret\n3 -key-\n4 1abcd')).toBe('AGE-SECRET-KEY-1ABCD');
});
