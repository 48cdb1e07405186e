import { expect, test } from 'vitest';
import { passphraseStrength } from './passphrase-strength.ts';

test.each([
  ['kurz', 'too-short'],
  ['Sommer2026!!', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['1234567890', 'weak'],
  ['Passwort123456', 'weak'],
  ['Lampe Lampe Lampe Lampe', 'weak'],
  ['Lampe Fjord Kamel', 'fair'],
  ['Lampe Fjord Kamel Besen', 'good'],
  ['tr4nk!Wolke7%brief', 'good'],
] as const)('%s is %s', (passphrase, strength) => {
  expect(passphraseStrength(passphrase)).toBe(strength);
});

test('what everybody knows about the person adds nothing', () => {
  expect(passphraseStrength('Fjord Nadia Lampe Berger', [])).toBe('good');
  expect(passphraseStrength('Fjord Nadia Lampe Berger', ['Nadia Berger'])).toBe('weak');
});
