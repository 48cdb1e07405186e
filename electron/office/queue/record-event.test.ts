import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DeskCalls, deskOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { type On, ticketsAt } from '../testing/test-queue.ts';
import { replayDay } from './replay-day.ts';

let office: TestOffice;
let city: DeskCalls;
let partner: DeskCalls;
beforeEach(async () => {
  office = await createTestOffice();
  city = deskOf(office, office.who.city);
  partner = deskOf(office, office.who.partner);
});
afterEach(() => office.close());

const requestId = () => randomUUID();
const MINUTE = 60_000;

const { issue, on, show, takeBack } = ticketsAt(() => city);

describe('the record of a day', () => {
  it('gives the same calls again, with forwarding, undo, corrections and languages among them', async () => {
    const languages = ['ar', 'de', 'kmr', 'en', 'tr', 'de', 'ar', 'ckb'];
    const tickets: On[] = [];
    for (const spoken of languages) {
      tickets.push(await issue(spoken));
      office.clock.advance(3 * MINUTE);
    }
    const [first, second, third] = tickets;
    if (!first || !second || !third) throw new Error('Eight');
    await city.queue.change({
      ...on(second),
      spoken: 'kmr',
      understood: null,
      read: null,
      topics: [],
      personId: null,
      adults: 0,
      children: 0,
      doorNote: '',
      priorityReason: null,
    });
    await city.queue.callNext({ requestId: requestId() });
    await takeBack(second.ticketId).catch(() => null);
    const forward = { desk: null, staffId: office.who.partner.staffId, employerId: null, position: 'last' as const };
    await city.queue.forward({ ...on(await fresh(third.ticketId)), forward });
    for (let round = 0; round < 10; round += 1) {
      const desk = [city, partner, deskOf(office, office.who.cityColleague)][round % 3] ?? city;
      const called = await desk.queue.callNext({ requestId: requestId() }).catch(() => null);
      office.clock.advance(2 * MINUTE);
      if (called && round % 4 === 1) await desk.queue.undo(on(called));
    }
    const calls = replayDay(office.db, '2026-11-23');
    expect(calls.length).toBeGreaterThan(7);
    expect(calls.map(({ again }) => again)).toEqual(calls.map(({ called }) => called));
  });

  it('says why this number was called', async () => {
    const ticket = await issue('de');
    await city.queue.callNext({ requestId: requestId() });
    expect((await show(ticket.ticketId)).why).toEqual({ reason: 'longest-wait', creditMinutes: 0 });
    const { events } = await city.queue.history({ ticketId: ticket.ticketId });
    expect(events.at(-1)?.why?.reason).toBe('longest-wait');
  });
});

async function fresh(ticketId: string): Promise<On> {
  return { ticketId, revision: (await show(ticketId)).revision };
}
