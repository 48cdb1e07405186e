import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PersonFields as PersonFieldsSchema } from './people.contract.ts';
import {
  birthPrecision,
  isName,
  isOtherName,
  personProblem,
  tidyPerson,
  UNKNOWN_PERSON,
  withoutName,
} from './person.rules.ts';

const NOBODY = UNKNOWN_PERSON;

describe('a person', () => {
  it('needs one name of two, and a placeholder of a register is none', () => {
    expect(personProblem({ ...NOBODY, givenName: 'Amal' }, '2026-11-22')).toBeNull();
    expect(personProblem({ ...NOBODY, familyName: 'Haddad', givenName: 'FNU' }, '2026-11-22')).toBeNull();
    for (const name of ['', ' ', 'FNU', 'lnu', 'XXX', '-', '—', 'Unbekannt', 'N. N.']) {
      expect(personProblem({ ...NOBODY, givenName: name, ownScriptName: 'أمل' }, '2026-11-22')).toBe('name-missing');
    }
    for (const invisible of ['\u200b', '\u200c\u200d', ' \ufeff ', '\u200e-\u200e'])
      expect(isName(invisible)).toBe(false);
    expect(isName('می\u200cنا')).toBe(true);
    for (const name of ['X', 'An', 'Ng', 'Ö', 'Nna']) expect(isName(name)).toBe(true);
  });

  it('is not born after today', () => {
    const born = (bornOn: string) =>
      personProblem({ ...NOBODY, givenName: 'Amal', bornOn, birthPrecision: 'day' }, '2026-11-22');
    expect(born('2026-11-22')).toBeNull();
    expect(born('2026-11-23')).toBe('born-in-the-future');
  });

  it('is known to the year by 1 January, unless the day was stated', () => {
    expect(birthPrecision('1990-01-01', null)).toBe('year');
    expect(birthPrecision('1990-01-01', 'day')).toBe('day');
    expect(birthPrecision('1990-01-02', null)).toBe('day');
    expect(birthPrecision('1990-05-01', 'estimated')).toBe('estimated');
  });

  it('has a precision exactly when it has a date, and names without stray blanks', () => {
    const name = fc.stringMatching(/^[\p{L} ']{0,12}$/u);
    fc.assert(
      fc.property(
        name,
        name,
        fc.option(fc.constantFrom('1990-01-01', '2001-05-07')),
        fc.option(fc.constantFrom('day', 'month', 'year', 'estimated')),
        (givenName, familyName, bornOn, precision) => {
          const tidied = tidyPerson({ ...NOBODY, givenName, familyName, bornOn, birthPrecision: precision });
          expect(tidied.birthPrecision === null).toBe(tidied.bornOn === null);
          expect(tidied.givenName).toBe(tidied.givenName.trim());
          expect(tidied.givenName).not.toMatch(/\s\s/);
          // What is tidy stays: a change that changes nothing changes nothing.
          expect(tidyPerson(tidied)).toEqual(tidied);
        },
      ),
    );
  });

  it('is stored in composed form, whatever the keyboard sent', () => {
    expect(PersonFieldsSchema.parse({ ...NOBODY, givenName: 'Zu\u0308leyha' }).givenName).toBe('Züleyha');
  });

  it('has no placeholder of a register for a name, alone or among names', () => {
    const tidied = tidyPerson({
      ...NOBODY,
      givenName: 'FNU',
      familyName: ' Haddad ',
      documentName: 'FNU HADDAD, XXX',
      aliases: ['xxx', 'Umm Amal', ' Umm  Amal '],
    });
    expect(tidied).toMatchObject({
      givenName: '',
      familyName: 'Haddad',
      documentName: 'HADDAD,',
      aliases: ['Umm Amal'],
    });
    expect(tidyPerson({ ...NOBODY, familyName: 'Xxara', documentName: 'FNUDA XXARA' }).documentName).toBe(
      'FNUDA XXARA',
    );
  });

  it('is known by a pseudonym and then by no name, no e-mail and no day of birth', () => {
    const ahorn = { ...NOBODY, level: 'pseudonymous' as const, pseudonym: ' Ahorn  27 ', bornOn: '1990-05-17' };
    expect(tidyPerson(ahorn)).toMatchObject({ pseudonym: 'Ahorn 27', bornOn: '1990-01-01', birthPrecision: 'year' });
    expect(personProblem(ahorn, '2026-11-22')).toBeNull();
    expect(personProblem({ ...ahorn, pseudonym: '\u200b ' }, '2026-11-22')).toBe('pseudonym-missing');
    for (const name of ['givenName', 'familyName', 'documentName', 'ownScriptName', 'spokenName', 'email'])
      expect(personProblem({ ...ahorn, [name]: 'Amal' }, '2026-11-22'), name).toBe('pseudonym-with-name');
    expect(personProblem({ ...ahorn, aliases: ['Amal'] }, '2026-11-22')).toBe('pseudonym-with-name');
    expect(personProblem({ ...NOBODY, givenName: 'Amal', pseudonym: 'Ahorn 27' }, '2026-11-22')).toBe(
      'pseudonym-with-name',
    );
  });

  it('loses every part of the name when it becomes pseudonymous', () => {
    const amal = {
      ...NOBODY,
      givenName: 'Amal',
      familyName: 'Haddad',
      documentName: 'HADDAD AMAL',
      ownScriptName: 'أمل',
      spokenName: 'A-mal',
      aliases: ['Umm Noor'],
      email: 'amal@example.org',
      pseudonym: 'Ahorn 27',
      phone: '0231 1',
    };
    expect(personProblem(withoutName(amal), '2026-11-22')).toBeNull();
    expect(withoutName(amal)).toEqual({
      ...NOBODY,
      level: 'pseudonymous',
      pseudonym: 'Ahorn 27',
      phone: '0231 1',
    });
  });

  it('has another name when one ended, not when one was added', () => {
    const amal = { ...NOBODY, givenName: 'Amal', familyName: 'Haddad' };
    expect(isOtherName(amal, { ...amal, familyName: 'Mansour' })).toBe(true);
    expect(isOtherName(amal, { ...amal, familyName: '' })).toBe(true);
    expect(isOtherName(amal, { ...amal, documentName: 'HADDAD AMAL', phone: '1' })).toBe(false);
  });

  it('moved in only where it has a flat of its own', () => {
    const since = { ...NOBODY, givenName: 'Amal', movedInOn: '2026-05-01' };
    expect(tidyPerson(since).movedInOn).toBeNull();
    expect(tidyPerson({ ...since, roles: ['refugee-own-flat'] }).movedInOn).toBe('2026-05-01');
  });
});
