import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DeskCalls, deskOf, faultOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { promiseFor } from '../waiting-time/promise-ticket.ts';

let office: TestOffice;
let calls: DeskCalls;
beforeEach(async () => {
  office = await createTestOffice();
  calls = deskOf(office, office.who.partner);
});
afterEach(() => office.close());

const requestId = () => crypto.randomUUID();
const DAY = { from: '2026-11-23', to: '2026-11-23' };

/** Comes, waits so many minutes, talks for ten. */
async function visit(waits: number, more: { spoken?: string; priorityReason?: string } = {}) {
  const { ticketId } = await calls.queue.checkIn({ requestId: requestId(), spoken: 'ar', topics: ['kita'], ...more });
  promiseFor(office.core, ticketId);
  office.clock.advance(waits * 60_000);
  const called = await calls.queue.callNext({ requestId: requestId() });
  const { contactId, revision } = await calls.queue.start({ requestId: requestId(), ...called });
  office.clock.advance(10 * 60_000);
  const contact = await calls.consultations.get({ contactId });
  await calls.consultations.change({
    requestId: requestId(),
    contactId,
    revision: contact.revision,
    topics: [{ topic: 'kita', result: 'solved' }],
  });
  await calls.consultations.finish({ requestId: requestId(), ticketId, revision, minutes: null });
}

it('counts waits, talks, promises and calls of who went first', async () => {
  for (let count = 0; count < 5; count += 1) await visit(0);
  await visit(30, { priorityReason: 'illness' });
  const figures = await calls.statistics.overview(DAY);
  expect(figures.waiting).toMatchObject({ tickets: 6, medianMinutes: 0, ninthTenthMinutes: 30 });
  expect(figures.waiting.byTime.map(({ from }) => from)).toEqual(['09:00', '09:30']);
  expect(figures.contacts).toEqual({
    total: 6,
    byTopic: [{ id: 'kita', count: 6, within: [] }],
    byLanguage: [{ id: 'ar', count: 6 }],
    prefilled: [
      { field: 'medium', count: 6, untouched: 6 },
      { field: 'place', count: 6, untouched: 6 },
      { field: 'interpreter', count: 0, untouched: 0 },
    ],
  });
  // A desk was free: no wait was promised. Five times that was so.
  expect(figures.promises.tickets).toBe(6);
  expect(figures.promises.heldShare).toBeCloseTo(5 / 6);
  expect(figures.priority).toEqual({ calls: 6, byReason: [{ id: 'illness', count: 1 }] });
});

it('hides what fewer than five people stand behind', async () => {
  for (let count = 0; count < 4; count += 1) await visit(5);
  const figures = await calls.statistics.overview(DAY);
  expect(figures.waiting).toMatchObject({ tickets: 4, medianMinutes: null, ninthTenthMinutes: null });
  expect(figures.promises.byLanguage).toEqual([{ id: 'ar', tickets: 4, heldShare: null }]);
});

it('counts who left without being served, by topic, language and time', async () => {
  for (let count = 0; count < 5; count += 1) {
    const on = await calls.queue.checkIn({ requestId: requestId(), spoken: 'ckb', topics: ['kita'] });
    const { ticketId, revision } = on;
    await calls.queue.leave({
      requestId: requestId(),
      ticketId,
      revision,
      reason: count < 2 ? 'turned-away' : 'gave-up',
    });
  }
  const { unmet } = await calls.statistics.overview(DAY);
  expect(unmet).toEqual({
    turnedAway: 2,
    gaveUp: 3,
    byHour: [{ hour: 9, turnedAway: 2, gaveUp: 3 }],
    gaps: [{ topic: 'kita', language: 'ckb', part: 'morning', count: 5 }],
  });
});

it('is for counsellors and leads, and for no more than 400 days', async () => {
  expect(await faultOf(deskOf(office, office.who.admin).statistics.overview(DAY))).toBe('FORBIDDEN');
  expect(await faultOf(calls.statistics.overview({ from: '2024-01-01', to: '2026-01-01' }))).toBe('INVALID_INPUT');
  expect(await faultOf(calls.statistics.overview({ from: '2026-01-02', to: '2026-01-01' }))).toBe('INVALID_INPUT');
});
