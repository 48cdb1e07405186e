import { expect, it } from 'vitest';
import { foldName } from '../kernel/fold-name.ts';
import { PSEUDONYM_COUNT, pseudonymOf } from './pseudonym.rules.ts';

it('makes each pseudonym once: a word and two digits, also when accents are not typed', () => {
  const all = Array.from({ length: PSEUDONYM_COUNT }, (_, index) => pseudonymOf(index));
  expect(new Set(all.map(foldName)).size).toBe(PSEUDONYM_COUNT);
  for (const pseudonym of all) expect(pseudonym).toMatch(/^\p{Lu}\p{Ll}+ [1-9]\d$/u);
});
