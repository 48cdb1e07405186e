import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeNote } from '../consultations/notes/write-note.ts';
import { addStep, changeStep } from '../consultations/write-step.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { release, withdraw } from '../testing/test-releases.ts';
import { talk } from '../testing/test-talk.ts';
import { catchUp } from './catch-up.ts';

let office: TestOffice;
let personId: string;
let contactId: string;
beforeEach(async () => {
  office = await createTestOffice();
  personId = newPerson(office);
  ({ contactId } = talk(office, office.who.city, { personId }));
});
afterEach(() => office.close());

const agree = (owner: 'us' | 'client' | 'partner', what: string, dueOn: string | null = null) =>
  office.write(office.who.city, 'consultations.addStep', (tx) =>
    addStep(tx, { contactId, owner, what, topic: null, dueOn }, office.who.city),
  );

it('tells our three newest open promises, how many more there are, and what is awaited', () => {
  const done = agree('us', 'erledigt');
  office.write(office.who.city, 'consultations.changeStep', (tx) =>
    changeStep(tx, { ...done, owner: 'us', what: 'erledigt', dueOn: null, done: true }),
  );
  for (const number of [1, 2, 3, 4]) {
    office.clock.advance(1000);
    agree('us', `${number}`, number === 4 ? '2026-11-22' : '2026-11-23');
  }
  agree('client', 'Mietvertrag');
  const found = catchUp(office.db, personId, office.who.partner);
  expect(found.promises.map(({ what, overdue }) => [what, overdue])).toEqual([
    ['4', true],
    ['3', false],
    ['2', false],
  ]);
  expect(found.morePromises).toBe(1);
  expect(found.awaited).toMatchObject([{ owner: 'client', what: 'Mietvertrag', overdue: false }]);
  expect(found.lastInterpreted).toEqual({ mode: 'none', at: '2026-11-23T08:00:00.000Z' });
});

it('shows of much that is awaited what is due first, and how much more there is', () => {
  agree('partner', 'ohne Tag');
  for (let number = 1; number <= 14; number += 1) agree('client', `${number}`, `2026-12-${30 - number}`);
  const { awaited, moreAwaited } = catchUp(office.db, personId, office.who.city);
  expect(awaited.map(({ what }) => what)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map(String));
  expect(moreAwaited).toBe(3);
});

it('is the same for both employers, whatever notes there are', () => {
  const before = catchUp(office.db, personId, office.who.partner);
  for (const level of ['V1', 'V2', 'V3'] as const)
    office.write(office.who.city, 'consultations.writeNote', (tx) =>
      writeNote(tx, { contactId, level, text: 'KANARIE' }, office.who.city),
    );
  expect(catchUp(office.db, personId, office.who.partner)).toEqual(before);
  expect(catchUp(office.db, personId, office.who.city)).toEqual(before);
});

it('tells of a release as long as it holds', async () => {
  const id = await release(office, office.who.city, personId);
  expect(catchUp(office.db, personId, office.who.partner).releases).toEqual([
    { from: 'city', to: 'partner', validUntil: '2027-11-22' },
  ]);
  withdraw(office, office.who.partner, id);
  expect(catchUp(office.db, personId, office.who.partner).releases).toEqual([]);
});

it('tells of a missed appointment until something has followed it', () => {
  const raw = office.core.database?.raw;
  raw
    ?.prepare(
      `INSERT INTO appointment (id, number, kind, day, from_time, minutes, zone, starts_at, ends_at, place, topics, status, requested_on, booked_by, booked_at)
        VALUES ('a', 1000, 'talk', '2026-11-24', '10:00', 30, 'Europe/Berlin', '2026-11-24T09:00:00.000Z', '2026-11-24T09:30:00.000Z', 'office', '[]', 'no-show', '2026-11-20', ?, '2026-11-20T08:00:00.000Z')`,
    )
    .run(office.who.city.staffId);
  raw?.prepare("INSERT INTO appointment_person (appointment_id, person_id) VALUES ('a', ?)").run(personId);
  expect(catchUp(office.db, personId, office.who.city).missedOn).toBe('2026-11-24');
  office.clock.moveTo('2026-11-25T08:00:00.000Z');
  talk(office, office.who.city, { personId });
  expect(catchUp(office.db, personId, office.who.city).missedOn).toBeNull();
});
