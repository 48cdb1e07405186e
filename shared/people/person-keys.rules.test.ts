import { describe, expect, it } from 'vitest';
import { detailKeys, phoneDigits, searchTerms } from './person-keys.rules.ts';

describe('the details that a person is found by', () => {
  it('hold a birth date as far as it is known; 1 January is its year', () => {
    const birth = (bornOn: string, birthPrecision: 'day' | 'month' | 'year' | 'estimated') =>
      detailKeys({ bornOn, birthPrecision, phone: '' })[0]?.key;
    expect(birth('1990-05-17', 'day')).toBe('1990-05-17');
    expect(birth('1990-05-01', 'month')).toBe('1990-05');
    expect(birth('1990-05-01', 'estimated')).toBe('1990');
    expect(birth('1990-01-01', 'day')).toBe('1990');
    expect(detailKeys({ bornOn: null, birthPrecision: null, phone: '' })).toEqual([]);
  });

  it('hold the digits of a phone number, however it is written', () => {
    for (const phone of ['+49 231 50-111', '0049 231 50111', '0231/50111', '+49 (0)231 50111', '٠٢٣١ ٥٠١١١'])
      expect([phone, phoneDigits(phone)]).toEqual([phone, '023150111']);
  });
});

describe('what was typed', () => {
  const terms = (typed: string) => {
    const { names, digits, birth, ticket } = searchTerms(typed);
    return { names: names.trim(), digits, birth, ticket };
  };
  const nothing = { names: '', digits: [], birth: null, ticket: null };

  it('is names, a date of birth, digits, or a ticket', () => {
    expect(terms('Amal Haddad')).toEqual({ ...nothing, names: 'Amal Haddad' });
    expect(terms('amal 17.5.1990')).toEqual({ ...nothing, names: 'amal', birth: '1990-05-17' });
    expect(terms('1990-05-17 حداد')).toEqual({ ...nothing, names: 'حداد', birth: '1990-05-17' });
    expect(terms('haddad ۱۹۹۰')).toEqual({ ...nothing, names: 'haddad', digits: ['1990'] });
    expect(terms('0231 50-111')).toEqual({ ...nothing, digits: ['023150111'] });
    expect(terms('A 023')).toEqual({ ...nothing, names: 'A', digits: ['023'], ticket: { letter: 'A', number: 23 } });
    expect(terms('a7').ticket).toEqual({ letter: 'A', number: 7 });
    expect(terms('  ,. ')).toEqual(nothing);
  });
});
