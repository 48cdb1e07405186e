import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonFields } from '../../../../shared/people/people.contract.ts';
import { createTestOffice, type TestOffice } from '../../testing/test-office.ts';
import { AMAL, newPerson } from '../../testing/test-people.ts';
import { getPerson } from '../person-row.ts';
import { changePerson, createPerson } from '../write-person.ts';
import { comparingPeople } from './compared-people.ts';
import { likelyPairs } from './likely-pairs.ts';
import { mergePeople, undoMerge } from './merge-people.ts';
import { setDistinct } from './set-distinct.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

describe('likely pairs', () => {
  const pairs = () => likelyPairs(office.db).map(({ first, second }) => [first.name, second.name].sort());

  it('are spellings of one name, in any script, with reasons', () => {
    newPerson(office, { givenName: 'Mohamed', familyName: 'Al-Ahmad', bornOn: '1990-05-17', birthPrecision: 'day' });
    newPerson(office, { givenName: 'Muhammad', familyName: 'Ahmed', bornOn: '1990-01-01', gender: 'm' });
    newPerson(office, { givenName: 'Berfîn', familyName: 'Demir' });
    expect(likelyPairs(office.db)).toMatchObject([
      { reasonsFor: ['other-spelling', 'birth-year'], reasonsAgainst: [] },
    ]);
    expect(pairs()).toEqual([['Mohamed Al-Ahmad', 'Muhammad Ahmed']]);
  });

  it('are no siblings or twins of one 1 January, no namesakes of another year, nobody with a pseudonym', () => {
    const family = { familyName: 'Haddad', bornOn: '2001-01-01', phone: '0231 50111' };
    for (const givenName of ['Hassan', 'Hussein', 'Amal', 'Noor']) newPerson(office, { ...family, givenName });
    newPerson(office, { givenName: 'Yusuf', familyName: 'Demir', bornOn: '1980-01-01' });
    newPerson(office, { givenName: 'Youssef', familyName: 'Demir', bornOn: '1999-01-01' });
    for (const pseudonym of ['Ahorn 27', 'Ahorn 28'])
      newPerson(office, { level: 'pseudonymous', pseudonym, givenName: '', familyName: '' });
    expect(pairs()).toEqual([]);
  });

  it('are not proposed again once they are known to be two, or one', () => {
    const [first, second] = [newPerson(office, { givenName: 'Emel' }), newPerson(office)];
    const who = office.who.city;
    expect(pairs()).toHaveLength(1);
    office.write(who, 'duplicates.merge', (tx) =>
      mergePeople(tx, { keptId: first, keptRevision: 1, mergedId: second, mergedRevision: 1, person: AMAL }, who),
    );
    expect(pairs()).toEqual([]);
    office.write(who, 'duplicates.undo', (tx) => undoMerge(tx, second));
    expect(pairs()).toHaveLength(1);
    const distinct = (firstId: string, secondId: string) =>
      office.write(who, 'duplicates.setDistinct', (tx) => setDistinct(tx, { firstId, secondId }, who));
    distinct(second, first);
    distinct(first, second);
    expect(pairs()).toEqual([]);
    expect(() => distinct(first, first)).toThrow(
      expect.objectContaining({ code: 'RULE', detail: { reason: 'same-record' } }),
    );
  });

  it('follow each change of a person', () => {
    const who = office.who.city;
    const change = (id: string, fields: Partial<PersonFields>) =>
      office.write(who, 'people.change', (tx) => {
        const { id: _id, revision, createdAt: _createdAt, ...before } = getPerson(office.db, id);
        return changePerson(tx, { id, revision, person: { ...before, ...fields } }, who);
      });
    newPerson(office, { bornOn: '1990-05-17', birthPrecision: 'day' });
    const other = newPerson(office, { givenName: 'Rami', familyName: 'Nasser' });
    expect(pairs()).toEqual([]);
    change(other, { givenName: 'Amaal', familyName: 'Hadad' });
    expect(pairs()).toHaveLength(1);
    change(other, { bornOn: '1972-05-17', birthPrecision: 'day' });
    expect(pairs()).toEqual([]);
    change(other, { bornOn: null, birthPrecision: null });
    newPerson(office, { givenName: 'Amal', familyName: 'Haddaad' });
    expect(pairs()).toHaveLength(3);
  });

  it('take no notice of what was rolled back', () => {
    newPerson(office);
    expect(pairs()).toEqual([]);
    expect(() =>
      office.write(office.who.city, 'people.create', (tx) => {
        createPerson(tx, AMAL, office.who.city);
        expect(likelyPairs(tx)).toHaveLength(1);
        throw new Error('rolled back');
      }),
    ).toThrow('rolled back');
    expect(pairs()).toEqual([]);
    newPerson(office);
    expect(pairs()).toHaveLength(1);
  });

  it('are compared step by step, and by whoever asks before all are', () => {
    for (let one = 0; one < 3; one += 1) newPerson(office);
    const comparing = comparingPeople(office.db);
    comparing.next();
    newPerson(office, { givenName: 'Amaal' });
    expect(pairs()).toHaveLength(6);
    expect(comparing.next().done).toBe(true);
  });
});
