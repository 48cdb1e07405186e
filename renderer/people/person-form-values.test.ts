import { expect, test } from 'vitest';
import { differingFields, formOf, personFromWords, personOf } from './person-form-values.ts';

test('a form that nobody touched gives the same person back', () => {
  const person = personOf(formOf({ givenName: 'Amal', bornOn: '1990-04-03', birthPrecision: 'day', spoken: 'ar' }));
  expect(personOf(formOf(person))).toEqual(person);
  expect(person.bornOn).toBe('1990-04-03');
});

test('1 January is the year, unless somebody says that it is the day', () => {
  const form = { ...formOf({ givenName: 'Amal' }), birthText: '01.01.1985' };
  expect(personOf(form).birthPrecision).toBe('year');
  expect(personOf({ ...form, bornOnNewYear: true }).birthPrecision).toBe('day');
});

test('the box for 1 January means nothing for another day', () => {
  expect(personOf({ ...formOf({}), birthText: '1985', bornOnNewYear: true }).birthPrecision).toBe('year');
});

test('the words of a search start a new person', () => {
  expect(personFromWords('  Amal  Al Haddad ')).toEqual({ givenName: 'Amal Al', familyName: 'Haddad' });
  expect(personFromWords('Amal')).toEqual({ givenName: 'Amal' });
  expect(personFromWords('أمل حداد')).toEqual({ ownScriptName: 'أمل حداد' });
  expect(personFromWords('0231 50')).toEqual({});
});

test('differing fields are named', () => {
  const person = personOf(formOf({ givenName: 'Amal' }));
  expect(differingFields(person, { ...person, phone: '0231', roles: ['neighbour'] })).toEqual(['roles', 'phone']);
  expect(differingFields(person, { ...person })).toEqual([]);
});
