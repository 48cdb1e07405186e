import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DeskCalls, deskOf, faultOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { ticketsAt } from '../testing/test-queue.ts';

let office: TestOffice;
let city: DeskCalls;
beforeEach(async () => {
  office = await createTestOffice();
  city = deskOf(office, office.who.city);
});
afterEach(() => office.close());

const MINUTE = 60_000;

const { issue, on, show } = ticketsAt(() => city);

it('corrects a time by hand, flags it, and takes the correction back', async () => {
  const ticket = await issue();
  office.clock.advance(20 * MINUTE);
  const started = await city.queue.start(on(ticket));
  const corrected = await city.queue.correctTime({ ...on(started), sequence: 2, time: '09:10' });
  expect(await show(ticket.ticketId)).toMatchObject({ corrected: true, clocks: { waitingMs: 10 * MINUTE } });
  const { events } = await city.queue.history({ ticketId: ticket.ticketId });
  expect(events[1]).toMatchObject({
    type: 'started',
    corrected: true,
    at: '2026-11-23T08:10:00.000Z',
    measuredAt: '2026-11-23T08:20:00.000Z',
  });
  expect(await faultOf(city.queue.correctTime({ ...on(corrected), sequence: 2, time: '08:59' }))).toBe(
    'RULE time-out-of-order',
  );
  await city.queue.undo(on(corrected));
  expect(await show(ticket.ticketId)).toMatchObject({ corrected: false, clocks: { waitingMs: 20 * MINUTE } });
});
