import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCARCITY_CREDIT } from './calling-claim.rules.ts';
import {
  callReasonText,
  orderForAll,
  orderForDesk,
  parseCallReason,
  type StaffedDesk,
  type WaitingTicket,
} from './calling-order.rules.ts';

const NINE = Date.parse('2026-11-23T08:00:00.000Z');
const at = (minute: number) => new Date(NINE + minute * 60_000).toISOString();

const ticket = (number: number, minute: number, more: Partial<WaitingTicket> = {}): WaitingTicket => ({
  id: `t${number}`,
  number,
  kind: 'walk-in',
  languages: ['de'],
  priorityReason: null,
  arrivedAt: at(minute),
  dueAt: null,
  ...more,
});

const german: StaffedDesk = { desk: 1, staffId: 'anna', employerId: 'city', languages: ['de'], gender: 'w' };
const arabic: StaffedDesk = { desk: 2, staffId: 'cem', employerId: 'partner', languages: ['de', 'ar'], gender: 'm' };
const turkish: StaffedDesk = { desk: 3, staffId: 'ece', employerId: 'city', languages: ['de', 'tr'] };
const numbers = (placed: readonly { ticket: WaitingTicket }[]) => placed.map((one) => one.ticket.number);

describe('ranks', () => {
  it('takes the urgent first, then what is due, then by arrival, and the early last', () => {
    const placed = orderForDesk(
      [
        ticket(1, 0),
        ticket(2, 20, { kind: 'appointment', dueAt: at(31) }),
        ticket(3, 29, { priorityReason: 'small-child' }),
        ticket(4, 5),
        ticket(5, 1, { kind: 'appointment', dueAt: at(50) }),
      ],
      german,
      [arabic],
      at(30),
    );
    expect(placed.map(({ ticket: { number }, why }) => [number, why.reason])).toEqual([
      [3, 'urgent'],
      [2, 'due'],
      [1, 'longest-wait'],
      [4, 'longest-wait'],
      [5, 'early'],
    ]);
  });

  it('lets an appointment be due 120 s before its time and not sooner', () => {
    const waiting = [ticket(1, 0), ticket(2, 10, { kind: 'appointment', dueAt: at(32) })];
    expect(numbers(orderForDesk(waiting, german, [], at(30)))).toEqual([2, 1]);
    expect(numbers(orderForDesk(waiting, german, [], at(29)))).toEqual([1, 2]);
  });

  it('does not let who comes late go before who came in time', () => {
    const late = ticket(1, 70, { kind: 'appointment', dueAt: at(0) });
    const inTime = ticket(2, 55, { kind: 'appointment', dueAt: at(60) });
    expect(numbers(orderForDesk([late, inTime], german, [], at(71)))).toEqual([2, 1]);
  });
});

describe('who serves whom', () => {
  it('leaves to another desk whom that desk serves, and takes them only when nobody else waits', () => {
    const placed = orderForDesk([ticket(1, 0, { languages: ['ar'] }), ticket(2, 5)], german, [arabic], at(30));
    expect(placed.map(({ ticket: { number }, why, callable }) => [number, why.reason, callable])).toEqual([
      [2, 'longest-wait', true],
      [1, 'with-interpreter', true],
    ]);
  });

  it('calls at any desk whom nobody present serves', () => {
    const placed = orderForDesk([ticket(1, 0, { languages: ['ti'] }), ticket(2, 5)], german, [arabic], at(30));
    expect(numbers(placed)).toEqual([1, 2]);
  });

  it('gives a forwarded ticket to whom it was forwarded, and to nobody else', () => {
    const waiting = [ticket(1, 0, { forwardedTo: { employerId: 'partner' } }), ticket(2, 5)];
    expect(orderForDesk(waiting, german, [arabic], at(30)).map(({ callable }) => callable)).toEqual([true, false]);
    expect(orderForDesk(waiting, arabic, [german], at(30))[0]?.why.reason).toBe('forwarded');
  });

  it('heeds a wish for a gender where somebody present meets it', () => {
    const waiting = [ticket(1, 0, { genderWish: 'w' }), ticket(2, 5)];
    expect(numbers(orderForDesk(waiting, arabic, [german], at(30)))).toEqual([2, 1]);
    expect(numbers(orderForDesk(waiting, german, [arabic], at(30)))).toEqual([1, 2]);
    expect(numbers(orderForDesk(waiting, arabic, [turkish], at(30)))).toEqual([1, 2]);
  });
});

