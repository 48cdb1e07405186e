import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabaseOf } from '../core.ts';
import { deskOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const request = () => ({ requestId: randomUUID() });

it('leaves the name of who is known by a pseudonym from now on in no table and no older page of the log', async () => {
  const desk = deskOf(office, office.who.city);
  const id = newPerson(office, { givenName: 'Kanarina', spokenName: 'Ka-na-RI-na', email: 'kanarina@example.org' });
  const { contactId } = talk(office, office.who.city, { personId: id });
  await desk.consultations.addStep({ ...request(), contactId, owner: 'us', what: 'Anrufen', topic: null, dueOn: null });
  const { revision, createdAt: _at, id: _id, ...person } = await desk.people.get({ id });
  const renamed = { ...person, familyName: 'Kanarowa' };
  await desk.people.change({ ...request(), id, revision, person: renamed });
  const { raw } = openDatabaseOf(office.core);
  const everything = () =>
    JSON.stringify(
      raw
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
        .pluck()
        .all()
        .map((table) => raw.prepare(`SELECT * FROM "${String(table)}"`).all()),
    );
  expect(everything()).toMatch(/kanar/i);
  const anonymous = { ...renamed, level: 'pseudonymous' as const, pseudonym: 'Ahorn 27' };
  await desk.people.change({ ...request(), id, revision: revision + 1, person: anonymous });
  await new Promise((done) => setImmediate(done));
  expect(everything()).not.toMatch(/kanar|ka-na/i);
  expect(raw.pragma('wal_checkpoint(PASSIVE)')).toMatchObject([{ log: 0 }]);
});
