import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabaseOf } from '../../../electron/office/core.ts';
import { findBrokenLink } from '../../../electron/office/database/journal.ts';
import { type DeskCalls, deskOf, faultOf } from '../../../electron/office/testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../../../electron/office/testing/test-office.ts';
import type { TicketView } from '../../../shared/queue/queue.contract.ts';

let office: TestOffice;
let desks: DeskCalls[];
beforeAll(async () => {
  office = await createTestOffice();
  desks = [office.who.city, office.who.cityColleague, office.who.partner, office.who.lead].map((who) =>
    deskOf(office, who),
  );
});
afterAll(() => office.close());

type State = TicketView['state'];
type Action = 'call' | 'appeared' | 'notAppeared' | 'start' | 'park' | 'forward' | 'requeue' | 'finish' | 'leave';
const ACTIONS: readonly Action[] = [
  'call',
  'appeared',
  'notAppeared',
  'start',
  'park',
  'forward',
  'requeue',
  'finish',
  'leave',
];

/** Told a second time, from the words of the desk: what leads from where to where. */
const WAYS: Readonly<Record<State, Partial<Record<Action, State>>>> = {
  waiting: { forward: 'waiting', call: 'called', start: 'serving', park: 'parked', leave: 'left' },
  called: {
    appeared: 'appeared',
    notAppeared: 'missed',
    start: 'serving',
    park: 'parked',
    forward: 'waiting',
    requeue: 'waiting',
    leave: 'left',
  },
  appeared: { forward: 'waiting', start: 'serving', park: 'parked', requeue: 'waiting', leave: 'left' },
  serving: { forward: 'waiting', park: 'parked', finish: 'finished', leave: 'left' },
  parked: { forward: 'waiting', call: 'called', start: 'serving', requeue: 'waiting', leave: 'left' },
  missed: { forward: 'waiting', call: 'called', start: 'serving', requeue: 'waiting', leave: 'left' },
  finished: {},
  left: {},
  void: {},
};
const CLOCKS: Partial<Record<State, keyof TicketView['clocks']>> = {
  waiting: 'waitingMs',
  called: 'wayMs',
  appeared: 'wayMs',
  serving: 'serviceMs',
};

/** A ticket as the test thinks it stands: every state it went through and is not taken back. */
interface Known {
  ticketId: string;
  revision: number;
  path: { state: State; at: number }[];
  contactId: string | null;
}

function clocksOf({ path }: Known): TicketView['clocks'] {
  const clocks = { waitingMs: 0, wayMs: 0, serviceMs: 0 };
  for (const [index, { state, at }] of path.entries()) {
    const next = path[index + 1];
    const clock = CLOCKS[state];
    if (next && clock) clocks[clock] += Math.max(0, next.at - at);
  }
  return clocks;
}

const stateOf = ({ path }: Known): State => path.at(-1)?.state ?? 'waiting';
const nowMs = () => Date.parse(office.clock.now());

function send(
  desk: DeskCalls,
  action: Action,
  on: { ticketId: string; revision: number },
): Promise<{ revision: number; contactId?: string }> {
  const input = { requestId: randomUUID(), ticketId: on.ticketId, revision: on.revision };
  if (action === 'forward')
    return desk.queue.forward({
      ...input,
      forward: { desk: 2, staffId: null, employerId: null, position: 'last' },
    });
  if (action === 'park') return desk.queue.park({ ...input, reason: 'other' });
  if (action === 'leave') return desk.queue.leave({ ...input, reason: 'gave-up' });
  if (action === 'finish') return desk.consultations.finish(input);
  return desk.queue[action](input);
}

async function act(desk: DeskCalls, action: Action, known: Known): Promise<void> {
  const to = WAYS[stateOf(known)][action];
  if (action === 'finish' && known.contactId === null) {
    expect(await faultOf(send(desk, action, known))).toBe('NOT_FOUND');
    return;
  }
  if (action === 'finish' && known.contactId !== null) await giveResult(desk, known.contactId);
  if (!to) {
    expect(await faultOf(send(desk, action, known))).toBe('RULE not-possible');
    return;
  }
  const { revision, contactId } = await send(desk, action, known);
  expect(revision).toBe(known.revision + 1);
  known.revision = revision;
  known.path.push({ state: to, at: nowMs() });
  if (action === 'start') {
    // The talk goes on in the contact that it had.
    expect(known.contactId ?? contactId).toBe(contactId);
    known.contactId = contactId ?? null;
  }
}

