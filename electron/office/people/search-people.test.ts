import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { DIN_91379_LETTERS } from '../../../tests/letters/din-91379.ts';
import type { Tx } from '../database/handles.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { AMAL, newPerson } from '../testing/test-people.ts';
import { getPerson } from './person-row.ts';
import { searchPeople } from './search-people.ts';
import { changePerson } from './write-person.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const search = (words: string) => searchPeople(office.db, words, localDateOf(office.clock.now()));
const namesOf = (words: string) => search(words).map((hit) => hit.name);
const reasonsOf = (words: string) => search(words)[0]?.matchedBy;

describe('a name', () => {
  it('is found by the beginning of every word, in any order and script, and by details', () => {
    newPerson(office, {
      givenName: 'Yūsuf',
      familyName: 'Al-Ahmad',
      ownScriptName: 'يوسف الأحمد',
      bornOn: '1990-01-01',
      phone: '+49 221 4710-115',
    });
    for (const words of [
      'yu ah',
      'Ahmad Yusuf',
      'alahmad',
      'يوسف',
      'الاحمد',
      '1990',
      '۱۹۹۰',
      'yusuf 1.1.1990',
      'yusuf 17.5.1990',
      '0221 4710115',
      '0221',
      '٠٢٢١ ٤٧١٠',
    ]) {
      expect([words, ...namesOf(words)]).toEqual([words, 'Yūsuf Al-Ahmad']);
    }
    expect(namesOf('yusuf 1990')).toEqual(['Yūsuf Al-Ahmad']);
    expect(namesOf('yusuf 1991')).toEqual([]);
    expect(namesOf('')).toEqual([]);
  });

  it.each([
    ['Muhammad', 'مُحَمَّد', 'Mohamed', 'Mehmet', 'Mouhammad', 'محەمەد', 'muham', 'mohamm'],
    ['Yusuf', 'Youssef', 'يوسف', 'Jusuf', 'youss'],
    ['Xezal', 'Khazal', 'خەزال', 'chaz'],
    ['Abdulrahman', 'Abd al-Rahman', 'Abderrahmane', 'عبد الرحمن', 'Rahman'],
    ['علی‌رضا', 'Alireza', 'Ali Reza', 'علي رضا'],
    ['Ali Reza', 'Alireza', 'علیرضا'],
  ])('%s is found by %s and other spellings, also while they are typed', (stored, ...spellings) => {
    newPerson(office, { givenName: stored, familyName: 'Haddad' });
    newPerson(office, { givenName: 'Berfîn', familyName: 'Demir' });
    for (const words of spellings) expect([words, ...namesOf(words)]).toEqual([words, `${stored} Haddad`]);
  });

  it('keeps every letter of DIN 91379 when it is stored, and is found by it, by its plain letters and in capitals', () => {
    for (const [at, letter] of DIN_91379_LETTERS.entries()) {
      if (!/\p{L}/u.test(letter)) continue;
      const familyName = `Qo${letter}m${at.toString(36).replace(/\d/g, 'x')}`.normalize('NFC');
      const id = newPerson(office, { givenName: '', familyName });
      expect(getPerson(office.db, id).familyName).toBe(familyName);
      expect([letter, search(familyName)[0]?.name]).toEqual([letter, familyName]);
      expect([letter, search(familyName.normalize('NFD').toUpperCase()).map(({ name }) => name)]).toEqual([
        letter,
        expect.arrayContaining([familyName]),
      ]);
    }
  });

  it('with an umlaut is found in both ways to write it without', () => {
    newPerson(office, { givenName: '', familyName: 'Müller' });
    for (const words of ['muller', 'mueller', 'muelle', 'Müller'])
      expect([words, ...namesOf(words)]).toEqual([words, 'Müller']);
  });

  it('may have a word less in the file than was typed, of three or more', () => {
    newPerson(office, { givenName: 'Mohamed', familyName: 'Al-Ahmad' });
    expect(namesOf('Muhammad Hassan Ahmad')).toEqual(['Mohamed Al-Ahmad']);
    expect(namesOf('Muhammad Hassan')).toEqual([]);
  });

  it('that only sounds a little alike is not found', () => {
    newPerson(office, { givenName: 'Hassan', familyName: 'Karimi' });
    for (const words of ['Hussein', 'Omar', 'Kamal Hassan', 'Samir'])
      expect([words, ...namesOf(words)]).toEqual([words]);
  });

  it('follows every change, also one that was taken back, and forgets who is gone', () => {
    const who = office.who.city;
    const id = newPerson(office, { givenName: 'Xezal' });
    expect(namesOf('xezal')).toEqual(['Xezal Haddad']);
    const change = (tx: Tx) => changePerson(tx, { id, revision: 1, person: AMAL }, who);
    const takenBack = new Error('taken back');
    expect(() =>
      office.write(who, 'people.change', (tx) => {
        change(tx);
        expect(searchPeople(tx, 'amal', '2026-11-23')).toHaveLength(1);
        throw takenBack;
      }),
    ).toThrow(takenBack);
    expect(namesOf('xezal')).toEqual(['Xezal Haddad']);
    office.write(who, 'people.change', change);
    expect([namesOf('xezal'), namesOf('amal')]).toEqual([[], ['Amal Haddad']]);
    office.write(who, 'people.remove', (tx) => tx.statement('DELETE FROM person WHERE id = ?').run(id));
    expect(namesOf('amal')).toEqual([]);
    expect(office.db.statement('SELECT count(*) FROM person_name').pluck(true).get()).toBe(0);
  });

  it('is found although more changed than the database remembers', () => {
    newPerson(office, { givenName: 'Xezal' });
    expect(namesOf('xezal')).toEqual(['Xezal Haddad']);
    const more = 'INSERT INTO person_name_change (person_id) SELECT value FROM json_each(?)';
    const ids = JSON.stringify(Array.from({ length: 1100 }, () => 'nobody'));
    newPerson(office, { givenName: 'Berfîn' });
    office.write(office.who.city, 'people.change', (tx) => tx.statement(more).run(ids));
    expect(office.db.statement('SELECT count(*) FROM person_name_change').pluck(true).get()).toBe(1000);
    expect([namesOf('xezal'), namesOf('berfin')]).toEqual([['Xezal Haddad'], ['Berfîn Haddad']]);
  });
});

