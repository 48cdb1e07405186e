import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DeskCalls, deskOf, faultOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { type On, ticketsAt } from '../testing/test-queue.ts';
import { watchWakeUps } from './wake-up.ts';

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

describe('repeated calls', () => {
  it('come as often as the office says, then the ticket is missed, and missed can be taken back', async () => {
    let ticket: On = await city.queue.call(on(await issue()));
    const left = [(await show(ticket.ticketId)).repeatsLeft];
    for (let time = 0; time < 2; time += 1) {
      office.clock.advance(MINUTE);
      ticket = await city.queue.recall(on(ticket));
      left.push((await show(ticket.ticketId)).repeatsLeft);
    }
    expect(left).toEqual([2, 1, 0]);
    expect(await faultOf(city.queue.recall(on(ticket)))).toBe('RULE no-repeats-left');
    ticket = await city.queue.notAppeared(on(ticket));
    expect((await show(ticket.ticketId)).state).toBe('missed');
    await partner.queue.undo(on(ticket));
    expect(await show(ticket.ticketId)).toMatchObject({ state: 'called', calls: 3, clocks: { wayMs: 2 * MINUTE } });
  });
});

describe('parking for a thing', () => {
  it('ends by itself at its time, in the place that the arrival gives, and the desk is told why', async () => {
    const end = watchWakeUps(office.core);
    const first = await issue();
    office.clock.advance(MINUTE);
    const second = await issue();
    const wakeAt = new Date(Date.parse(office.clock.now()) + 30 * MINUTE).toISOString();
    await city.queue.park({ ...on(first), reason: 'waits-for-interpreter', wakeAt });
    expect(await show(first.ticketId)).toMatchObject({ state: 'parked', wakeAt });
    office.clock.advance(31 * MINUTE);
    const woken = await show(first.ticketId);
    expect(woken).toMatchObject({
      state: 'waiting',
      reason: 'waits-for-interpreter',
      undoable: { type: 'woken', staffId: null },
      clocks: { waitingMs: MINUTE },
    });
    const order = (await partner.queue.today({})).tickets.map(({ id }) => id);
    expect(order).toEqual([first.ticketId, second.ticketId]);
    // Taken back, it stays parked: the time that is over does not wake it again.
    await takeBack(first.ticketId);
    office.clock.advance(10 * MINUTE);
    expect((await show(first.ticketId)).state).toBe('parked');
    end();
  });

  it('needs a time of today that is to come', async () => {
    const ticket = await issue();
    for (const wakeAt of ['2026-11-23T07:59:00.000Z', '2026-11-24T09:00:00.000Z'])
      expect(await faultOf(city.queue.park({ ...on(ticket), reason: 'other', wakeAt }))).toBe('RULE time-passed');
  });
});

