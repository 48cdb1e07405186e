import { expect, test } from 'vitest';
import { pemOf, recipientsOf } from './city-keys.ts';

test('recipients are read from an age file as from single lines', () => {
  expect(recipientsOf('# created: today\n# public key: age1zzz\r\n  age1abc  \n\nage1def')).toEqual([
    'age1abc',
    'age1def',
  ]);
  expect(recipientsOf(' \n ')).toEqual([]);
});

test('a PEM from another system gets the line ends that the office reads', () => {
  expect(pemOf('  -----BEGIN PUBLIC KEY-----\r\nMCow\r\n-----END PUBLIC KEY-----  ')).toBe(
    '-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----\n',
  );
  expect(pemOf('  ')).toBe('');
});
