import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../access/session.ts';
import { type DeskCalls, deskOf, faultOf, newDesk } from '../testing/test-desk.ts';
import { newSeries } from '../testing/test-hours.ts';
import { line, nadia } from '../testing/test-interpreters.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { ticket } from '../testing/test-talk.ts';

let office: TestOffice;
let desk: DeskCalls;
beforeEach(async () => {
  // A Monday, nine o'clock in Dortmund.
  office = await createTestOffice({ now: '2026-11-23T08:00:00.000Z' });
  desk = deskOf(office, office.who.city);
});
afterEach(() => office.close());

const id = () => ({ requestId: uuidv7() });
const addWithoutPledge = (fields = nadia) => desk.interpreters.add({ ...id(), ...fields });
const add = async (fields = nadia) =>
  await desk.interpreters.recordPledge({ ...id(), ...(await addWithoutPledge(fields)), pledgedOn: '2026-11-20' });

function checkIn(spoken: string, more: Parameters<typeof ticket>[2] = {}, who: Session = office.who.city) {
  return ticket(office, who, { spoken, topics: [], ...more });
}

test('a volunteer is on call in the hours of the week, and as was said for today', async () => {
  const { id: nadiaId, revision } = await add();
  const listed = async () => (await desk.interpreters.list({})).interpreters[0];
  expect(await listed()).toMatchObject({ name: 'Frau Nadeem', onCall: { until: '12:00' }, today: null });

  const off = await desk.interpreters.setToday({
    ...id(),
    id: nadiaId,
    revision,
    today: { onCall: false, until: null },
  });
  expect(await listed()).toMatchObject({ onCall: null, today: { onCall: false, until: null } });
  const on = await desk.interpreters.setToday({ ...id(), ...off, today: { onCall: true, until: '15:30' } });
  expect(await listed()).toMatchObject({ onCall: { until: '15:30' } });
  const away = await desk.interpreters.setAway({ ...id(), ...on, awayUntil: '2026-11-27' });
  expect(await listed()).toMatchObject({ onCall: null, awayUntil: '2026-11-27' });
  const back = await desk.interpreters.setAway({ ...id(), ...away, awayUntil: null });
  const week = await desk.interpreters.setToday({ ...id(), ...back, today: null });
  expect(await listed()).toMatchObject({ onCall: { until: '12:00' }, today: null });

  expect(await faultOf(desk.interpreters.change({ ...id(), id: nadiaId, revision: 1, ...line }))).toBe('CONFLICT');
  await desk.interpreters.change({ ...id(), ...week, ...line });
  expect(await listed()).toMatchObject({ kind: 'telephone', onCall: { until: null }, hours: [] });
});

test('names and numbers are for those who advise, not for who is administrator alone, and for no screen', async () => {
  await add();
  const admin = deskOf(office, office.who.admin);
  expect(await faultOf(admin.interpreters.list({}))).toBe('FORBIDDEN');
  expect(await faultOf(admin.interpreters.serving({}))).toBe('FORBIDDEN');
  expect(await faultOf(newDesk(office).calls.interpreters.list({}))).toBe('UNAUTHENTICATED');
});

test('each open ticket says who can serve it and what to do next; a step that failed is not proposed again', async () => {
  const { id: nadiaId } = await add();
  const { id: lineId } = await add(line);
  newSeries(office, { weekday: 4, from: '14:00', to: '17:00', languages: ['ckb'] });
  const { ticketId } = checkIn('ckb');
  const serving = async () =>
    (await desk.interpreters.serving({})).tickets.find((one) => one.ticketId === ticketId) ?? expect.fail('not served');
  expect(await serving()).toMatchObject({
    steps: [
      { kind: 'volunteer', interpreterId: nadiaId, until: '12:00', fit: 'full' },
      { kind: 'telephone', interpreterId: lineId, until: null },
      { kind: 'appointment', day: '2026-11-26', from: '14:00' },
    ],
    next: { kind: 'volunteer' },
    attempts: [],
  });
  expect((await desk.interpreters.serving({})).names[nadiaId]).toBe('Frau Nadeem');

  const step = { ticketId, colleagueId: null, language: 'ckb' };
  await desk.interpreters.recordAttempt({
    ...id(),
    ...step,
    kind: 'volunteer',
    outcome: 'asked',
    interpreterId: nadiaId,
  });
  await desk.interpreters.recordAttempt({
    ...id(),
    ...step,
    kind: 'volunteer',
    outcome: 'could-not',
    interpreterId: nadiaId,
  });
  expect(await serving()).toMatchObject({
    next: { kind: 'telephone' },
    attempts: [{ outcome: 'asked' }, { outcome: 'could-not', at: '2026-11-23T08:00:00.000Z' }],
  });
  await desk.interpreters.takeBackAttempt({ ...id(), ticketId });
  expect(await serving()).toMatchObject({ next: { kind: 'volunteer' }, attempts: [{ outcome: 'asked' }] });

  // A step without its person, or with somebody of another kind, is a slip of the program.
  for (const wrong of [
    { ...step, kind: 'volunteer' as const, outcome: 'came' as const, interpreterId: null },
    { ...step, kind: 'telephone' as const, outcome: 'came' as const, interpreterId: nadiaId },
  ])
    expect(await faultOf(desk.interpreters.recordAttempt({ ...id(), ...wrong }))).toBe('RULE not-possible');
});