describe('forwarding', () => {
  it('goes to the other employer at the chosen place, keeps the priority, and comes back by undo', async () => {
    const waiting = await issue('de');
    office.clock.advance(MINUTE);
    const urgent = await city.queue.checkIn({
      requestId: requestId(),
      spoken: 'de',
      topics: [],
      priorityReason: 'small-child',
    });
    const started = await city.queue.start(on(urgent));
    office.clock.advance(5 * MINUTE);
    const forward = {
      desk: null,
      staffId: null,
      employerId: office.who.partner.employerId,
      position: 'first' as const,
    };
    await city.queue.forward({ ...on(started), forward, words: 'bringt den Bescheid mit' });
    expect(await show(urgent.ticketId)).toMatchObject({
      state: 'waiting',
      priorityReason: 'small-child',
      forwardedTo: forward,
      forwardWords: 'bringt den Bescheid mit',
      contactId: started.contactId,
      clocks: { serviceMs: 5 * MINUTE },
    });
    // The own employer's desks do not get it by "call next".
    expect((await city.queue.callNext({ requestId: requestId() })).ticketId).toBe(waiting.ticketId);
    expect(await faultOf(city.queue.callNext({ requestId: requestId() }))).toBe('RULE nobody-waits');
    const called = await partner.queue.callNext({ requestId: requestId() });
    expect(called.ticketId).toBe(urgent.ticketId);
    expect((await partner.queue.start(on(called))).contactId).toBe(started.contactId);
    for (let steps = 0; steps < 3; steps += 1) await takeBack(urgent.ticketId);
    expect(await show(urgent.ticketId)).toMatchObject({ state: 'serving', staffId: office.who.city.staffId });
  });

  it('knows no desk and no colleague that is not there', async () => {
    const ticket = await issue();
    const nobody = { desk: null, staffId: null, employerId: null, position: 'arrival' as const };
    expect(await faultOf(city.queue.forward({ ...on(ticket), forward: { ...nobody, desk: 9 } }))).toBe(
      'RULE no-such-desk',
    );
    expect(await faultOf(city.queue.forward({ ...on(ticket), forward: { ...nobody, staffId: randomUUID() } }))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('taking back', () => {
  it('reaches down to the issue, which becomes void, and up again', async () => {
    const ticket = await issue();
    const changed = await city.queue.change({
      ...on(ticket),
      spoken: 'ckb',
      understood: null,
      read: 'ar',
      topics: ['birth'],
      personId: null,
      adults: 1,
      children: 2,
      doorNote: 'mit Kinderwagen',
      priorityReason: 'illness',
    });
    expect(await show(ticket.ticketId)).toMatchObject({ spoken: 'ckb', priorityReason: 'illness', state: 'waiting' });
    await partner.queue.undo(on(changed));
    const before = await show(ticket.ticketId);
    expect(before).toMatchObject({ spoken: 'ar', read: 'ar', topics: ['kita'], children: 0, doorNote: '' });
    await takeBack(ticket.ticketId);
    expect((await show(ticket.ticketId)).state).toBe('void');
    expect(await faultOf(city.queue.callNext({ requestId: requestId() }))).toBe('RULE nobody-waits');
    office.clock.advance(MINUTE);
    await takeBack(ticket.ticketId);
    expect(await show(ticket.ticketId)).toMatchObject({
      state: 'waiting',
      clocks: { waitingMs: 0 },
      runningClock: 'waitingMs',
    });
    expect((await issue()).number).toBe(2);
  });

  it('takes a close of day back with everything that it resolved', async () => {
    const tickets = [await issue(), await issue(), await issue()];
    const [slip, call, gone] = tickets;
    if (!slip || !call || !gone) throw new Error('Three');
    const { ticketId } = await city.queue.call(on(gone));
    const resolutions = [
      { ticketId: slip.ticketId, revision: 1, reason: 'come-again' as const, instead: { kind: 'slip' as const } },
      {
        ticketId: call.ticketId,
        revision: 1,
        reason: 'come-again' as const,
        instead: { kind: 'call-back' as const, day: '2026-11-24', from: '10:00', reach: '0231 000' },
      },
      { ticketId, revision: 2, reason: 'turned-away' as const },
    ];
    expect(await city.queue.closeDay({ requestId: requestId(), resolutions })).toMatchObject({ resolved: 3 });
    expect((await city.queue.returnSlip({ ticketId: slip.ticketId })).html).toContain('Nächstes Mal zuerst');
    const booked = () => office.db.statement("SELECT count(*) FROM appointment WHERE status = 'booked'").pluck().get();
    expect(booked()).toBe(1);
    await partner.queue.reopenDay({ requestId: requestId() });
    const states = await Promise.all(tickets.map(async (ticket) => (await show(ticket.ticketId)).state));
    expect(states).toEqual(['waiting', 'waiting', 'called']);
    expect(booked()).toBe(0);
    expect(await faultOf(city.queue.returnSlip({ ticketId: slip.ticketId }))).toBe('NOT_FOUND');
  });
});

it('takes what an unclosed day left over back, too', async () => {
  const { ticketId } = await issue();
  office.clock.moveTo('2026-11-24T08:00:00.000Z');
  await city.queue.closeDay({
    requestId: requestId(),
    resolutions: [{ ticketId, revision: 1, reason: 'gave-up' }],
  });
  expect((await city.queue.today({})).tickets).toEqual([]);
  await city.queue.reopenDay({ requestId: requestId() });
  expect((await city.queue.today({})).tickets).toMatchObject([
    { id: ticketId, state: 'waiting', leftOverFrom: '2026-11-23' },
  ]);
});

it('gives who has a slip priority the next day, once', async () => {
  const { ticketId } = await issue('ckb', ['birth']);
  await city.queue.closeDay({
    requestId: requestId(),
    resolutions: [{ ticketId, revision: 1, reason: 'come-again', instead: { kind: 'slip' } }],
  });
  const code = String(office.db.statement('SELECT code FROM return_slip').pluck().get());
  office.clock.moveTo('2026-11-24T08:00:00.000Z');
  const waits = await issue('ar');
  office.clock.advance(MINUTE);
  expect(await city.queue.findReturnSlip({ code: code.toLowerCase() })).toMatchObject({
    label: 'A 001',
    spoken: 'ckb',
    topics: ['birth'],
  });
  const door = { spoken: 'ckb', topics: ['birth'], returnCode: code };
  const again = await city.queue.checkIn({ requestId: requestId(), ...door });
  expect((await show(again.ticketId)).priorityReason).toBe('first-next-time');
  expect(await faultOf(city.queue.checkIn({ requestId: requestId(), ...door }))).toBe('RULE no-such-slip');
  expect((await partner.queue.callNext({ requestId: requestId() })).ticketId).toBe(again.ticketId);
  expect(waits.number).toBe(1);
});
