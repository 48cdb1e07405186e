import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

const requestId = () => randomUUID();
const MINUTE = 60_000;

const { issue, on, show } = ticketsAt(() => city);

describe('the quick lane', () => {
  it('calls its own first, when a desk asks for them', async () => {
    await issue('de');
    office.clock.advance(MINUTE);
    const short = await city.queue.checkIn({ requestId: requestId(), spoken: 'de', topics: [], lane: 'quick' });
    expect((await city.queue.callNext({ requestId: requestId(), lane: 'quick' })).ticketId).toBe(short.ticketId);
    expect(await faultOf(city.queue.callNext({ requestId: requestId(), lane: 'quick' }))).toBe('RULE nobody-waits');
  });

  it('counts form help without a name, and takes it back', async () => {
    const { contactId } = await city.queue.tally({
      requestId: requestId(),
      topic: 'form-help',
      spoken: 'ar',
      district: 'Mengede',
      quantity: 2,
    });
    expect(
      office.db.statement('SELECT lane, district, minutes, minutes_corrected, person_id FROM contact').get(),
    ).toEqual({
      lane: 'quick',
      district: 'Mengede',
      minutes: 5,
      minutes_corrected: 1,
      person_id: null,
    });
    expect(office.db.statement('SELECT topic, result, quantity FROM contact_topic').get()).toEqual({
      topic: 'form-help',
      result: 'form-filled',
      quantity: 2,
    });
    expect((await city.queue.quickLane({})).today).toBe(1);
    await city.queue.undoTally({ requestId: requestId(), contactId });
    expect((await city.queue.quickLane({})).today).toBe(0);
    expect(await faultOf(city.queue.undoTally({ requestId: requestId(), contactId }))).toBe('NOT_FOUND');
  });

  it('takes the times of the ticket in hand over', async () => {
    const called = await city.queue.call(on(await issue()));
    const started = await city.queue.start(on(called));
    office.clock.advance(4 * MINUTE);
    const { contactId } = await city.queue.tally({
      requestId: requestId(),
      ticket: { ticketId: started.ticketId, revision: started.revision },
      topic: 'form-help',
      spoken: 'ar',
    });
    expect(office.db.statement('SELECT minutes, minutes_corrected FROM contact WHERE id = ?').get(contactId)).toEqual({
      minutes: 4,
      minutes_corrected: 0,
    });
    expect((await show(started.ticketId)).state).toBe('finished');
  });
});
