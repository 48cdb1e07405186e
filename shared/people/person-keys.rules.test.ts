import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personKeys, phoneDigits, searchWords } from './person-keys.rules.ts';

const NAMELESS = { givenName: '', familyName: '', ownScriptName: '', bornOn: null, phone: '' };
const keysOf = (person: Partial<Parameters<typeof personKeys>[0]>, source: string) =>
  personKeys({ ...NAMELESS, ...person })
    .filter((key) => key.source === source)
    .map((key) => key.key)
    .sort();

describe('what a person is found by', () => {
  it('holds words, words written together, and umlauts in two letters', () => {
    expect(keysOf({ givenName: 'Yūsuf', familyName: 'Al-Ahmad' }, 'name')).toEqual(['ahmad', 'al', 'alahmad', 'yusuf']);
    expect(keysOf({ familyName: 'Müller' }, 'name')).toEqual(['mueller', 'muller']);
  });

  it('holds the own script with its letter variants as one', () => {
    expect(keysOf({ ownScriptName: 'علی' }, 'own-script')).toEqual(keysOf({ ownScriptName: 'علي' }, 'own-script'));
  });

  it('holds the year and the digits of the phone number', () => {
    expect(keysOf({ bornOn: '1990-01-01' }, 'birth')).toEqual(['1990']);
    for (const phone of ['+49 231 50-111', '0049 231 50111', '0231/50111', '+49 (0)231 50111'])
      expect(keysOf({ phone }, 'phone')).toEqual(['023150111']);
  });

  it('holds nothing that is not there', () => {
    expect(personKeys(NAMELESS)).toEqual([]);
  });
});

describe('the words to look for', () => {
  it('leave single letters out when there is more', () => {
    expect(searchWords('a haddad')).toEqual(['haddad']);
    expect(searchWords('a')).toEqual(['a']);
    expect(searchWords('  ,. ')).toEqual([]);
  });

  it('take a phone number as one word and a date as its year', () => {
    expect(searchWords('0231 50-111')).toEqual(['023150111']);
    expect(searchWords('+49 231 50111')).toEqual([phoneDigits('0231 50111')]);
    expect(searchWords('1.1.1990')).toEqual(['1990']);
    expect(searchWords('1990-01-01')).toEqual(['1990']);
    expect(searchWords('1990')).toEqual(['1990']);
  });

  it('find every person by any prefix of two letters of any of their names', () => {
    const name = fc.stringMatching(/^[A-Za-zÄÖÜäöüßşîêçñłøÅāūḥʿ' -]{2,20}$/);
    fc.assert(
      fc.property(name, name, fc.nat(20), (givenName, familyName, cut) => {
        const keys = personKeys({ ...NAMELESS, givenName, familyName }).map((key) => key.key);
        for (const word of searchWords(`${givenName} ${familyName}`)) {
          const prefix = word.slice(0, Math.max(2, cut));
          expect(keys.some((key) => key.startsWith(prefix))).toBe(true);
        }
      }),
    );
  });
});
