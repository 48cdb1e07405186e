import { afterEach, beforeEach, expect, it } from 'vitest';
import { mergePeople } from '../people/duplicates/merge-people.ts';
import { getPerson } from '../people/person-row.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { livingWith } from './living-with.ts';
import { separate } from './separate.ts';
import { addRelative } from './write-household.ts';

let office: TestOffice;
let amal: string;
let basim: string;
let dina: string;
beforeEach(async () => {
  office = await createTestOffice();
  amal = newPerson(office);
  basim = newPerson(office, { givenName: 'Basim' });
  dina = newPerson(office, { givenName: 'Dina', bornOn: '2018-05-01', birthPrecision: 'day' });
});
afterEach(() => office.close());

const who = () => office.who.city;
const idsWith = (...personIds: string[]) => livingWith(office.db, personIds).map(({ id }) => id);
const relate = (personId: string, otherId: string, kind: 'partner' | 'child', livesHere = true) =>
  office.write(who(), 'households.add', (tx) =>
    addRelative(tx, { personId, otherId, kind, livesHere, fromOn: null }, who()),
  );
const leave = (leaverId: string) =>
  office.write(who(), 'households.separate', (tx) => separate(tx, { leaverId, on: '2026-11-23' }));

function merge(keptId: string, mergedId: string): void {
  const { id: _id, revision: keptRevision, createdAt: _createdAt, ...person } = getPerson(office.db, keptId);
  const mergedRevision = getPerson(office.db, mergedId).revision;
  const order = { keptId, keptRevision, mergedId, mergedRevision, person };
  office.write(who(), 'duplicates.merge', (tx) => mergePeople(tx, order, who()));
}

it('names the household, with the year of birth, whoever of it is asked about', () => {
  relate(amal, basim, 'partner');
  relate(amal, dina, 'child');
  const all = [
    { id: amal, name: 'Amal Haddad', bornYear: null },
    { id: basim, name: 'Basim Haddad', bornYear: null },
    { id: dina, name: 'Dina Haddad', bornYear: 2018 },
  ];
  for (const asked of [[amal], [dina], [dina, amal], [basim, dina, amal]])
    expect(livingWith(office.db, asked)).toEqual(all);
  expect(idsWith()).toEqual([]);
  expect(() => idsWith('00000000-0000-7000-8000-000000000000')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
});

it('names nobody for who has no household, and no relative who lives elsewhere', () => {
  expect(idsWith(amal)).toEqual([]);
  relate(amal, dina, 'child', false);
  expect(idsWith(amal)).toEqual([]);
});

it('names nobody who has parted, also not through the child who lives with them now', () => {
  relate(amal, basim, 'partner');
  leave(basim);
  relate(basim, dina, 'child');
  relate(amal, dina, 'child', false);
  expect(idsWith(amal)).toEqual([amal]);
  expect(idsWith(dina)).toEqual([basim, dina]);
  expect(idsWith(amal, dina)).toEqual([amal, dina]);
  // Both were typed by name: the households of both are there, and neither brings the other.
  expect(idsWith(basim, amal)).toEqual([basim, dina, amal]);
});

it('names the record that stands for somebody, from either side', () => {
  relate(amal, basim, 'partner');
  const [again, more] = [newPerson(office, { givenName: 'Bassim' }), newPerson(office, { givenName: 'Amaal' })];
  merge(again, basim);
  expect(livingWith(office.db, [amal])).toMatchObject([{ id: amal }, { id: again, name: 'Bassim Haddad' }]);
  expect(idsWith(again)).toEqual([amal, again]);
  merge(more, amal);
  for (const asked of [[more], [again], [amal, basim]]) expect(idsWith(...asked)).toEqual([more, again]);
});

it('leaves out who has parted by any record of theirs', () => {
  const again = newPerson(office, { givenName: 'Bassim' });
  relate(amal, basim, 'partner');
  leave(basim);
  relate(amal, again, 'partner');
  expect(idsWith(amal)).toEqual([amal, again]);
  merge(again, basim);
  expect([idsWith(amal), idsWith(again)]).toEqual([[amal], [again]]);
});