test('what came of the steps is counted by language, with the middle time until somebody came', async () => {
  const { id: lineId } = await add(line);
  const step = { kind: 'telephone', interpreterId: lineId, colleagueId: null, language: 'ti' } as const;
  for (const minutes of [4, 10, 6]) {
    const { ticketId } = checkIn('ti');
    await desk.interpreters.recordAttempt({ ...id(), ...step, ticketId, outcome: 'asked' });
    office.clock.advance(minutes * 60_000);
    await desk.interpreters.recordAttempt({ ...id(), ...step, ticketId, outcome: 'came' });
  }
  const { ticketId } = checkIn('ti');
  await desk.interpreters.recordAttempt({ ...id(), ...step, ticketId, outcome: 'could-not' });
  await desk.interpreters.recordAttempt({ ...id(), ...step, ticketId, outcome: 'could-not' });
  await desk.interpreters.takeBackAttempt({ ...id(), ticketId });
  expect((await desk.interpreters.counts({})).languages).toEqual([
    { language: 'ti', asked: 3, couldNot: 1, came: 3, appointments: 0, minutesToCome: 6 },
  ]);
});

test('who came says how the talk is interpreted, until somebody says otherwise', async () => {
  const { id: lineId } = await add(line);
  const on = checkIn('ti');
  const came = {
    kind: 'telephone',
    outcome: 'came',
    interpreterId: lineId,
    colleagueId: null,
    language: 'ti',
  } as const;
  await desk.interpreters.recordAttempt({ ...id(), ticketId: on.ticketId, ...came });
  const { contactId } = await desk.queue.start({ ...id(), ticketId: on.ticketId, revision: on.revision });
  const contact = async () => desk.consultations.get({ contactId });
  expect(await contact()).toMatchObject({ interpreterMode: 'phone', interpreterPrefilled: true });
  await desk.interpreters.takeBackAttempt({ ...id(), ticketId: on.ticketId });
  expect(await contact()).toMatchObject({ interpreterMode: 'none', interpreterPrefilled: false });

  const { revision } = await contact();
  await desk.consultations.change({ ...id(), contactId, revision, interpreterMode: 'relative' });
  await desk.interpreters.recordAttempt({ ...id(), ticketId: on.ticketId, ...came });
  expect(await contact()).toMatchObject({ interpreterMode: 'relative', interpreterPrefilled: false });
});

test('a minor who interprets is counted at the door, prefilled in the contact, and undone with the correction', async () => {
  const on = await desk.queue.checkIn({ ...id(), spoken: 'so', topics: [], companionInterprets: 'minor', children: 1 });
  const view = async () => (await desk.queue.today({})).tickets[0] ?? expect.fail('no ticket');
  expect(await view()).toMatchObject({ companionInterprets: 'minor' });
  const { contactId } = await desk.queue.start({ ...id(), ticketId: on.ticketId, revision: on.revision });
  expect(await desk.consultations.get({ contactId })).toMatchObject({
    interpreterMode: 'minor',
    interpreterPrefilled: true,
  });
  const { id: ticketId, revision, spoken, topics, adults, children, doorNote } = await view();
  await desk.queue.change({
    ...id(),
    ticketId,
    revision,
    spoken,
    topics,
    adults,
    children,
    doorNote,
    understood: null,
    read: 'none',
    personId: null,
    priorityReason: null,
    companionInterprets: 'adult',
  });
  expect(await view()).toMatchObject({ companionInterprets: 'adult', read: 'none' });
  expect(await desk.consultations.get({ contactId })).toMatchObject({ interpreterMode: 'relative' });
  await desk.queue.undo({ ...id(), ticketId, revision: (await view()).revision });
  expect(await view()).toMatchObject({ companionInterprets: 'minor', read: 'so' });
  expect(await desk.consultations.get({ contactId })).toMatchObject({ interpreterMode: 'minor' });
});

test('a wish for a woman is met only by who states it of themselves', async () => {
  const on = await desk.queue.checkIn({ ...id(), spoken: 'en', topics: [], genderWish: 'w' });
  const servableBy = async () =>
    (await desk.queue.today({})).tickets.find(({ id: one }) => one === on.ticketId)?.servableBy;
  expect(await servableBy()).toEqual([]);
  await desk.access.stateGender({ ...id(), gender: 'w' });
  expect(await servableBy()).toEqual([office.who.city.staffId]);
  await desk.access.stateGender({ ...id(), gender: null });
  expect(await servableBy()).toEqual([]);
});

test('taking somebody off the list deletes name and number; what was counted stays', async () => {
  const { id: nadiaId, revision } = await add();
  const { ticketId } = checkIn('ckb');
  await desk.interpreters.recordAttempt({
    ...id(),
    ticketId,
    kind: 'volunteer',
    outcome: 'could-not',
    interpreterId: nadiaId,
    colleagueId: null,
    language: 'ckb',
  });
  await desk.interpreters.remove({ ...id(), id: nadiaId, revision });
  expect((await desk.interpreters.list({})).interpreters).toEqual([]);
  const { tickets, names } = await desk.interpreters.serving({});
  expect(tickets[0]?.attempts).toMatchObject([{ kind: 'volunteer', outcome: 'could-not', interpreterId: null }]);
  expect(JSON.stringify(names)).not.toContain('Nadeem');
});
