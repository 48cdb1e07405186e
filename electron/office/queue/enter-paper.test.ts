import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DeskCalls, deskOf, faultOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';

let office: TestOffice;
let city: DeskCalls;
beforeEach(async () => {
  office = await createTestOffice();
  city = deskOf(office, office.who.city);
});
afterEach(() => office.close());

const requestId = () => randomUUID();
const MINUTE = 60_000;

const issue = (spoken = 'ar', topics = ['kita']) => city.queue.checkIn({ requestId: requestId(), spoken, topics });
const show = async (ticketId: string) => {
  const found = (await city.queue.today({})).tickets.find(({ id }) => id === ticketId);
  if (!found) throw new Error('It was issued');
  return found;
};

describe('paper', () => {
  it('puts what was given out on paper into the line where the real arrival belongs, marked as corrected', async () => {
    const first = await issue('de');
    office.clock.advance(60 * MINUTE);
    const second = await issue('de');
    const sheet = { day: '2026-11-23', spoken: 'de', topics: ['kita'] };
    const between = await city.queue.enterPaper({
      requestId: requestId(),
      ...sheet,
      number: 901,
      arrived: '09:30',
      outcome: { kind: 'waits' },
    });
    const order = (await city.queue.today({})).tickets.map(({ id }) => id);
    expect(order).toEqual([first.ticketId, between.ticketId, second.ticketId]);
    expect(await show(between.ticketId)).toMatchObject({ source: 'paper', corrected: true, label: 'A 901' });
    const served = await city.queue.enterPaper({
      requestId: requestId(),
      ...sheet,
      number: 902,
      arrived: '09:10',
      outcome: { kind: 'served', started: '09:20', finished: '09:32', result: 'solved' },
    });
    expect(await show(served.ticketId)).toMatchObject({
      state: 'finished',
      clocks: { waitingMs: 10 * MINUTE, serviceMs: 12 * MINUTE },
    });
    expect(office.db.statement('SELECT minutes, minutes_corrected FROM contact').get()).toEqual({
      minutes: 12,
      minutes_corrected: 1,
    });
    const late = {
      ...sheet,
      number: 903,
      arrived: '09:50',
      outcome: { kind: 'left', at: '09:40', reason: 'gave-up' },
    } as const;
    expect(await faultOf(city.queue.enterPaper({ requestId: requestId(), ...late }))).toBe('RULE time-out-of-order');
    expect(
      await faultOf(
        city.queue.enterPaper({
          requestId: requestId(),
          ...sheet,
          number: 902,
          arrived: '09:00',
          outcome: { kind: 'waits' },
        }),
      ),
    ).toBe('RULE number-taken');
    expect((await issue()).number).toBe(3);
  });
});
