import { expect, test } from 'vitest';
import { companionFor, letterOf, newLetter, readLanguageOf } from './letter-draft.ts';

test('the client gets a page in their language, in English where it is not there, none in German', () => {
  expect(companionFor('ar')).toBe('ar');
  expect(companionFor('ti')).toBe('en');
  expect(companionFor('de')).toBeNull();
  expect(companionFor(null)).toBeNull();
});

test('what somebody reads goes before what they speak', () => {
  expect(readLanguageOf({ read: 'de', understood: null, spoken: 'ar' })).toBe('de');
  expect(readLanguageOf({ read: null, understood: null, spoken: 'kmr' })).toBe('kmr');
  // Who cannot read has it read to them in what they understand.
  expect(readLanguageOf({ read: 'none', understood: 'tr', spoken: 'kmr' })).toBe('tr');
});

test('a letter to nobody is no letter yet, and no data goes along unasked', () => {
  const draft = newLetter({ contactId: null, personId: null, topic: 'kita', readLanguage: 'fa' }, 'referral');
  expect(letterOf(draft)).toBeNull();
  expect(Object.values(draft.include)).toEqual([false, false, false, false]);
  expect(letterOf({ ...draft, partnerId: 'p' })).toMatchObject({
    partnerId: 'p',
    companionLanguage: 'fa',
    topic: 'kita',
  });
});
