import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonFields } from '../../../../shared/people/people.contract.ts';
import { bookAppointment } from '../../appointments/book.ts';
import { setPeople } from '../../appointments/change-appointment.ts';
import { deskOf, faultOf } from '../../testing/test-desk.ts';
import { aDraft, newSeries } from '../../testing/test-hours.ts';
import { aLetter } from '../../testing/test-letters.ts';
import { createTestOffice, type TestOffice } from '../../testing/test-office.ts';
import { AMAL, newPartner, newPerson } from '../../testing/test-people.ts';
import { RELEASE_TERMS, release } from '../../testing/test-releases.ts';
import { talk } from '../../testing/test-talk.ts';
import { getPerson } from '../person-row.ts';
import { recentPeople } from '../recent-people.ts';
import { searchPeople } from '../search-people.ts';
import { changePerson } from '../write-person.ts';
import { mergePeople, undoMerge } from './merge-people.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const reason = (name: string) => expect.objectContaining({ code: 'RULE', detail: { reason: name } });
const request = () => ({ requestId: randomUUID() });
const fieldsOf = (id: string): PersonFields => {
  const { id: _id, revision: _revision, createdAt: _createdAt, ...fields } = getPerson(office.db, id);
  return fields;
};
function merge(keptId: string, mergedId: string, person: Partial<PersonFields> = {}) {
  const who = office.who.city;
  const [keptRevision, mergedRevision] = [
    getPerson(office.db, keptId).revision,
    getPerson(office.db, mergedId).revision,
  ];
  const order = { keptId, keptRevision, mergedId, mergedRevision, person: { ...fieldsOf(keptId), ...person } };
  return office.write(who, 'duplicates.merge', (tx) => mergePeople(tx, order, who));
}
const undo = (mergedId: string) => office.write(office.who.partner, 'duplicates.undo', (tx) => undoMerge(tx, mergedId));
const namesOf = (words: string) => searchPeople(office.db, words, '2026-11-23').map((hit) => hit.name);

