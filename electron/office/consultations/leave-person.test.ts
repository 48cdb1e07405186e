import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deskOf } from '../testing/test-desk.ts';
import { aDraft, newSeries } from '../testing/test-hours.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const request = () => ({ requestId: randomUUID() });

it('leaves nothing in the database that ties a talk which is nobody’s now to the person before', async () => {
  const desk = deskOf(office, office.who.city);
  const [personId, keptId] = [newPerson(office), newPerson(office)];
  newSeries(office);
  const [earlier, later] = [talk(office, office.who.city, { personId }), talk(office, office.who.city, { personId })];
  const say = async (contactId: string, obstacle: string, state: 'open' | 'solved') => {
    const { revision, obstacles } = await desk.consultations.get({ contactId });
    const others = obstacles.filter((one) => one.obstacle !== obstacle).map(({ obstacle: id }) => id);
    const all = [...others.map((id) => ({ obstacle: id, state: 'open' as const })), { obstacle, state }];
    await desk.consultations.change({ ...request(), contactId, revision, obstacles: all });
  };
  await say(earlier.contactId, 'language', 'open');
  await say(later.contactId, 'fear', 'open');
  await say(later.contactId, 'language', 'solved');
  await say(earlier.contactId, 'fear', 'solved');
  const { appointmentId } = await desk.appointments.book({
    ...request(),
    ...aDraft(office),
    personIds: [personId],
    unnamed: 0,
    topics: [],
    staffIds: [],
  });
  await desk.steps.handOut({ ...request(), contactId: later.contactId, language: 'ar', appointmentId });
  const { id: _id, revision: mergedRevision, createdAt: _at, ...person } = await desk.people.get({ id: personId });
  await desk.duplicates.merge({ ...request(), keptId, keptRevision: 1, mergedId: personId, mergedRevision, person });

  const { revision } = await desk.consultations.get({ contactId: later.contactId });
  await desk.levels.move({ ...request(), contactId: later.contactId, revision, personId: null });
  const rows = (sql: string, ...values: string[]) =>
    office.db
      .statement(sql)
      .pluck()
      .all(...values);
  expect(rows('SELECT appointment_id FROM step_sheet')).toEqual([null]);
  expect(
    rows(
      `SELECT contact.id FROM obstacle_event JOIN person_obstacle ON person_obstacle.id = obstacle_id
        JOIN contact ON contact.id = obstacle_event.contact_id WHERE contact.person_id IS NOT person_obstacle.person_id`,
    ),
  ).toEqual([]);
  for (const id of [later.contactId, later.ticketId])
    expect(rows("SELECT row_key FROM person_merge_row WHERE row_key LIKE '%' || ? || '%'", id)).toEqual([]);
  // What stays with the person is given back by undo all the same.
  await desk.duplicates.undo({ ...request(), mergedId: personId });
  expect((await desk.consultations.get({ contactId: earlier.contactId })).person?.id).toBe(personId);
  expect((await desk.consultations.get({ contactId: later.contactId })).person).toBeNull();
});
