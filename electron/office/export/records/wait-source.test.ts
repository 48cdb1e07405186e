import { expect, test } from 'vitest';
import type { TicketEvent, TicketEventType } from '../../../../shared/queue/ticket.rules.ts';
import { waitOf } from './wait-source.ts';

/** Events one to a line: minutes after nine, what happened, why. */
function events(...lines: [minute: number, type: TicketEventType, reason?: string][]): TicketEvent[] {
  return lines.map(([minute, type, reason], index) => ({
    sequence: index + 1,
    type,
    at: new Date(Date.parse('2026-11-23T08:00:00.000Z') + minute * 60_000).toISOString(),
    staffId: 'staff',
    desk: 1,
    reason: reason ?? null,
  }));
}

test('served: each clock in whole minutes', () => {
  const served = events([0, 'issued'], [12.4, 'called'], [13.2, 'appeared'], [14, 'started'], [40, 'finished']);
  expect(waitOf(served)).toEqual({ outcome: 'served', waitMinutes: 12, wayMinutes: 2, serviceMinutes: 26 });
});

test('taken straight from the line: there was no way', () => {
  const taken = events([0, 'issued'], [3, 'started'], [10, 'finished']);
  expect(taken && waitOf(taken)).toEqual({ outcome: 'served', waitMinutes: 3, wayMinutes: null, serviceMinutes: 7 });
});

test('an undone finish leaves the ticket open; finished again, the clock has run on', () => {
  const undone: Parameters<typeof events> = [
    [0, 'issued'],
    [5, 'started'],
    [10, 'finished'],
    [11, 'undone'],
  ];
  expect(waitOf(events(...undone))).toBeNull();
  expect(waitOf(events(...undone, [25, 'finished']))?.serviceMinutes).toBe(20);
});

test.each([
  [
    'gave-up',
    [
      [0, 'issued'],
      [30, 'left', 'gave-up'],
    ],
    'gave-up',
  ],
  [
    'turned away',
    [
      [0, 'issued'],
      [1, 'left', 'turned-away'],
    ],
    'turned-away',
  ],
  [
    'asked to come again',
    [
      [0, 'issued'],
      [1, 'left', 'come-again'],
    ],
    'come-again',
  ],
  [
    'called and not there',
    [
      [0, 'issued'],
      [20, 'called'],
      [22, 'not-appeared'],
      [300, 'left', 'gave-up'],
    ],
    'missed',
  ],
  [
    'called, not there, and told to come again',
    [
      [0, 'issued'],
      [20, 'called'],
      [22, 'not-appeared'],
      [30, 'left', 'come-again'],
    ],
    'come-again',
  ],
  [
    'missed, back in line, then gone',
    [
      [0, 'issued'],
      [20, 'called'],
      [22, 'not-appeared'],
      [23, 'requeued'],
      [60, 'left', 'gave-up'],
    ],
    'gave-up',
  ],
] as [string, Parameters<typeof events>, string][])('%s', (_, happened, outcome) => {
  expect(waitOf(events(...happened))).toMatchObject({ outcome, serviceMinutes: null });
});

test('a ticket that waits, is served or is parked has no wait yet', () => {
  expect(waitOf(events([0, 'issued']))).toBeNull();
  expect(waitOf(events([0, 'issued'], [5, 'started']))).toBeNull();
  expect(waitOf(events([0, 'issued'], [5, 'parked', 'phone-call']))).toBeNull();
});

test('a ticket forgotten overnight counts as a day at most', () => {
  expect(waitOf(events([0, 'issued'], [60 * 24 * 5, 'left', 'gave-up']))?.waitMinutes).toBe(1440);
});
