import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deskOf, faultOf, newDesk } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice, testPassphrase } from '../testing/test-office.ts';
import { talk } from '../testing/test-talk.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const kept = () => office.db.statement('SELECT digest FROM request').pluck(true).all().map(String);

it('refuses another wish under the id of one that was answered, and repeats the answer to the same', async () => {
  const desk = deskOf(office, office.who.city);
  const wish = { requestId: randomUUID(), spoken: 'ar', topics: ['kita'], doorNote: 'mit Kind' };
  const first = await desk.queue.checkIn(wish);
  expect(
    await desk.queue.checkIn({ topics: ['kita'], doorNote: 'mit Kind', spoken: 'ar', requestId: wish.requestId }),
  ).toEqual(first);
  for (const other of [{ spoken: 'fa' }, { topics: [] }, { doorNote: 'mit Kindern' }, { adults: 1 }])
    expect(await faultOf(desk.queue.checkIn({ ...wish, ...other }))).toBe('RULE request-reused');
  expect(await faultOf(desk.queue.callNext({ requestId: wish.requestId }))).toBe('RULE request-reused');
  expect(await desk.queue.checkIn(wish)).toEqual(first);
  expect((await desk.queue.today({})).tickets).toHaveLength(1);
});

it('refuses it where a note would have seemed to be saved, and keeps the first', async () => {
  const { city } = office.who;
  const { contactId } = talk(office, city);
  const desk = deskOf(office, city);
  const wish = { requestId: randomUUID(), contactId, level: 'V3', text: 'die erste' } as const;
  await desk.consultations.writeNote(wish);
  expect(await faultOf(desk.consultations.writeNote({ ...wish, text: 'die zweite' }))).toBe('RULE request-reused');
  expect(await faultOf(desk.consultations.writeNote({ ...wish, level: 'V1' }))).toBe('RULE request-reused');
  await desk.consultations.writeNote(wish);
  const { notes } = await desk.consultations.get({ contactId });
  expect(notes.map(({ text }) => text)).toEqual(['die erste']);
});

it('refuses it in work outside a transaction: staff, screens, copies, passphrases', async () => {
  const { admin } = office.who;
  const desk = deskOf(office, admin);
  const counter = deskOf(office, office.who.lead);
  const requestId = randomUUID();
  await counter.screens.changeText({ requestId, text: 'Heute bis 12 Uhr' });
  expect(await faultOf(counter.screens.changeText({ requestId, text: 'Heute bis 13 Uhr' }))).toBe(
    'RULE request-reused',
  );
  expect(await faultOf(counter.office.takeSnapshot({ requestId }))).toBe('RULE request-reused');
  const colleague = {
    requestId: randomUUID(),
    displayName: 'Neu Hier',
    signInName: 'neu',
    employerId: admin.employerId,
    roles: ['counsellor' as const],
    languages: [],
    basicLanguages: [],
    readsLanguages: [],
    passphrase: 'vier Worte sind genug hier',
  };
  const { id } = await desk.access.addStaff(colleague);
  expect(await faultOf(desk.access.addStaff({ ...colleague, passphrase: 'fünf Worte sind noch besser hier' }))).toBe(
    'RULE request-reused',
  );
  expect(await desk.access.addStaff(colleague)).toEqual({ id });
});

it('knows the same wish again after a lock and a new sign-in, and answers nobody else with it', async () => {
  const wish = { requestId: randomUUID(), spoken: 'ar', topics: [] };
  const first = await deskOf(office, office.who.city).queue.checkIn(wish);
  const again = newDesk(office);
  await again.calls.access.signIn({ name: 'city', passphrase: testPassphrase('city'), desk: 2 });
  expect(await again.calls.queue.checkIn(wish)).toEqual(first);
  const other = await deskOf(office, office.who.partner).queue.checkIn({ ...wish, spoken: 'fa' });
  expect(other.ticketId).not.toBe(first.ticketId);
});

it('keeps of an input what nobody else can try guesses on: equal wishes of two people look different', async () => {
  const wish = { requestId: randomUUID(), spoken: 'ar', topics: [] };
  await deskOf(office, office.who.city).queue.checkIn(wish);
  await deskOf(office, office.who.partner).queue.checkIn(wish);
  const digests = kept();
  expect(digests).toHaveLength(2);
  expect(new Set(digests).size).toBe(2);
  for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{64}$/);
});

it('tells also such inputs apart as no text of ours may hold', async () => {
  const desk = deskOf(office, office.who.city);
  const wish = { requestId: randomUUID(), current: 'half a character \ud800', next: 'vier Worte sind genug hier' };
  expect(await faultOf(desk.access.changePassphrase(wish))).toBe('RULE sign-in-failed');
  office.clock.advance(61_000);
  const other = { ...wish, current: testPassphrase('city') };
  expect(await faultOf(desk.access.changePassphrase(other))).toBeNull();
  expect(await faultOf(desk.access.changePassphrase(wish))).toBe('RULE request-reused');
  expect(await faultOf(desk.access.changePassphrase(other))).toBeNull();
});
