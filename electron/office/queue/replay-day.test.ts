import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { type DeskCalls, deskOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { replayDay } from './replay-day.ts';

let office: TestOffice;
let desks: DeskCalls[];
beforeAll(async () => {
  office = await createTestOffice();
  desks = [office.who.city, office.who.cityColleague, office.who.partner].map((who) => deskOf(office, who));
});
afterAll(() => office.close());

const requestId = () => randomUUID();

const Step = fc.record({
  desk: fc.nat(2),
  ticket: fc.nat(30),
  what: fc.constantFrom(
    'check-in',
    'check-in',
    'next',
    'next',
    'next quick',
    'undo',
    'change',
    'forward',
    'correct',
    'requeue',
    'park',
    'leave',
  ),
  language: fc.constantFrom('de', 'ar', 'kmr', 'ckb', 'tr', 'en'),
  urgent: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
  minutes: fc.integer({ min: 0, max: 9 }),
});
type Step = typeof Step extends fc.Arbitrary<infer One> ? One : never;

/** Does one step; what the state or the order does not allow is refused and changes nothing. */
async function take({ desk: seat, ticket, what, language, urgent }: Step): Promise<void> {
  const desk = desks[seat];
  if (!desk) throw new Error('Three desks');
  const tickets = (await desk.queue.today({})).tickets.filter(({ leftOverFrom }) => leftOverFrom === undefined);
  const chosen = tickets[ticket % Math.max(1, tickets.length)];
  const said = { spoken: language, topics: [], priorityReason: urgent ? 'illness' : null };
  if (what === 'check-in' || !chosen) {
    await desk.queue.checkIn({ requestId: requestId(), ...said, lane: urgent ? 'quick' : 'counter' });
    return;
  }
  const on = { requestId: requestId(), ticketId: chosen.id, revision: chosen.revision };
  if (what === 'next') await desk.queue.callNext({ requestId: requestId() });
  else if (what === 'next quick') await desk.queue.callNext({ requestId: requestId(), lane: 'quick' });
  else if (what === 'undo') await desk.queue.undo(on);
  else if (what === 'forward') {
    const forward = { desk: (ticket % 2) + 1, staffId: null, employerId: null };
    await desk.queue.forward({
      ...on,
      forward: { ...forward, position: (['first', 'last', 'arrival'] as const)[ticket % 3] ?? 'last' },
    });
  } else if (what === 'correct') await desk.queue.correctTime({ ...on, sequence: 1, time: '07:30' });
  else if (what === 'requeue') await desk.queue.requeue(on);
  else if (what === 'park') await desk.queue.park({ ...on, reason: 'other' });
  else if (what === 'leave') await desk.queue.leave({ ...on, reason: 'gave-up' });
  else
    await desk.queue.change({
      ...on,
      ...said,
      understood: null,
      read: null,
      personId: null,
      adults: 0,
      children: 0,
      doorNote: '',
      lane: urgent ? 'quick' : 'counter',
    });
}

let day = Date.parse('2026-11-24T07:00:00.000Z');

it('gives the same calls again, whatever three desks did that day', async () => {
  let calls = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { minLength: 25, maxLength: 50 }), async (steps) => {
      day += 86_400_000;
      office.clock.moveTo(new Date(day).toISOString());
      for (const step of steps) {
        office.clock.advance(step.minutes * 60_000);
        await take(step).catch((error: unknown) => {
          if (!(error instanceof Error) || !('code' in error) || error.code !== 'RULE') throw error;
        });
      }
      const replayed = replayDay(office.db, localDateOf(new Date(day).toISOString()));
      calls += replayed.length;
      expect(replayed.map(({ again }) => again)).toEqual(replayed.map(({ called }) => called));
    }),
    { numRuns: 12 },
  );
  expect(calls).toBeGreaterThan(20);
}, 90_000);
