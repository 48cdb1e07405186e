import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabaseOf } from '../core.ts';
import { type DeskCalls, deskOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { waitingTimeOf } from './known-waiting-time.ts';
import { rangeForNewTicket } from './live-range.ts';
import { promiseFor } from './promise-ticket.ts';
import { learnWaitingTime } from './watch-waiting-time.ts';

let office: TestOffice;
let calls: DeskCalls;
beforeEach(async () => {
  office = await createTestOffice();
  calls = deskOf(office, office.who.partner);
});
afterEach(() => office.close());

const requestId = () => crypto.randomUUID();
const checkIn = (spoken = 'ar', more: { priorityReason?: string } = {}) =>
  calls.queue.checkIn({ requestId: requestId(), spoken, topics: ['kita'], ...more });
const rangeNow = (language: string, more: { priorityReason?: string } = {}) =>
  rangeForNewTicket(openDatabaseOf(office.core), office.core, { languages: [language], topics: ['kita'], ...more });

/** One talk of so many minutes from call to finish. */
async function talk(minutes: number, spoken = 'ar') {
  const on = await checkIn(spoken);
  const called = await calls.queue.callNext({ requestId: requestId() });
  const started = await calls.queue.start({ requestId: requestId(), ...called });
  office.clock.advance(minutes * 60_000);
  const contact = await calls.consultations.get({ contactId: started.contactId });
  await calls.consultations.change({
    requestId: requestId(),
    contactId: started.contactId,
    revision: contact.revision,
    topics: [{ topic: 'kita', result: 'solved' }],
  });
  await calls.consultations.finish({
    requestId: requestId(),
    ticketId: on.ticketId,
    revision: started.revision,
    minutes: null,
  });
}

describe('the range for somebody at the door', () => {
  it('is none to speak of while a desk that serves them is free', () => {
    expect(rangeNow('ar')).toEqual({ fromMinutes: 0, toMinutes: 0 });
  });

  it('grows with the line of those who wait for the same desk, not with the others', async () => {
    await checkIn();
    await calls.queue.callNext({ requestId: requestId() });
    const short = rangeNow('ar');
    await checkIn();
    await checkIn();
    const long = rangeNow('ar');
    expect(long?.fromMinutes).toBeGreaterThan(short?.fromMinutes ?? Number.NaN);
    expect(long?.toMinutes).toBeGreaterThan(short?.toMinutes ?? Number.NaN);
    expect(rangeNow('en')).toEqual({ fromMinutes: 0, toMinutes: 0 });
  });

  it('is shorter for who goes first', async () => {
    await checkIn();
    await calls.queue.callNext({ requestId: requestId() });
    for (let count = 0; count < 4; count += 1) await checkIn();
    expect(rangeNow('ar', { priorityReason: 'illness' })?.toMinutes).toBeLessThan(rangeNow('ar')?.toMinutes ?? 0);
  });

  it('is the same for the same question', async () => {
    for (let count = 0; count < 4; count += 1) await checkIn();
    const first = rangeNow('ar');
    waitingTimeOf(office.core).answers.moment = '';
    expect(rangeNow('ar')).toEqual(first);
  });

  it('is not there when nobody sits at a desk', () => {
    for (const connection of office.core.connections) connection.session = null;
    expect(rangeNow('ar')).toBeNull();
  });
});

describe('the promise', () => {
  it('is kept with the ticket as it was said, and shown', async () => {
    await checkIn();
    await calls.queue.callNext({ requestId: requestId() });
    const { ticketId } = await checkIn();
    const said = promiseFor(office.core, ticketId);
    expect(said?.toMinutes).toBeGreaterThan(0);
    office.clock.advance(25 * 60_000);
    for (let count = 0; count < 3; count += 1) await checkIn();
    expect(promiseFor(office.core, ticketId)).toEqual(said);
    const { tickets } = await calls.queue.today({});
    expect(tickets.find(({ id }) => id === ticketId)?.promise).toEqual(said);
  });

  it('is not made for somebody who came a while ago', async () => {
    const { ticketId } = await checkIn();
    office.clock.advance(10 * 60_000);
    expect(promiseFor(office.core, ticketId)).toBeNull();
  });
});

describe('learning from the past', () => {
  it('makes ranges longer in an office where talks are long', async () => {
    await checkIn();
    await calls.queue.callNext({ requestId: requestId() });
    const before = rangeNow('ar');
    await calls.queue.closeDay({ requestId: requestId(), resolutions: [] }).catch(() => null);
    office.clock.moveTo('2026-11-24T08:00:00.000Z');
    for (let count = 0; count < 12; count += 1) await talk(50);
    office.clock.moveTo('2026-11-25T08:00:00.000Z');
    await learnWaitingTime(office.core);
    await checkIn();
    await calls.queue.callNext({ requestId: requestId() });
    const after = rangeNow('ar');
    expect(after?.toMinutes).toBeGreaterThan((before?.toMinutes ?? 0) * 1.3);
  });

  it('leaves to others what can be told in another turn', async () => {
    const learning = learnWaitingTime(office.core);
    expect(rangeNow('ar')).toEqual({ fromMinutes: 0, toMinutes: 0 });
    await learning;
    expect(waitingTimeOf(office.core).learnedOn).toBe('2026-11-23');
  });
});
