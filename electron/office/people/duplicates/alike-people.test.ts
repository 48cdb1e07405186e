import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PersonFields } from '../../../../shared/people/people.contract.ts';
import { createTestOffice, type TestOffice } from '../../testing/test-office.ts';
import { AMAL, newPerson } from '../../testing/test-people.ts';
import { getPerson } from '../person-row.ts';
import { createPerson } from '../write-person.ts';
import { alikePeople, likelyButOther, setDistinctFromAll } from './alike-people.ts';
import { likelyPairs } from './likely-pairs.ts';
import { mergePeople } from './merge-people.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const typed = (fields: Partial<PersonFields>): PersonFields => ({ ...AMAL, ...fields });
const found = (fields: Partial<PersonFields>) =>
  alikePeople(office.db, typed(fields)).map(({ person, likely }) => [person.id, likely]);

it('finds somebody in another spelling and script, and says what speaks for it', () => {
  const id = newPerson(office, {
    givenName: 'Mohamed',
    familyName: 'Youssef',
    bornOn: '1990-05-04',
    birthPrecision: 'day',
    phone: '0231 4455667',
  });
  const [alike] = alikePeople(
    office.db,
    typed({
      givenName: '',
      familyName: '',
      ownScriptName: 'مُحَمَّد يوسف',
      bornOn: '1990-05-04',
      birthPrecision: 'day',
      phone: '+49 231 4455667',
    }),
  );
  expect(alike).toMatchObject({
    person: { id },
    likely: true,
    reasonsFor: ['other-script', 'birth-date', 'phone'],
    reasonsAgainst: [],
  });
});

it('shows whose year of birth differs, but does not ask about them', () => {
  const id = newPerson(office, { bornOn: '1990-05-04', birthPrecision: 'day' });
  expect(found({ bornOn: '1972-05-04', birthPrecision: 'day' })).toEqual([[id, false]]);
});

it('takes a phone that a family shares for no person', () => {
  newPerson(office, { phone: '0231 4455667' });
  expect(found({ givenName: 'Rami', familyName: 'Nasser', phone: '0231 4455667' })).toEqual([]);
});

it('shows a record that was put together with another as the one that was kept', () => {
  const keptId = newPerson(office, { givenName: 'Amina', familyName: 'Saleh' });
  const mergedId = newPerson(office);
  const who = office.who.city;
  const person = typed({ givenName: 'Amina', familyName: 'Saleh' });
  office.write(who, 'duplicates.merge', (tx) =>
    mergePeople(tx, { keptId, keptRevision: 1, mergedId, mergedRevision: 1, person }, who),
  );
  expect(found({})).toEqual([[keptId, true]]);
});

it('shows the likeliest first, and no more than five', () => {
  for (let year = 1960; year < 1966; year += 1) newPerson(office, { bornOn: `${year}-03-02`, birthPrecision: 'day' });
  const people = alikePeople(office.db, typed({ bornOn: '1963-03-02', birthPrecision: 'day' }));
  expect(people.map(({ likely }) => likely)).toEqual([true, false, false, false, false]);
  expect(people[0]?.person.bornYear).toBe(1963);
});

it('nobody is stored twice without somebody having looked, and what they said is remembered', () => {
  const id = newPerson(office);
  const who = office.who.city;
  const store = (otherThan: string[]) =>
    office.write(who, 'people.create', (tx) => {
      const others = likelyButOther(tx, typed({}), otherThan);
      const created = createPerson(tx, typed({}), who);
      setDistinctFromAll(tx, created.id, others, who);
      return created.id;
    });
  const refused = expect.objectContaining({ code: 'RULE', detail: { reason: 'perhaps-known' } });
  expect(() => store([])).toThrow(refused);
  expect(() => store([office.who.city.staffId])).toThrow(refused);
  expect(office.db.statement('SELECT count(*) FROM person').pluck(true).get()).toBe(1);
  const created = store([id]);
  expect(getPerson(office.db, created).givenName).toBe('Amal');
  expect(likelyPairs(office.db)).toEqual([]);
  // Of the two that are there now, both must have been looked at.
  expect(() => store([id])).toThrow(refused);
});