async function giveResult(desk: DeskCalls, contactId: string): Promise<void> {
  const { revision } = await desk.consultations.get({ contactId });
  await desk.consultations.change({
    requestId: randomUUID(),
    contactId,
    revision,
    topics: [{ topic: 'kita', result: 'solved' }],
  });
}

async function undo(desk: DeskCalls, known: Known): Promise<void> {
  const undone = desk.queue.undo({ requestId: randomUUID(), ticketId: known.ticketId, revision: known.revision });
  known.revision = (await undone).revision;
  // The issue taken back makes the ticket void, and that can be taken back too.
  if (known.path.length === 1) known.path.push({ state: 'void', at: nowMs() });
  else known.path.pop();
}

const Step = fc.record({
  desk: fc.nat(3),
  ticket: fc.nat(5),
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ACTIONS) },
    { weight: 3, arbitrary: fc.constant('undo' as const) },
    { weight: 1, arbitrary: fc.constantFrom('check-in' as const, 'too late' as const, 'close' as const) },
  ),
  // Clocks are set back, too.
  waitMs: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 900_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: -600_000, max: 0 }) },
  ),
});

let day = Date.parse('2026-11-24T08:00:00.000Z');

it('is, after whatever four people do and take back, what the steps say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { minLength: 20, maxLength: 50 }), async (steps) => {
      day += 86_400_000;
      office.clock.moveTo(new Date(day).toISOString());
      const tickets: Known[] = [];
      for (const { desk: seat, ticket, what, waitMs } of steps) {
        office.clock.advance(waitMs);
        const desk = desks[seat] ?? desks[0];
        const known = tickets[ticket % Math.max(1, tickets.length)];
        if (!desk) throw new Error('There are desks');
        if (!known || what === 'check-in') await checkIn(desk, tickets);
        else if (what === 'close') await closeAndReopen(desk, tickets);
        else if (what === 'too late')
          expect(await faultOf(send(desk, 'call', { ...known, revision: known.revision + 1 }))).toBe('CONFLICT');
        else if (what === 'undo') await undo(desk, known);
        else await act(desk, what, known);
        await compare(desk, tickets);
      }
      await leaveAll(tickets);
    }),
    { numRuns: 25 },
  );
  expect(findBrokenLink(openDatabaseOf(office.core).raw)).toBeNull();
}, 60_000);

async function checkIn(desk: DeskCalls, tickets: Known[]): Promise<void> {
  const { ticketId, revision, number } = await desk.queue.checkIn({
    requestId: randomUUID(),
    spoken: 'ar',
    topics: ['kita'],
  });
  tickets.push({ ticketId, revision, path: [{ state: 'waiting', at: nowMs() }], contactId: null });
  expect(number).toBe(tickets.length);
}

async function closeAndReopen(desk: DeskCalls, tickets: readonly Known[]): Promise<void> {
  const open = tickets.filter((known) => !['finished', 'left', 'void'].includes(stateOf(known)));
  const close = faultOf(desk.queue.closeDay({ requestId: randomUUID(), resolutions: [] }));
  if (open.length > 0) {
    expect(await close).toBe(
      open.some((known) => stateOf(known) === 'serving') ? 'RULE still-serving' : 'RULE tickets-open',
    );
    return;
  }
  expect(await close).toBeNull();
  const known = tickets[0];
  if (known)
    expect(
      await faultOf(desk.queue.undo({ requestId: randomUUID(), ticketId: known.ticketId, revision: known.revision })),
    ).toBe('RULE day-closed');
  await desk.queue.reopenDay({ requestId: randomUUID() });
}

async function compare(desk: DeskCalls, tickets: readonly Known[]): Promise<void> {
  const shown = new Map((await desk.queue.today({})).tickets.map((view) => [view.id, view]));
  expect(shown.size).toBe(tickets.length);
  for (const known of tickets) {
    const view = shown.get(known.ticketId);
    expect({ state: view?.state, revision: view?.revision, clocks: view?.clocks, contactId: view?.contactId }).toEqual({
      state: stateOf(known),
      revision: known.revision,
      clocks: clocksOf(known),
      contactId: known.contactId,
    });
    if (known.contactId === null) continue;
    const finishedAt = office.db
      .statement('SELECT finished_at FROM contact WHERE id = ?')
      .pluck(true)
      .get(known.contactId);
    expect(finishedAt !== null).toBe(stateOf(known) === 'finished');
  }
}

async function leaveAll(tickets: readonly Known[]): Promise<void> {
  const [desk] = desks;
  for (const known of tickets) if (desk && WAYS[stateOf(known)].leave) await act(desk, 'leave', known);
}
