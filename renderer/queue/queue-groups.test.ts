import { expect, test } from 'vitest';
import type { TicketView } from '../../shared/queue/queue.contract.ts';
import { queueGroups, ticketInTheMiddle } from './queue-groups.ts';
import { clockMinutes, minutesInState } from './ticket-time.ts';

const ME = 'me';

function ticket(id: string, part: Partial<TicketView>): TicketView {
  return {
    id,
    revision: 1,
    number: 1,
    label: id,
    kind: 'walk-in',
    source: 'desk',
    lane: 'counter',
    genderWish: null,
    dueAt: null,
    calls: 0,
    corrected: false,
    repeatsLeft: 0,
    companionInterprets: null,
    wakeAt: null,
    forwardedTo: null,
    forwardWords: '',
    why: null,
    spoken: 'ar',
    understood: 'ar',
    read: 'ar',
    topics: [],
    person: null,
    adults: 0,
    children: 0,
    doorNote: '',
    priorityReason: null,
    arrivedAt: '2025-11-21T08:00:00.000Z',
    state: 'waiting',
    since: '2025-11-21T08:00:00.000Z',
    desk: null,
    staffId: null,
    reason: null,
    clocks: { waitingMs: 0, wayMs: 0, serviceMs: 0 },
    runningClock: 'waitingMs',
    undoable: null,
    promise: null,
    servableBy: [],
    contactId: null,
    ...part,
  };
}

test('every state has its part of the list, and those done stand newest first', () => {
  const groups = queueGroups([
    ticket('w', {}),
    ticket('c', { state: 'called' }),
    ticket('s', { state: 'serving' }),
    ticket('p', { state: 'parked' }),
    ticket('m', { state: 'missed' }),
    ticket('f1', { state: 'finished', since: '2025-11-21T08:10:00.000Z' }),
    ticket('f2', { state: 'left', since: '2025-11-21T08:20:00.000Z' }),
  ]);
  const ids = (part: TicketView[]) => part.map((one) => one.id);
  expect(ids(groups.waiting)).toEqual(['w']);
  expect(ids(groups.atDesk)).toEqual(['c', 's']);
  expect(ids(groups.parked)).toEqual(['p']);
  expect(ids(groups.missed)).toEqual(['m']);
  expect(ids(groups.done)).toEqual(['f2', 'f1']);
});

test('the middle shows what was chosen, else my own talk, else who is next', () => {
  const waiting = ticket('waiting', {});
  const mine = ticket('mine', { state: 'serving', staffId: ME });
  const theirs = ticket('theirs', { state: 'serving', staffId: 'somebody else' });
  expect(ticketInTheMiddle([waiting, mine, theirs], 'waiting', ME)?.id).toBe('waiting');
  expect(ticketInTheMiddle([waiting, mine, theirs], null, ME)?.id).toBe('mine');
  expect(ticketInTheMiddle([waiting, theirs], null, ME)?.id).toBe('waiting');
  expect(ticketInTheMiddle([waiting], 'gone', ME)?.id).toBe('waiting');
  expect(ticketInTheMiddle([theirs], null, ME)).toBeNull();
});

test('minutes grow with the office’s clock, only on the clock that runs', () => {
  const half = Date.parse('2025-11-21T08:30:00.000Z');
  const waiting = ticket('w', { clocks: { waitingMs: 5 * 60_000, wayMs: 60_000, serviceMs: 0 } });
  expect(clockMinutes(waiting, 'waitingMs', half)).toBe(35);
  expect(clockMinutes(waiting, 'wayMs', half)).toBe(1);
  expect(minutesInState(waiting, half)).toBe(30);
  // A PC whose clock runs behind the office's must not show negative minutes.
  expect(minutesInState(waiting, Date.parse('2025-11-21T07:00:00.000Z'))).toBe(0);
});
