import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TicketView } from '../../../shared/queue/queue.contract.ts';
import { type DeskCalls, deskOf, faultOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';

let office: TestOffice;
let calls: DeskCalls;
beforeEach(async () => {
  office = await createTestOffice();
  calls = deskOf(office, office.who.city);
});
afterEach(() => office.close());

const requestId = () => crypto.randomUUID();
const checkIn = (spoken = 'ar') => calls.queue.checkIn({ requestId: requestId(), spoken, topics: ['kita'] });
const ticketsShown = async () => (await calls.queue.today({})).tickets;
const shown = async (ticketId: string): Promise<TicketView> => {
  const found = (await ticketsShown()).find(({ id }) => id === ticketId);
  if (!found) throw new Error('It is shown');
  return found;
};
const nextMorning = () => office.clock.moveTo('2026-11-24T07:00:00.000Z');

async function talk() {
  const on = await checkIn();
  return calls.queue.start({ requestId: requestId(), ticketId: on.ticketId, revision: on.revision });
}

describe('a day that nobody closed', () => {
  it('shows on the next what is still open, and lets the new day begin', async () => {
    const waiting = await checkIn();
    const begun = await talk();
    const left = await checkIn();
    await calls.queue.leave({
      requestId: requestId(),
      ticketId: left.ticketId,
      revision: left.revision,
      reason: 'gave-up',
    });
    nextMorning();
    expect((await ticketsShown()).map(({ id, leftOverFrom }) => [id, leftOverFrom])).toEqual([
      [waiting.ticketId, '2026-11-23'],
      [begun.ticketId, '2026-11-23'],
    ]);
    const first = await checkIn();
    expect(first.number).toBe(1);
    // Whoever waited yesterday is not called today.
    const called = await calls.queue.callNext({ requestId: requestId() });
    expect(called.ticketId).toBe(first.ticketId);
    expect(await faultOf(calls.queue.callNext({ requestId: requestId() }))).toBe('RULE nobody-waits');
    expect((await ticketsShown()).map(({ id }) => id)).toEqual([first.ticketId, waiting.ticketId, begun.ticketId]);
  });

  it('resolves what is left over, and takes that back', async () => {
    const { ticketId, revision } = await checkIn();
    nextMorning();
    expect(await faultOf(calls.queue.call({ requestId: requestId(), ticketId, revision }))).toBe('NOT_FOUND');
    expect(await faultOf(calls.queue.undo({ requestId: requestId(), ticketId, revision }))).toBe('RULE not-possible');
    const left = await calls.queue.leave({ requestId: requestId(), ticketId, revision, reason: 'come-again' });
    expect((await shown(ticketId)).state).toBe('left');
    const back = await calls.queue.undo({ requestId: requestId(), ticketId, revision: left.revision });
    expect((await shown(ticketId)).state).toBe('waiting');
    await calls.queue.leave({ requestId: requestId(), ticketId, revision: back.revision, reason: 'gave-up' });
    office.clock.moveTo('2026-11-25T07:00:00.000Z');
    expect(await ticketsShown()).toEqual([]);
  });

  it('undoes today only what was done today', async () => {
    const { ticketId, revision } = await checkIn();
    const called = await calls.queue.call({ requestId: requestId(), ticketId, revision });
    nextMorning();
    expect(await faultOf(calls.queue.undo({ requestId: requestId(), ticketId, revision: called.revision }))).toBe(
      'NOT_FOUND',
    );
  });

  it('lets a talk be finished that was forgotten, so that it counts', async () => {
    const { ticketId, revision, contactId } = await talk();
    nextMorning();
    const contact = await calls.consultations.get({ contactId });
    await calls.consultations.change({
      requestId: requestId(),
      contactId,
      revision: contact.revision,
      topics: [{ topic: 'kita', result: 'solved' }],
    });
    await calls.consultations.finish({ requestId: requestId(), ticketId, revision, minutes: 20 });
    expect(await calls.consultations.get({ contactId })).toMatchObject({ minutes: 20, finishedAt: office.clock.now() });
    expect((await shown(ticketId)).contactId).toBe(contactId);
  });

  it('is closed with the next day, and not without it', async () => {
    const over = await checkIn();
    nextMorning();
    const today = await checkIn();
    const close = (...tickets: { ticketId: string; revision: number }[]) =>
      calls.queue.closeDay({
        requestId: requestId(),
        resolutions: tickets.map(({ ticketId, revision }) => ({ ticketId, revision, reason: 'gave-up' as const })),
      });
    expect(await faultOf(close(today))).toBe('RULE tickets-open');
    expect(await close(today, over)).toEqual({ day: '2026-11-24', tickets: 1, resolved: 2 });
    expect(
      await faultOf(calls.queue.undo({ requestId: requestId(), ticketId: over.ticketId, revision: over.revision + 1 })),
    ).not.toBeNull();
    // The close is taken back with everything that it resolved, also of the days before.
    await calls.queue.reopenDay({ requestId: requestId() });
    expect((await calls.queue.today({})).tickets.map(({ id, state }) => [id, state])).toEqual([
      [today.ticketId, 'waiting'],
      [over.ticketId, 'waiting'],
    ]);
  });

  it('keeps the close of day waiting for a talk that goes on since yesterday', async () => {
    await talk();
    nextMorning();
    expect(await faultOf(calls.queue.closeDay({ requestId: requestId(), resolutions: [] }))).toBe('RULE still-serving');
  });

  it('counts as closed once nothing of it is open', async () => {
    const { ticketId, revision } = await checkIn();
    await calls.queue.leave({ requestId: requestId(), ticketId, revision, reason: 'gave-up' });
    nextMorning();
    await checkIn();
    expect(office.db.statement('SELECT day, closed_at IS NULL FROM queue_day ORDER BY day').raw(true).all()).toEqual([
      ['2026-11-23', 0],
      ['2026-11-24', 1],
    ]);
  });
});

it('goes on after the close with what was closed, and not with another day’s tickets', async () => {
  const { ticketId, revision } = await checkIn();
  await calls.queue.closeDay({ requestId: requestId(), resolutions: [{ ticketId, revision, reason: 'gave-up' }] });
  nextMorning();
  expect(await ticketsShown()).toEqual([]);
  expect(
    await faultOf(calls.queue.leave({ requestId: requestId(), ticketId, revision: revision + 1, reason: 'gave-up' })),
  ).toBe('NOT_FOUND');
});

it.each([
  ['spring forward', '2026-03-28T22:59:59.000Z', '2026-03-28T23:00:00.000Z', '2026-03-29'],
  ['in the lost hour', '2026-03-29T00:59:59.999Z', '2026-03-29T22:00:00.000Z', '2026-03-30'],
  ['fall back', '2026-10-24T21:59:59.999Z', '2026-10-24T22:00:00.000Z', '2026-10-25'],
  ['in the doubled hour', '2026-10-25T00:30:00.000Z', '2026-10-25T23:00:00.000Z', '2026-10-26'],
])('changes the day at local midnight: %s', async (_, before, after, day) => {
  office.clock.moveTo(before);
  await checkIn();
  office.clock.moveTo(after);
  expect((await calls.queue.today({})).day).toBe(day);
  expect((await checkIn()).number).toBe(1);
});

it('shows no negative time and goes on when the clock is set back, by hours and over midnight', async () => {
  const { ticketId, revision } = await checkIn();
  office.clock.moveTo('2026-11-23T05:00:00.000Z');
  const { revision: started } = await calls.queue.start({ requestId: requestId(), ticketId, revision });
  office.clock.moveTo('2026-11-23T04:00:00.000Z');
  const { contactId } = await shown(ticketId);
  await calls.consultations.change({
    requestId: requestId(),
    contactId: contactId ?? '',
    revision: 1,
    topics: [{ topic: 'kita', result: 'solved' }],
  });
  await calls.consultations.finish({ requestId: requestId(), ticketId, revision: started });
  expect((await shown(ticketId)).clocks).toEqual({ waitingMs: 0, wayMs: 0, serviceMs: 0 });
  office.clock.moveTo('2026-11-22T12:00:00.000Z');
  expect(await ticketsShown()).toEqual([]);
  expect((await checkIn()).number).toBe(1);
  office.clock.moveTo('2026-11-23T09:00:00.000Z');
  expect((await checkIn()).number).toBe(2);
});
