import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PersonFields, PersonFields as PersonFieldsSchema } from './people.contract.ts';
import { birthPrecision, isName, personProblem, tidyPerson } from './person.rules.ts';

const NOBODY: PersonFields = {
  givenName: '',
  familyName: '',
  ownScriptName: '',
  bornOn: null,
  birthPrecision: null,
  gender: 'not-stated',
  roles: [],
  spoken: null,
  understood: null,
  read: null,
  district: null,
  phone: '',
  email: '',
};

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
});
