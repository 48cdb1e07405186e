import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../access/session.ts';
import { type DeskCalls, deskOf } from '../testing/test-desk.ts';
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

function checkIn(spoken: string, more: Parameters<typeof ticket>[2] = {}, who: Session = office.who.city) {
  return ticket(office, who, { spoken, topics: [], ...more });
}

test('nobody interprets before they have pledged secrecy, and the list says who took the pledge', async () => {
  const added = await addWithoutPledge();
  const { ticketId } = checkIn('ckb');
  const came = {
    ticketId,
    kind: 'volunteer' as const,
    outcome: 'came' as const,
    interpreterId: added.id,
    colleagueId: null,
    language: 'ckb',
  };
  await desk.interpreters.recordAttempt({ ...id(), ...came, outcome: 'asked' });
  await expect(desk.interpreters.recordAttempt({ ...id(), ...came })).rejects.toMatchObject({
    data: { reason: 'pledge-missing' },
  });
  await expect(desk.interpreters.recordPledge({ ...id(), ...added, pledgedOn: '2099-01-01' })).rejects.toMatchObject({
    data: { reason: 'pledge-in-the-future' },
  });
  const pledged = await desk.interpreters.recordPledge({ ...id(), ...added, pledgedOn: '2026-11-20' });
  expect((await desk.interpreters.list({})).interpreters[0]?.pledge).toEqual({
    on: '2026-11-20',
    takenBy: expect.any(String),
  });
  await desk.interpreters.recordAttempt({ ...id(), ...came });
  // A wrong entry is taken back: then not again.
  await desk.interpreters.recordPledge({ ...id(), ...pledged, pledgedOn: null });
  await expect(desk.interpreters.recordAttempt({ ...id(), ...came })).rejects.toMatchObject({
    data: { reason: 'pledge-missing' },
  });
});
