import { expect, it } from 'vitest';
import { UNKNOWN_PERSON } from '../people/person.rules.ts';
import { nameForLetter } from './name-for-letter.ts';

it('writes the name of the document, else the name in the person’s order, and never a pseudonym', () => {
  const lan = { ...UNKNOWN_PERSON, givenName: 'Thị Lan', familyName: 'Nguyễn', familyFirst: true };
  expect(nameForLetter(lan)).toBe('Nguyễn Thị Lan');
  expect(nameForLetter({ ...lan, familyFirst: false })).toBe('Thị Lan Nguyễn');
  expect(nameForLetter({ ...lan, documentName: 'NGUYỄN THỊ LAN' })).toBe('NGUYỄN THỊ LAN');
  const ahorn = { ...UNKNOWN_PERSON, level: 'pseudonymous' as const, pseudonym: 'Ahorn 27' };
  expect(nameForLetter(ahorn)).toBeNull();
});
