import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../access/session.ts';
import { type DeskCalls, deskOf, faultOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { ticket } from '../testing/test-talk.ts';
import { listUnmetDemand } from './unmet-demand.ts';

let office: TestOffice;
let desk: DeskCalls;
beforeEach(async () => {
  // A Monday, nine o'clock in Dortmund.
  office = await createTestOffice({ now: '2026-11-23T08:00:00.000Z' });
  desk = deskOf(office, office.who.city);
});
afterEach(() => office.close());

const id = () => ({ requestId: uuidv7() });

function checkIn(spoken: string, more: Parameters<typeof ticket>[2] = {}, who: Session = office.who.city) {
  return ticket(office, who, { spoken, topics: [], ...more });
}

test('who left without being served is counted, at the door and with a number, as long as it is not taken back', async () => {
  const day = '2026-11-23';
  const demand = () => listUnmetDemand(office.db, day, day);
  const door = { outcome: 'turned-away', cause: 'no-language', language: 'so' } as const;
  const { id: demandId } = await desk.interpreters.recordDemand({ ...id(), ...door, topics: ['kita'] });
  expect(demand()).toEqual([
    { day, hour: 9, outcome: 'turned-away', cause: 'no-language', language: 'so', topics: ['kita'], atDoor: true },
  ]);
  await desk.interpreters.takeBackDemand({ ...id(), id: demandId });
  expect(demand()).toEqual([]);

  const on = checkIn('ti', { topics: ['kita'] });
  office.clock.advance(3_600_000);
  const cause = { ticketId: on.ticketId, cause: 'full' } as const;
  expect(await faultOf(desk.interpreters.setLeavingCause({ ...id(), ...cause }))).toBe('RULE not-possible');
  const left = await desk.queue.leave({ ...id(), ticketId: on.ticketId, revision: on.revision, reason: 'gave-up' });
  expect(demand()).toMatchObject([{ hour: 10, outcome: 'gave-up', cause: null, language: 'ti', atDoor: false }]);
  await desk.interpreters.setLeavingCause({ ...id(), ...cause });
  expect(demand()).toMatchObject([{ cause: 'full' }]);
  await desk.queue.undo({ ...id(), ...left });
  expect(demand()).toEqual([]);
});
