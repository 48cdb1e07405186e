import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { AMAL, newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';
import { displayNames, getPerson } from './person-row.ts';
import { recentPeople } from './recent-people.ts';
import { searchPeople } from './search-people.ts';
import { changePerson } from './write-person.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const namesOf = (words: string) => searchPeople(office.db, words).map((hit) => hit.name);
const fault = (code: string, detail: object) =>
  expect.objectContaining({ code, detail: expect.objectContaining(detail) });

describe('a person', () => {
  it('is stored as entered, tidied, with a precision', () => {
    const id = newPerson(office, {
      givenName: ' Amal  Noor ',
      bornOn: '1990-01-01',
      roles: ['neighbour', 'neighbour'],
    });
    expect(getPerson(office.db, id)).toEqual({
      ...AMAL,
      id,
      revision: 1,
      createdAt: office.clock.now(),
      givenName: 'Amal Noor',
      bornOn: '1990-01-01',
      birthPrecision: 'year',
      roles: ['neighbour'],
    });
    expect(displayNames(office.db, [id]).get(id)).toBe('Amal Noor Haddad');
  });

  it('needs a name, and a day of birth that has been', () => {
    expect(() => newPerson(office, { givenName: 'FNU', familyName: '' })).toThrow(
      fault('RULE', { reason: 'name-missing' }),
    );
    expect(() => newPerson(office, { bornOn: '2026-11-24' })).toThrow(fault('RULE', { reason: 'born-in-the-future' }));
    expect(searchPeople(office.db, 'haddad')).toEqual([]);
  });

  it('is found by the new name after a change and no longer by the old one', () => {
    const id = newPerson(office);
    const change = (revision: number) =>
      office.write(office.who.partner, 'people.change', (tx) =>
        changePerson(tx, { id, revision, person: { ...AMAL, familyName: 'Mansour' } }),
      );
    expect(change(1)).toEqual({ revision: 2 });
    expect(namesOf('mansour')).toEqual(['Amal Mansour']);
    expect(namesOf('haddad')).toEqual([]);
    expect(() => change(1)).toThrow(fault('CONFLICT', { currentRevision: 2 }));
  });

  it('leaves field names in the journal, never values', () => {
    const id = newPerson(office, { phone: '0221 4710-999' });
    office.write(office.who.city, 'people.change', (tx) =>
      changePerson(tx, { id, revision: 1, person: { ...AMAL, familyName: 'Mansour' } }),
    );
    const entries = office.db
      .statement("SELECT fields FROM journal_entry WHERE entity = 'person' AND id = ?")
      .pluck(true)
      .all(id);
    expect(entries).toEqual(['[]', '["familyName","phone"]']);
  });
});

describe('the search', () => {
  it('finds by the beginning of every word, in any order and script', () => {
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
      'yusuf 1.1.1990',
      '0221 4710115',
      '0221',
    ]) {
      expect([words, ...namesOf(words)]).toEqual([words, 'Yūsuf Al-Ahmad']);
    }
    expect(namesOf('yusuf 1990')).toEqual(['Yūsuf Al-Ahmad']);
    expect(namesOf('yusuf 1991')).toEqual([]);
    expect(namesOf('')).toEqual([]);
  });

  it('says in what it found', () => {
    newPerson(office, { bornOn: '1990-05-01', phone: '0221 4710-115' });
    expect(searchPeople(office.db, 'haddad 1990')[0]?.matchedBy).toEqual(['name', 'birth']);
    expect(searchPeople(office.db, '0221 4710')[0]?.matchedBy).toEqual(['phone']);
  });

  it('puts whole words before beginnings and names before numbers', () => {
    newPerson(office, { givenName: 'Amalia', familyName: 'Berger' });
    newPerson(office, { givenName: 'Amal', familyName: 'Zand' });
    newPerson(office, { givenName: 'Noor', familyName: 'Quist', phone: '1990 12345' });
    newPerson(office, { givenName: 'Roj', familyName: 'Demir', bornOn: '1990-02-03' });
    expect(namesOf('amal')).toEqual(['Amal Zand', 'Amalia Berger']);
    expect(namesOf('1990')).toEqual(['Roj Demir', 'Noor Quist']);
  });

  it('shows twenty at most, and takes % and quotes as letters', () => {
    for (let index = 0; index < 25; index++) newPerson(office, { givenName: `Amal ${index}` });
    expect(namesOf('amal')).toHaveLength(20);
    expect(namesOf('%')).toEqual([]);
    expect(namesOf(`' OR 1=1 --`)).toEqual([]);
  });
});

it('lists those first who were seen or changed last', () => {
  const amal = newPerson(office);
  office.clock.advance(60_000);
  const noor = newPerson(office, { givenName: 'Noor' });
  expect(recentPeople(office.db).map((hit) => hit.id)).toEqual([noor, amal]);
  office.clock.advance(60_000);
  talk(office, office.who.city, { personId: amal });
  expect(recentPeople(office.db).map((hit) => hit.id)).toEqual([amal, noor]);
});
