import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deskOf, faultOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { talk } from '../testing/test-talk.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const request = () => ({ requestId: randomUUID() });
const draft = { level: 'V2' as const, text: 'Notiz' };
type Desk = ReturnType<typeof deskOf>;

const LATER: Record<string, (colleague: Desk, contactId: string) => Promise<unknown>> = {
  'a note': (colleague, contactId) => colleague.consultations.writeNote({ ...request(), contactId, ...draft }),
  'a draft': (colleague, contactId) => colleague.consultations.saveDraft({ ...request(), contactId, ...draft }),
  'a note that is owed': (colleague, contactId) => colleague.noteWork.owe({ ...request(), contactId }),
  'a step': (colleague, contactId) =>
    colleague.consultations.addStep({
      ...request(),
      contactId,
      owner: 'us',
      what: 'Anrufen',
      topic: null,
      dueOn: null,
    }),
  'a call': (colleague, contactId) =>
    colleague.phone.add({
      ...request(),
      contactId,
      phone: '0231 1',
      language: 'ar',
      reachable: [],
      reason: 'Kita',
      dueOn: '2026-11-30',
    }),
  'an obstacle': (colleague, contactId) =>
    colleague.consultations.change({
      ...request(),
      contactId,
      revision: 1,
      obstacles: [{ obstacle: 'language', state: 'open' }],
    }),
};

it.each(Object.entries(LATER))('a matter is not taken back once a colleague has entered %s', async (_what, later) => {
  const desk = deskOf(office, office.who.city);
  const { contactId } = talk(office, office.who.city);
  const matter = { contactId, personId: null, topics: [{ topic: 'kita', result: 'solved' }], minutes: 5 };
  const { id } = await desk.levels.add({ ...request(), ...matter, note: { level: 'V3', text: 'Eigene Notiz' } });
  await later(deskOf(office, office.who.partner), id);
  expect(await faultOf(desk.levels.takeBack({ ...request(), id }))).toBe('RULE matter-in-use');
  expect(await faultOf(deskOf(office, office.who.partner).levels.takeBack({ ...request(), id }))).toBe('NOT_FOUND');
  expect((await desk.consultations.get({ contactId: id })).notes.map(({ text }) => text)).toContain('Eigene Notiz');
});

it('a matter with one’s own note alone is taken back', async () => {
  const desk = deskOf(office, office.who.city);
  const { contactId } = talk(office, office.who.city);
  const matter = { contactId, personId: null, topics: [{ topic: 'kita', result: 'solved' }], minutes: 5 };
  const { id } = await desk.levels.add({ ...request(), ...matter, note: { level: 'V3', text: 'Eigene Notiz' } });
  const log = () => office.core.database?.raw.pragma('wal_checkpoint(PASSIVE)') as { log: number }[];
  expect(log()[0]?.log).toBeGreaterThan(0);
  await desk.levels.takeBack({ ...request(), id });
  await new Promise((done) => setImmediate(done));
  expect(log()[0]?.log).toBe(0);
  expect(await faultOf(desk.consultations.get({ contactId: id }))).toBe('NOT_FOUND');
});