describe('the reason', () => {
  it('says in what the words were found', () => {
    newPerson(office, {
      bornOn: '1990-05-17',
      birthPrecision: 'day',
      phone: '0221 4710-115',
      ownScriptName: 'أمل حداد',
    });
    expect(reasonsOf('haddad 1990')).toEqual([
      { reason: 'name', found: 'Haddad' },
      { reason: 'birth-year', found: '' },
    ]);
    expect(reasonsOf('Hadad 17.5.1990')).toEqual([
      { reason: 'other-spelling', found: 'Haddad' },
      { reason: 'birth-date', found: '' },
    ]);
    expect(reasonsOf('حداد')).toEqual([{ reason: 'own-script', found: 'حداد' }]);
    expect(reasonsOf('0221 4710')).toEqual([{ reason: 'phone', found: '' }]);
  });

  it('says that the name is there in another spelling, another script, or as another name', () => {
    newPerson(office, { givenName: 'Muhammad', familyName: 'Demir', aliases: ['Abu Karim'] });
    expect(reasonsOf('محمد')).toEqual([{ reason: 'other-script', found: 'Muhammad' }]);
    expect(reasonsOf('Mehmet')).toEqual([{ reason: 'other-spelling', found: 'Muhammad' }]);
    expect(reasonsOf('abu karim')).toEqual([{ reason: 'other-name', found: 'Abu Karim' }]);
  });
});

describe('the order', () => {
  it('has whole words before beginnings, letters before sounds, names before numbers', () => {
    newPerson(office, { givenName: 'Amalia', familyName: 'Berger' });
    newPerson(office, { givenName: 'Amal', familyName: 'Zand' });
    newPerson(office, { givenName: 'Amaal', familyName: 'Weiß' });
    newPerson(office, { givenName: 'Noor', familyName: 'Quist', phone: '1990 12345' });
    newPerson(office, { givenName: 'Roj', familyName: 'Demir', bornOn: '1990-02-03' });
    expect(namesOf('amal')).toEqual(['Amal Zand', 'Amaal Weiß', 'Amalia Berger']);
    expect(namesOf('1990')).toEqual(['Roj Demir', 'Noor Quist']);
  });

  it('has the day of birth before its year, and the nearer name before the longer one', () => {
    newPerson(office, { givenName: 'Amal', familyName: 'Zand', bornOn: '1990-01-01' });
    newPerson(office, { givenName: 'Noor', familyName: 'Quist', bornOn: '1990-05-17', birthPrecision: 'day' });
    expect(namesOf('17.5.1990')[0]).toBe('Noor Quist');
    newPerson(office, { givenName: 'Amal Noor', familyName: 'Abbas' });
    expect(namesOf('amal')).toEqual(['Amal Zand', 'Amal Noor Abbas']);
  });

  it('shows twenty at most, and takes % and quotes as letters', () => {
    for (let index = 0; index < 25; index++) newPerson(office, { givenName: `Amal ${index}` });
    expect(namesOf('amal')).toHaveLength(20);
    expect(namesOf('amal 17')).toEqual(['Amal 17 Haddad']);
    expect(namesOf('%')).toEqual([]);
    expect(namesOf(`' OR 1=1 --`)).toEqual([]);
  });
});

it('looks for no more words than a name has, so that a pasted sentence stops nobody', () => {
  const ten = 'Amal Noor Sara Lina Huda Mona Rana Dina Hala Samar';
  newPerson(office, { givenName: ten, familyName: '' });
  const found = (typed: string) => searchPeople(office.db, typed, '2026-11-23').map(({ name }) => name);
  expect(found(`${ten} ${'zebra quartz '.repeat(300)}`)).toEqual([ten]);
  expect(found('zebra quartz')).toEqual([]);
});