describe('credit', () => {
  const common = ticket(1, 0);
  const scarce = ticket(2, 6, { languages: ['ar'] });

  it('accumulates while waiting: the scarce language catches up', () => {
    expect(numbers(orderForDesk([common, scarce], arabic, [german, turkish], at(7)))).toEqual([1, 2]);
    const later = orderForDesk([common, scarce], arabic, [german, turkish], at(40));
    expect(numbers(later)).toEqual([2, 1]);
    expect(later[0]?.why.reason).toBe('scarce-language');
    expect(later[0]?.why.creditMinutes).toBeGreaterThan(6);
  });

  it('is bounded: who came long before is not overtaken', () => {
    const bound = SCARCITY_CREDIT.boundMs / 60_000;
    const longBefore = ticket(1, 0);
    const after = ticket(2, bound + 1, { languages: ['ar'] });
    expect(numbers(orderForDesk([longBefore, after], arabic, [german, turkish], at(600)))).toEqual([1, 2]);
  });

  it('goes to those who few desks serve and many wait for, not to a lonely one', () => {
    const many = [1, 2, 3, 4, 5, 6].map((number) => ticket(number, 0));
    const lonely = orderForDesk([...many, ticket(7, 5, { languages: ['ar'] })], arabic, [german, turkish], at(60));
    const alone = orderForDesk([ticket(1, 0), ticket(7, 5, { languages: ['ar'] })], arabic, [german, turkish], at(60));
    const creditOf = (placed: typeof lonely) => placed.find((one) => one.ticket.number === 7)?.why.creditMinutes ?? 0;
    expect(creditOf(lonely)).toBeLessThan(creditOf(alone));
  });

  it('is none where every desk serves the language', () => {
    expect(orderForDesk([common], arabic, [german], at(60))[0]?.why.creditMinutes).toBe(0);
  });
});

describe('a desk that alone serves some who wait', () => {
  const arabicOnly = [1, 2, 3].map((number) => ticket(number, 0, { languages: ['ar'] }));
  const appointment = ticket(9, 18, { kind: 'appointment', dueAt: at(20) });

  it('leaves an appointment that others serve to them for eight minutes', () => {
    const first = (minute: number) =>
      orderForDesk([...arabicOnly, appointment], arabic, [german, turkish], at(minute))[0]?.ticket.number;
    expect([first(20), first(27), first(28)]).toEqual([1, 1, 9]);
    expect(orderForDesk([...arabicOnly, appointment], german, [arabic, turkish], at(20))[0]?.ticket.number).toBe(9);
  });

  it('takes its own appointment and an urgent one at once', () => {
    const own = { ...appointment, languages: ['ar'] };
    const urgent = ticket(8, 19, { priorityReason: 'illness' });
    expect(numbers(orderForDesk([...arabicOnly, own, urgent], arabic, [german, turkish], at(20))).slice(0, 2)).toEqual([
      8, 9,
    ]);
  });
});

describe('any queue', () => {
  const tickets = fc.uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 40 }),
      minute: fc.integer({ min: 0, max: 120 }),
      language: fc.constantFrom('de', 'ar', 'tr', 'ti'),
      due: fc.option(fc.integer({ min: 0, max: 200 })),
      urgent: fc.boolean(),
    }),
    { selector: (one) => one.number, maxLength: 14 },
  );
  const queueOf = (
    facts: { number: number; minute: number; language: string; due: number | null; urgent: boolean }[],
  ) =>
    facts.map(({ number, minute, language, due, urgent }) =>
      ticket(number, minute, {
        languages: [language],
        dueAt: due === null ? null : at(due),
        kind: due === null ? 'walk-in' : 'appointment',
        priorityReason: urgent ? 'illness' : null,
      }),
    );

  it('has the same order whichever way the list is given', () => {
    fc.assert(
      fc.property(tickets, fc.infiniteStream(fc.nat()), (facts, stream) => {
        const queue = queueOf(facts);
        const shuffled = queue
          .map((one) => ({ one, by: stream.next().value ?? 0 }))
          .sort((a, b) => a.by - b.by)
          .map(({ one }) => one);
        expect(orderForDesk(shuffled, arabic, [turkish, german], at(130))).toEqual(
          orderForDesk(queue, arabic, [german, turkish], at(130)),
        );
      }),
    );
  });

  it('never calls a walk-in that this desk serves before an urgent one that it serves', () => {
    fc.assert(
      fc.property(tickets, (facts) => {
        const reasons = orderForDesk(queueOf(facts), arabic, [german], at(130)).map(({ why }) => why.reason);
        expect(reasons.lastIndexOf('urgent')).toBeLessThan(
          reasons.findIndex((reason) => reason !== 'urgent') === -1
            ? reasons.length
            : reasons.findIndex((reason) => reason !== 'urgent'),
        );
      }),
    );
  });

  it('keeps those who speak alike and came without an appointment in the order of their coming', () => {
    fc.assert(
      fc.property(tickets, (facts) => {
        const placed = orderForDesk(queueOf(facts), arabic, [german, turkish], at(130));
        for (const language of ['de', 'ar']) {
          const alike = placed.filter(
            ({ ticket: { languages, dueAt, priorityReason } }) =>
              languages[0] === language && dueAt === null && priorityReason === null,
          );
          const arrivals = alike.map((one) => one.ticket.arrivedAt);
          expect(arrivals).toEqual([...arrivals].sort());
        }
      }),
    );
  });
});

it('shows the same claims on a screen of no desk', () => {
  const waiting = [ticket(1, 0), ticket(2, 6, { languages: ['ar'] }), ticket(3, 39, { priorityReason: 'illness' })];
  expect(orderForAll(waiting, [arabic, german, turkish], at(40)).map(({ number }) => number)).toEqual([3, 2, 1]);
});

it('keeps the reason of a call as a short text', () => {
  expect(parseCallReason(callReasonText({ reason: 'scarce-language', creditMinutes: 12 }))).toEqual({
    reason: 'scarce-language',
    creditMinutes: 12,
  });
  expect(callReasonText({ reason: 'urgent', creditMinutes: 0 })).toBe('urgent');
  expect([parseCallReason(null), parseCallReason('gave-up'), parseCallReason('urgent+x')]).toEqual([null, null, null]);
});
