import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonFields } from '../../../shared/people/people.contract.ts';
import { listContactsOf } from '../consultations/list-contacts.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { AMAL, newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';
import { listFormerNames, type NameChange } from './former-names.ts';
import { listChangesOf } from './person-changes.ts';
import { displayNames, getPerson } from './person-row.ts';
import { freePseudonym } from './pseudonyms.ts';
import { recentPeople } from './recent-people.ts';
import { searchPeople } from './search-people.ts';
import { changePerson } from './write-person.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const namesOf = (words: string) => searchPeople(office.db, words, '2026-11-23').map((hit) => hit.name);
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
    expect(searchPeople(office.db, 'haddad', '2026-11-23')).toEqual([]);
  });

  it('is found by the new name after a change and no longer by the old one', () => {
    const id = newPerson(office);
    const change = (revision: number) =>
      office.write(office.who.partner, 'people.change', (tx) =>
        changePerson(tx, { id, revision, person: { ...AMAL, familyName: 'Mansour' } }, office.who.partner),
      );
    expect(change(1)).toEqual({ revision: 2 });
    expect(namesOf('mansour')).toEqual(['Amal Mansour']);
    expect(namesOf('haddad')).toEqual([]);
    expect(() => change(1)).toThrow(fault('CONFLICT', { currentRevision: 2 }));
  });

  it('leaves field names in the journal, never values', () => {
    const id = newPerson(office, { phone: '0221 4710-999' });
    office.write(office.who.city, 'people.change', (tx) =>
      changePerson(tx, { id, revision: 1, person: { ...AMAL, familyName: 'Mansour' } }, office.who.city),
    );
    const entries = office.db
      .statement("SELECT fields FROM journal_entry WHERE entity = 'person' AND id = ?")
      .pluck(true)
      .all(id);
    expect(entries).toEqual(['[]', '["familyName","phone"]']);
  });
});

describe('a name', () => {
  const change = (id: string, revision: number, person: Partial<PersonFields>, nameChange?: NameChange) =>
    office.write(office.who.partner, 'people.change', (tx) =>
      changePerson(tx, { id, revision, person: { ...AMAL, ...person }, nameChange }, office.who.partner),
    );

  it('that ended by marriage stays in the history with its day, and the person is found by it', () => {
    const id = newPerson(office);
    change(id, 1, { familyName: 'Mansour' }, { reason: 'marriage', untilOn: '2026-05-02' });
    expect(listFormerNames(office.db, id)).toEqual([
      {
        id: expect.any(String),
        name: 'Amal Haddad',
        ownScriptName: '',
        documentName: '',
        reason: 'marriage',
        untilOn: '2026-05-02',
        recordedAt: office.clock.now(),
        staffName: 'Cem Blau',
      },
    ]);
    expect(namesOf('haddad')).toEqual(['Amal Mansour']);
  });

  it('that was only written wrong stays in the history and is found no more', () => {
    const id = newPerson(office);
    change(id, 1, { familyName: 'Mansour' });
    expect(listFormerNames(office.db, id)).toMatchObject([{ name: 'Amal Haddad', reason: 'correction' }]);
    expect(namesOf('haddad')).toEqual([]);
    // Another detail is no other name.
    change(id, 2, { familyName: 'Mansour', phone: '0231 1' });
    expect(listFormerNames(office.db, id)).toHaveLength(1);
  });

  it('is found as the document has it, and by what the person is called besides', () => {
    const id = newPerson(office, { documentName: 'HADDAD NOUREDDINE', aliases: ['Umm Elias'] });
    expect(namesOf('noureddine')).toEqual(['Amal Haddad']);
    expect(namesOf('elias')).toEqual(['Amal Haddad']);
    change(id, 1, {});
    expect(namesOf('elias')).toEqual([]);
  });

  it('of a change tells who changed which fields, and values only of names', () => {
    const id = newPerson(office);
    change(id, 1, { phone: '0221 4710-999', district: 'Mengede' });
    const changes = listChangesOf(office.db, id);
    expect(changes).toEqual([
      { at: office.clock.now(), staffName: 'Cem Blau', fields: ['district', 'phone'] },
      { at: office.clock.now(), staffName: 'Anna Rot', fields: [] },
    ]);
    expect(JSON.stringify(changes)).not.toContain('4710');
  });
});

describe('a pseudonymous person', () => {
  const AHORN: Partial<PersonFields> = {
    level: 'pseudonymous',
    pseudonym: 'Ahorn 27',
    givenName: '',
    familyName: '',
  };

  it('has a pseudonym and nothing of a name, and is found by it', () => {
    const id = newPerson(office, AHORN);
    expect(displayNames(office.db, [id]).get(id)).toBe('Ahorn 27');
    expect(namesOf('ahorn')).toEqual(['Ahorn 27']);
    for (const named of [{ givenName: 'Amal' }, { email: 'amal@example.org' }, { aliases: ['Umm Elias'] }])
      expect(() => newPerson(office, { ...AHORN, pseudonym: 'Linde 12', ...named })).toThrow(
        fault('RULE', { reason: 'pseudonym-with-name' }),
      );
    expect(() => newPerson(office, { ...AHORN, pseudonym: ' ' })).toThrow(
      fault('RULE', { reason: 'pseudonym-missing' }),
    );
  });

  it('shares a pseudonym with nobody, whatever the capitals', () => {
    newPerson(office, AHORN);
    expect(() => newPerson(office, { ...AHORN, pseudonym: 'ahörn  27' })).toThrow(
      fault('RULE', { reason: 'pseudonym-taken' }),
    );
    for (let tries = 0; tries < 50; tries += 1) expect(freePseudonym(office.db)).not.toBe('Ahorn 27');
  });

  it('becomes named with all that was there, and is still found by the slip with the pseudonym', () => {
    const id = newPerson(office, AHORN);
    const { contactId } = talk(office, office.who.city, { personId: id });
    const who = office.who.city;
    office.write(who, 'people.change', (tx) => changePerson(tx, { id, revision: 1, person: AMAL }, who));
    expect(getPerson(office.db, id)).toMatchObject({ level: 'named', pseudonym: '', familyName: 'Haddad' });
    expect(listContactsOf(office.db, id).map((contact) => contact.id)).toEqual([contactId]);
    expect(namesOf('ahorn')).toEqual(['Amal Haddad']);
    expect(listFormerNames(office.db, id)).toMatchObject([{ name: 'Ahorn 27', reason: 'named' }]);
    expect(() => newPerson(office, AHORN)).toThrow(fault('RULE', { reason: 'pseudonym-taken' }));
  });

  it('keeps nothing of the name that it had before', () => {
    const id = newPerson(office, { aliases: ['Umm Elias'], ownScriptName: 'أمل', email: 'amal@example.org' });
    const who = office.who.city;
    const change = (revision: number, person: Partial<PersonFields>) =>
      office.write(who, 'people.change', (tx) =>
        changePerson(tx, { id, revision, person: { ...AMAL, ...person } }, who),
      );
    change(1, { familyName: 'Mansour', aliases: ['Umm Elias'] });
    change(2, { familyName: 'Mansour', level: 'pseudonymous', pseudonym: 'Ahorn 27', email: 'amal@example.org' });
    const rows = ['person', 'former_name', 'person_key', 'person_name'].flatMap((table) =>
      office.db.statement(`SELECT * FROM ${table}`).all(),
    );
    expect(JSON.stringify(rows)).toContain('Ahorn 27');
    expect(JSON.stringify(rows)).not.toMatch(/amal|haddad|mansour|elias|أمل/i);
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