describe('merged records', () => {
  it('is refused for a name with a pseudonym, and not for a release that is over', async () => {
    const [kept, merged] = [newPerson(office), newPerson(office)];
    expect(() => merge(kept, merged, { pseudonym: 'Ahorn 27' })).toThrow(reason('pseudonymous'));
    await release(office, office.who.city, merged, { validUntil: '2026-11-23' });
    expect(() => merge(kept, merged)).toThrow(reason('released'));
    office.clock.advance(24 * 3_600_000);
    expect(merge(kept, merged)).toEqual({ revision: 2 });
  });

  it('is found at the last of several records', () => {
    const people = ['Zwetlana', 'Borislav', 'Casimir'].map((givenName) => newPerson(office, { givenName }));
    const [first = '', second = '', third = ''] = people;
    merge(second, first);
    merge(third, second);
    expect(namesOf('zwetlana')).toEqual(['Casimir Haddad']);
    expect(recentPeople(office.db).map(({ id }) => id)).toEqual([third]);
  });

  it('leaves whole what makes sense together only, when part of it was changed since', () => {
    const who = office.who.city;
    const kept = newPerson(office, { givenName: '', familyName: 'Haddad' });
    const merged = newPerson(office);
    const chosen = { givenName: 'Amal', familyName: 'Hadad', bornOn: '1990-05-17', birthPrecision: 'day' as const };
    const { revision } = merge(kept, merged, chosen);
    const person = { ...fieldsOf(kept), familyName: '', bornOn: '1990-05-18' };
    office.write(who, 'people.change', (tx) => changePerson(tx, { id: kept, revision, person }, who));
    undo(merged);
    expect(getPerson(office.db, kept)).toMatchObject({ givenName: 'Amal', familyName: '', bornOn: '1990-05-18' });
  });

  it('leaves nobody on an appointment whom somebody has taken off since', () => {
    const who = office.who.city;
    const [kept, merged] = [newPerson(office), newPerson(office)];
    newSeries(office);
    const booked = office.write(who, 'appointments.book', (tx) =>
      bookAppointment(tx, aDraft(office, { personIds: [kept, merged], unnamed: 0, seats: 2 }), who),
    );
    merge(kept, merged);
    office.write(who, 'appointments.setPeople', (tx) => setPeople(tx, booked, { personIds: [], unnamed: 1 }));
    undo(merged);
    expect(office.db.statement('SELECT person_id FROM appointment_person').all()).toEqual([]);
  });

  it('takes nothing new at the merged record, whoever still has it open', async () => {
    const [kept, merged] = [newPerson(office, { roles: ['landlord'] }), newPerson(office, { roles: ['landlord'] })];
    const [other, partnerId] = [newPerson(office), newPartner(office)];
    newSeries(office);
    const desk = deskOf(office, office.who.partner);
    const { contactId } = talk(office, office.who.partner);
    const { ticketId, revision } = await desk.queue.checkIn({ ...request(), spoken: 'ar', topics: ['kita'] });
    const said = { spoken: 'ar', understood: null, read: null, topics: ['kita'], adults: 0, children: 0, doorNote: '' };
    const entries = { ticketId, revision, ...said, priorityReason: null };
    const { number: _number, ...booked } = await desk.appointments.book({
      ...request(),
      ...aDraft(office),
      topics: [],
      staffIds: [],
      personIds: [],
    });
    const person = fieldsOf(merged);
    merge(kept, merged);
    const [contact, personId] = [await desk.consultations.get({ contactId }), merged];
    const on = { ...request(), contactId, revision: contact.revision, personId };
    const flat = { district: 'Mengede', rooms: 2, sizeSqm: 50, rentCents: 0, depositCents: 0, viewing: '' };
    const matter = { ...request(), contactId, personId, topics: [{ topic: 'kita', result: 'solved' }], minutes: 5 };
    const tries = [
      desk.people.change({ ...request(), id: merged, revision: 1, person }),
      desk.people.markChecked({ ...request(), id: merged, fields: ['phone'] }),
      desk.queue.checkIn({ ...request(), spoken: 'ar', topics: ['kita'], personId }),
      desk.queue.change({ ...request(), ...entries, personId }),
      desk.consultations.change(on),
      desk.levels.move(on),
      desk.levels.add({ ...matter, note: null }),
      desk.appointments.book({
        ...request(),
        ...aDraft(office, { from: '10:00', unnamed: 0 }),
        topics: [],
        staffIds: [],
        personIds: [personId],
      }),
      desk.appointments.setPeople({ ...request(), ...booked, personIds: [personId], unnamed: 0 }),
      desk.letters.write({ ...request(), letter: aLetter({ personId, partnerId }) }),
      desk.releases.give({ ...RELEASE_TERMS, ...request(), personId }),
      desk.households.add({ ...request(), personId, otherId: other, kind: 'child', livesHere: false, fromOn: null }),
      desk.flats.add({ ...request(), landlordId: merged, flat: { ...flat, freeFrom: null, state: 'offered' } }),
      desk.programme.set({ ...request(), personId, group: 'applicant', sinceOn: '2026-01-01' }),
    ];
    for (const [at, refused] of (await Promise.all(tries.map(faultOf))).entries())
      expect(`${at}: ${refused}`).toBe(`${at}: RULE record-merged`);
    undo(merged);
    expect(await faultOf(desk.people.change({ ...request(), id: merged, revision: 1, person }))).toBeNull();
  });

  it('keeps no name of somebody who is known by a pseudonym from now on', () => {
    const who = office.who.city;
    const [kept, merged] = [newPerson(office), newPerson(office, { givenName: 'Zwetlana' })];
    merge(kept, merged);
    const pseudonymous = (revision: number) =>
      office.write(who, 'people.change', (tx) =>
        changePerson(
          tx,
          { id: kept, revision, person: { ...AMAL, level: 'pseudonymous', pseudonym: 'Ahorn 27' } },
          who,
        ),
      );
    expect(() => pseudonymous(2)).toThrow(reason('has-merged'));
    undo(merged);
    pseudonymous(3);
    expect(namesOf('zwetlana')).toEqual(['Zwetlana Haddad']);
    expect(JSON.stringify(getPerson(office.db, kept))).not.toContain('Amal');
    expect(office.db.statement('SELECT 1 FROM person_merge').get()).toBeUndefined();
  });
});
