import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countingEvents,
  mayAct,
  nextTicketNumber,
  repeatsLeft,
  standingOf,
  TICKET_ACTIONS,
  type TicketEvent,
  timeFits,
} from './ticket.rules.ts';

const START = Date.parse('2026-11-23T08:00:00.000Z');

function events(...types: readonly (TicketEvent['type'] | [TicketEvent['type'], number])[]): TicketEvent[] {
  return types.map((entry, index) => {
    const [type, minute] = typeof entry === 'string' ? [entry, index] : entry;
    return {
      sequence: index + 1,
      type,
      at: new Date(START + minute * 60_000).toISOString(),
      staffId: 's',
      desk: 1,
      reason: null,
    };
  });
}

const minutes = (ms: number) => ms / 60_000;

describe('standing of a ticket', () => {
  it('keeps waiting, way and service apart', () => {
    const { clocks, state } = standingOf(
      events(['issued', 0], ['called', 12], ['appeared', 14], ['started', 15], ['finished', 40]),
    );
    expect(state).toBe('finished');
    expect([clocks.waitingMs, clocks.wayMs, clocks.serviceMs].map(minutes)).toEqual([12, 3, 25]);
  });

  it('restores the clocks when an action is taken back: the wait goes on as if nothing had been', () => {
    const called = events(['issued', 0], ['called', 12], ['undone', 13], ['called', 20]);
    const { clocks, state } = standingOf(called);
    expect(state).toBe('called');
    expect(minutes(clocks.waitingMs)).toBe(20);
    expect(clocks.wayMs).toBe(0);
  });

  it('lets a talk go on after an undone finish', () => {
    const { state, since, runningClock, clocks } = standingOf(
      events(['issued', 0], ['started', 5], ['finished', 30], ['undone', 31]),
    );
    expect([state, runningClock]).toEqual(['serving', 'serviceMs']);
    expect(since).toBe(new Date(START + 5 * 60_000).toISOString());
    expect(clocks.serviceMs).toBe(0);
  });

  it('stops all clocks while parked or missed', () => {
    const { clocks } = standingOf(
      events(['issued', 0], ['parked', 10], ['called', 60], ['not-appeared', 62], ['requeued', 70], ['called', 75]),
    );
    expect([clocks.waitingMs, clocks.wayMs].map(minutes)).toEqual([15, 2]);
  });

  it('never shows a negative wait when the clock is set back', () => {
    const { clocks } = standingOf(events(['issued', 100], ['called', 40], ['started', 41]));
    expect(clocks.waitingMs).toBe(0);
  });

  it('takes several actions back, newest first, down to the issue', () => {
    const { state, undoable } = standingOf(events('issued', 'called', 'appeared', 'undone', 'undone'));
    expect([state, undoable.type]).toEqual(['waiting', 'issued']);
  });

  it('is the same after any action and its undo, whatever happened before', () => {
    const actions = TICKET_ACTIONS;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...actions), { maxLength: 12 }),
        fc.constantFrom(...actions),
        (wanted, last) => {
          const history: TicketEvent['type'][] = ['issued'];
          for (const action of wanted) if (mayAct(standingOf(events(...history)).state, action)) history.push(action);
          const before = standingOf(events(...history));
          fc.pre(mayAct(before.state, last));
          expect(standingOf(events(...history, last, 'undone'))).toEqual(before);
          expect(countingEvents(events(...history, last, 'undone'))).toHaveLength(history.length);
        },
      ),
    );
  });
});

describe('what is possible', () => {
  it.each([
    ['waiting', 'called', true],
    ['called', 'called', false],
    ['serving', 'called', false],
    ['finished', 'started', false],
    ['missed', 'called', true],
    ['left', 'requeued', false],
    ['waiting', 'finished', false],
    ['serving', 'finished', true],
  ] as const)('%s → %s: %s', (state, action, possible) => {
    expect(mayAct(state, action)).toBe(possible);
  });
});

describe('a time that was put right', () => {
  const at = (minute: number) => new Date(START + minute * 60_000).toISOString();
  const corrected = (sequence: number, of: number, minute: number): TicketEvent => ({
    sequence,
    type: 'corrected',
    at: at(minute),
    staffId: 's',
    desk: 1,
    reason: null,
    recordedAt: at(60),
    detail: { corrects: of },
  });

  it('moves the clocks, is flagged, and is taken back like anything else', () => {
    const history = events(['issued', 0], ['called', 10], ['started', 20]);
    const right = [...history, corrected(4, 2, 5)];
    expect(standingOf(right)).toMatchObject({
      state: 'serving',
      corrected: true,
      clocks: { waitingMs: 5 * 60_000, wayMs: 15 * 60_000 },
    });
    const undone: TicketEvent = { ...corrected(5, 2, 0), type: 'undone', detail: null, recordedAt: null };
    expect(standingOf([...right, undone])).toEqual(standingOf(history));
  });

  it('does not overtake what happened before or after it, nor the clock', () => {
    const counting = countingEvents(events(['issued', 0], ['called', 10], ['started', 20]));
    expect([0, 10, 20].map((minute) => timeFits(counting, 2, at(minute), at(60)))).toEqual([true, true, true]);
    expect([-1, 21].map((minute) => timeFits(counting, 2, at(minute), at(60)))).toEqual([false, false]);
    expect(timeFits(counting, 3, at(61), at(60))).toBe(false);
  });
});

it('leaves as many repeated calls as the office says', () => {
  expect([1, 2, 3, 4].map((calls) => repeatsLeft(calls, 2))).toEqual([2, 1, 0, 0]);
  const { calls } = standingOf(events('issued', 'called', 'recalled', 'not-appeared', 'called'));
  expect(calls).toBe(3);
  expect(standingOf(events('issued', 'called', 'recalled', 'requeued', 'called')).calls).toBe(1);
});

it('is void once its issue is taken back, and waits on when that is taken back', () => {
  expect(standingOf(events('issued', 'voided')).state).toBe('void');
  expect(standingOf(events('issued', 'voided', 'undone')).state).toBe('waiting');
});

it('counts to 999 and no further', () => {
  expect([nextTicketNumber(0), nextTicketNumber(998), nextTicketNumber(999)]).toEqual([1, 999, null]);
});
