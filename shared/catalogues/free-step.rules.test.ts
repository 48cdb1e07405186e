import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameStep, withoutNumbers } from './free-step.rules.ts';

test('case, spaces, punctuation and numbers make no difference', () => {
  const same = ['Zeugnisse kopieren bis 3.5.', 'zeugnisse  kopieren, bis 12. 06. 2026!', 'ZEUGNISSE KOPIEREN BIS 7'];
  expect(new Set(same.map(sameStep)).size).toBe(1);
  expect(sameStep('Zeugnisse kopieren')).not.toBe(sameStep('Zeugnisse kopieren bis 7'));
  expect(sameStep('Vater anrufen')).not.toBe(sameStep('Mutter anrufen'));
  expect([sameStep('0231 50-12345'), sameStep('…!'), sameStep('')]).toEqual(['', '', '']);
});

test('no digit is offered', () => {
  expect(withoutNumbers('Anrufen unter 0231 / 50 11 22 bis 3.5.')).toBe('Anrufen unter … bis ….');
  fc.assert(fc.property(fc.string(), (typed) => !/\p{N}/u.test(withoutNumbers(typed))));
});

test('what is the same stays the same when it is looked at again', () => {
  fc.assert(fc.property(fc.string(), (typed) => sameStep(sameStep(typed)) === sameStep(typed)));
});
