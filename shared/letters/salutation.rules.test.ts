import { describe, expect, it } from 'vitest';
import { addresseeLine, addresseeOf, fullName, salutation } from './salutation.rules.ts';

describe('salutation', () => {
  it.each([
    ['Frau Al-Ahmad', 'Sehr geehrte Frau Al-Ahmad,', 'Frau Al-Ahmad'],
    ['Frau Dr. Al-Ahmad', 'Sehr geehrte Frau Dr. Al-Ahmad,', 'Frau Dr. Al-Ahmad'],
    ['Herr Weber', 'Sehr geehrter Herr Weber,', 'Herrn Weber'],
    ['Herrn  von der Heide', 'Sehr geehrter Herr von der Heide,', 'Herrn von der Heide'],
    ['Kim Berger', 'Guten Tag Kim Berger,', 'Kim Berger'],
    ['Maria', 'Guten Tag Maria,', 'Maria'],
    ['', 'Sehr geehrte Damen und Herren,', null],
    ['Frau', 'Sehr geehrte Damen und Herren,', null],
    ['Frau FNU', 'Sehr geehrte Damen und Herren,', null],
    ['–', 'Sehr geehrte Damen und Herren,', null],
  ])('of %j is %j', (contactName, opening, line) => {
    const addressee = addresseeOf(contactName);
    expect(salutation(addressee)).toBe(opening);
    expect(addresseeLine(addressee)).toBe(line);
  });

  it('says no form that nobody stated, whatever the first name', () => {
    for (const givenName of ['Maria', 'Mohammed', 'Kim', 'Anna']) {
      expect(salutation({ kind: 'person', form: null, givenName, familyName: 'Berger' })).toBe(
        `Guten Tag ${givenName} Berger,`,
      );
    }
  });

  it('uses the one name that is there, once', () => {
    expect(salutation({ kind: 'person', form: 'herr', givenName: 'Ahmad', familyName: '' })).toBe('Guten Tag Ahmad,');
    expect(fullName('Ahmad', 'AHMAD')).toBe('Ahmad');
    expect(fullName('FNU', 'Mansour')).toBe('Mansour');
    expect(fullName('XXX', '–')).toBe('');
  });
});
