import { expect, it } from 'vitest';
import { displayName } from './display-name.rules.ts';
import { UNKNOWN_PERSON } from './person.rules.ts';

it('says given and family name, one of them, or the own script', () => {
  const name = (givenName: string, familyName: string, ownScriptName = '') =>
    displayName({ ...UNKNOWN_PERSON, givenName, familyName, ownScriptName });
  expect(name('Amal', 'Haddad', 'أمل حداد')).toBe('Amal Haddad');
  expect(name('', 'Haddad')).toBe('Haddad');
  expect(name('Amal', '')).toBe('Amal');
  expect(name('', '', 'أمل')).toBe('أمل');
});

it('keeps the order that the person has', () => {
  const person = { ...UNKNOWN_PERSON, givenName: 'Thị Lan', familyName: 'Nguyễn', familyFirst: true };
  expect(displayName(person)).toBe('Nguyễn Thị Lan');
});

it('says the pseudonym of somebody who is known by it', () => {
  expect(displayName({ ...UNKNOWN_PERSON, level: 'pseudonymous', pseudonym: 'Ahorn 27' })).toBe('Ahorn 27');
});
