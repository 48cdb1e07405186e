import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../access/session.ts';
import { type DeskCalls, deskOf } from '../testing/test-desk.ts';
import { newSeries } from '../testing/test-hours.ts';
import { nadia } from '../testing/test-interpreters.ts';
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

test('the door gets a true answer per language', async () => {
  await add();
  const answers = async () =>
    (await desk.interpreters.doorAnswers({ languages: null, topics: [], genderWish: null })).answers;
  const of = async (language: string) => (await answers()).find((one) => one.language === language);
  // The languages of the office; who is signed in and free, nobody ahead: now. Until when, nobody has entered.
  expect((await answers()).map(({ language }) => language)).toEqual(['de', 'ar', 'en', 'fa', 'kmr']);
  expect(await of('ar')).toMatchObject({ verdict: 'now', by: 'tandem', until: null, ahead: 0 });
  expect(await of('fa')).toMatchObject({ verdict: 'now', by: 'volunteer', name: 'Frau Nadeem', until: '12:00' });

  newSeries(office, { weekday: 1, from: '08:30', to: '11:30', kind: 'open-door', staffIds: [] });
  newSeries(office, { weekday: 4, from: '14:00', to: '17:00', languages: ['fa'], staffIds: [] });
  expect(await of('ar')).toMatchObject({ until: '11:30' });
  expect(await of('fa')).toMatchObject({
    until: '11:30',
    nextHours: { day: '2026-11-26', from: '14:00', to: '17:00' },
  });

  // The only one who speaks Kurmancî is talking: not now, and not promised either.
  const on = checkIn('kmr', {}, office.who.partner);
  await deskOf(office, office.who.partner).queue.start({ ...id(), ticketId: on.ticketId, revision: on.revision });
  checkIn('kmr');
  expect(await of('kmr')).toMatchObject({ by: 'tandem', ahead: 1 });
  expect((await of('kmr'))?.verdict).not.toBe('now');

  office.clock.moveTo('2026-11-23T11:30:00.000Z');
  expect(await of('fa')).toMatchObject({
    verdict: 'other-day',
    by: null,
    until: null,
    nextHours: { day: '2026-11-26' },
  });
});

test('a language that nobody has is nobody’s, and a related one is only said to be related', async () => {
  await add();
  const { answers } = await desk.interpreters.doorAnswers({ languages: ['prs', 'so'], topics: [], genderWish: null });
  expect(answers).toMatchObject([
    { language: 'prs', verdict: 'nobody', by: null, partly: 'fa' },
    { language: 'so', verdict: 'nobody', by: null, partly: null },
  ]);
});
