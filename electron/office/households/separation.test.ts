import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeLetter } from '../letters/write-letter.ts';
import { deskOf } from '../testing/test-desk.ts';
import { aDraft, newSeries } from '../testing/test-hours.ts';
import { aLetter } from '../testing/test-letters.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { AMAL, newPartner, newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';

const PHONE = '0231 50111';
let office: TestOffice;
let amal: string;
let basim: string;
let child: string;
beforeEach(async () => {
  office = await createTestOffice();
  amal = newPerson(office, { phone: PHONE });
  basim = newPerson(office, { givenName: 'Basim', familyName: 'Salloum', phone: PHONE });
  child = newPerson(office, { givenName: 'Dina', bornOn: '2018-05-01', phone: PHONE });
  newSeries(office);
});
afterEach(() => office.close());

const requestId = () => randomUUID();
const desk = () => deskOf(office, office.who.city);

/** Two who live together with a child: each with a talk, a note, a step and a letter, and an appointment of both. */
async function family(): Promise<void> {
  const { households, appointments, consultations } = desk();
  const lives = { livesHere: true, fromOn: null };
  await households.add({ requestId: requestId(), personId: amal, otherId: basim, kind: 'partner', ...lives });
  await households.add({ requestId: requestId(), personId: amal, otherId: child, kind: 'child', ...lives });
  const partnerId = newPartner(office);
  for (const [personId, name] of [
    [amal, 'Amal'],
    [basim, 'Basim'],
  ] as const) {
    const { contactId } = talk(office, office.who.city, { personId });
    const on = { requestId: requestId(), contactId };
    await consultations.writeNote({ ...on, level: 'V1', text: `Notiz zu ${name}` });
    const step = { owner: 'us' as const, what: `Anruf für ${name}`, topic: null, dueOn: '2026-11-25' };
    await consultations.addStep({ ...on, requestId: requestId(), ...step });
    const letter = aLetter({ personId, partnerId, concern: `Anliegen von ${name}` });
    await writeLetter(office.core, { requestId: requestId(), letter }, office.who.city);
  }
  const both = { personIds: [amal, basim], seats: 2, unnamed: 0, despiteWarnings: true };
  for (const day of ['2026-11-30', '2026-12-07']) {
    const { topics, staffIds, ...time } = aDraft(office, { day });
    const appointment = { ...time, topics: [...topics], staffIds: [...staffIds], ...both };
    await appointments.book({ requestId: requestId(), ...appointment });
  }
}

/** Everything that the contract tells about somebody, asked by their id. */
async function toldAbout(personId: string): Promise<string> {
  const calls = desk();
  const by = { personId };
  const answers = await Promise.all([
    calls.people.get({ id: personId }),
    calls.people.timeline({ id: personId }),
    calls.people.catchUp({ id: personId }),
    calls.people.history({ id: personId }),
    calls.duplicates.mergesOf({ id: personId }),
    calls.households.of(by),
    calls.households.timeline(by),
    calls.households.livingWith({ personIds: [personId] }),
    calls.appointments.ofPerson(by),
    calls.letters.list({ ...by, contactId: null }),
    calls.corrections.list(by),
    calls.releases.list(by),
    calls.releases.readings(by),
    calls.steps.openOf({ ...by, exceptContactId: null }),
    calls.programme.of(by),
  ]);
  return JSON.stringify(answers);
}

const separate = (leaverId = basim) =>
  desk().households.separate({ requestId: requestId(), leaverId, on: '2026-11-23' });

it('shows each what belongs to the other while they live together', async () => {
  await family();
  expect(await toldAbout(amal)).toContain('Basim');
  expect(await toldAbout(child)).toContain('Basim');
  expect((await desk().households.of({ personId: amal })).household?.size).toBe(3);
});

it('cuts the past of the other from every answer about one of them, and the count', async () => {
  await family();
  await separate();
  for (const personId of [amal, child]) {
    const told = await toldAbout(personId);
    expect(told).not.toContain('Basim');
    expect(told).not.toContain(basim);
  }
  const told = await toldAbout(basim);
  expect(told).not.toContain('Amal');
  expect(told).not.toContain(amal);
  expect(told).not.toContain('Dina');
  expect((await desk().households.of({ personId: amal })).household?.size).toBe(2);
  // Their appointments stay: each sees when to come, the other's name is not there.
  const { appointments } = await desk().appointments.ofPerson({ personId: amal });
  expect(appointments.map(({ day, people }) => ({ day, people: people.map(({ id }) => id) }))).toEqual([
    { day: '2026-12-07', people: [amal] },
    { day: '2026-11-30', people: [amal] },
  ]);
});

it('does so too when the relation alone ends, and one of them moves out then', async () => {
  await family();
  const [relation] = (await desk().households.of({ personId: amal })).members.flatMap(
    (member) => member.relation ?? [],
  );
  if (!relation) throw new Error('They are partners');
  await desk().households.endRelation({ requestId: requestId(), ...relation, on: '2026-11-23' });
  // They still live together, which the page says.
  expect(await toldAbout(amal)).toContain('Basim');
  await separate();
  expect(await toldAbout(amal)).not.toContain('Basim');
});

it('offers no pair of records, and finds nobody by the name of the other', async () => {
  await family();
  await separate();
  const { duplicates, people } = desk();
  expect((await duplicates.list({})).pairs).toEqual([]);
  expect((await people.search({ words: 'Amal' })).hits.map(({ id }) => id)).toEqual([amal]);
  const { hits } = await desk().search.notes({ words: 'Notiz Amal' });
  expect(hits.map(({ person }) => person?.id)).toEqual([amal]);
});

it('keeps somebody who moves out and is still related, and comes back with what was taken back', async () => {
  await family();
  await separate(child);
  // A child that moved out is still her child.
  expect(await toldAbout(amal)).toContain('Dina');
  const { endedAt } = await separate();
  await desk().households.takeBackSeparation({ requestId: requestId(), leaverId: basim, endedAt });
  expect(await toldAbout(amal)).toContain('Basim');
});

it('says nothing of somebody else who has the same telephone and never lived there', async () => {
  await family();
  await separate();
  newPerson(office, { ...AMAL, givenName: 'Nachbarin', phone: PHONE });
  const { samePhone } = await desk().households.of({ personId: amal });
  expect(samePhone.map(({ name }) => name)).toEqual(['Nachbarin Haddad']);
});
