import { assertNever } from '../kernel/assert-never.ts';
import { elapsedMs, type Instant } from '../kernel/instants.ts';

/** Where a ticket stands; derived from its events, never stored. */
export const TICKET_STATES = [
  'waiting',
  'called',
  'appeared',
  'serving',
  'parked',
  'missed',
  'finished',
  'left',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** What happens to a ticket. `issued` comes once and first; `undone` takes back the newest event that still counts. */
export const TICKET_EVENT_TYPES = [
  'issued',
  'called',
  'appeared',
  'not-appeared',
  'started',
  'parked',
  'requeued',
  'finished',
  'left',
  'undone',
] as const;
export type TicketEventType = (typeof TICKET_EVENT_TYPES)[number];
/** The actions a person takes on a ticket that exists. */
export type TicketAction = Exclude<TicketEventType, 'issued' | 'undone'>;

/** Why a ticket ended without a talk. */
export const LEAVING_REASONS = ['gave-up', 'turned-away', 'come-again'] as const;
/** What a parked ticket waits for. */
export const PARKING_REASONS = [
  'fetches-papers',
  'waits-for-interpreter',
  'waits-for-colleague',
  'phone-call',
  'other',
] as const;

export interface TicketEvent {
  /** Position among the ticket's events, from 1 without gaps. */
  sequence: number;
  type: TicketEventType;
  at: Instant;
  staffId: string;
  desk: number | null;
  reason: string | null;
}

export interface TicketClocks {
  /** Milliseconds waited in the queue, parked and missed time left out. */
  waitingMs: number;
  /** Milliseconds from call to appearance at the desk. */
  wayMs: number;
  /** Milliseconds of talk. */
  serviceMs: number;
}

export interface TicketStanding {
  state: TicketState;
  since: Instant;
  /** Desk and person of the newest call or start that counts; null while nobody has called. */
  desk: number | null;
  staffId: string | null;
  reason: string | null;
  /** Full clocks up to `since`; the time after it belongs to the clock that `runningClock` names. */
  clocks: TicketClocks;
  runningClock: keyof TicketClocks | null;
  /** The event that an undo would take back; null when only `issued` is left. */
  undoable: TicketEvent | null;
}

const FROM: Readonly<Record<TicketAction, readonly TicketState[]>> = {
  called: ['waiting', 'parked', 'missed'],
  appeared: ['called'],
  'not-appeared': ['called'],
  // Somebody who stands at the desk already is not called first.
  started: ['waiting', 'called', 'appeared', 'parked', 'missed'],
  parked: ['waiting', 'called', 'appeared', 'serving'],
  requeued: ['called', 'appeared', 'parked', 'missed'],
  finished: ['serving'],
  left: ['waiting', 'called', 'appeared', 'parked', 'missed', 'serving'],
};

/** Whether the action is possible from this state. */
export function mayAct(state: TicketState, action: TicketAction): boolean {
  return FROM[action].includes(state);
}

function stateAfter(type: Exclude<TicketEventType, 'undone'>): TicketState {
  switch (type) {
    case 'issued':
    case 'requeued':
      return 'waiting';
    case 'called':
      return 'called';
    case 'appeared':
      return 'appeared';
    case 'not-appeared':
      return 'missed';
    case 'started':
      return 'serving';
    case 'parked':
      return 'parked';
    case 'finished':
      return 'finished';
    case 'left':
      return 'left';
    default:
      return assertNever(type);
  }
}

function clockOf(state: TicketState): keyof TicketClocks | null {
  if (state === 'waiting') return 'waitingMs';
  if (state === 'called') return 'wayMs';
  // Between appearing and the start of the talk nothing runs but the way: the person is there and not yet served.
  if (state === 'appeared') return 'wayMs';
  if (state === 'serving') return 'serviceMs';
  return null;
}

/** The events that count, oldest first: each `undone` takes itself and the newest counting event before it away. */
export function countingEvents(events: readonly TicketEvent[]): TicketEvent[] {
  const counting: TicketEvent[] = [];
  for (const event of events) {
    if (event.type === 'undone') counting.pop();
    else counting.push(event);
  }
  return counting;
}

/**
 * Folds a ticket's events, oldest first, into where it stands. An undone event leaves no trace in state or clocks:
 * the clock that it had stopped runs on from where it was, as if the slip of the hand had not happened.
 * Throws when there is no `issued` event.
 */
export function standingOf(events: readonly TicketEvent[]): TicketStanding {
  const counting = countingEvents(events);
  const issued = counting[0];
  if (issued?.type !== 'issued') throw new Error('A ticket starts with its issue');
  const clocks: TicketClocks = { waitingMs: 0, wayMs: 0, serviceMs: 0 };
  let state: TicketState = 'waiting';
  let since = issued.at;
  let served: TicketEvent | null = null;
  for (const event of counting.slice(1)) {
    const running = clockOf(state);
    if (running) clocks[running] += elapsedMs(since, event.at);
    state = stateAfter(event.type === 'undone' ? 'issued' : event.type);
    since = event.at;
    if (event.type === 'called' || event.type === 'started') served = event;
    if (event.type === 'requeued') served = null;
  }
  const newest = counting.at(-1) ?? issued;
  return {
    state,
    since,
    desk: served?.desk ?? null,
    staffId: served?.staffId ?? null,
    reason: newest.reason,
    clocks,
    runningClock: clockOf(state),
    undoable: newest.type === 'issued' ? null : newest,
  };
}

/** Whether close of day must still resolve a ticket in this state. */
export function isOpen(state: TicketState): boolean {
  return state !== 'finished' && state !== 'left';
}

export interface CallCandidate {
  id: string;
  number: number;
  kind: 'walk-in' | 'appointment';
  priorityReason: string | null;
  arrivedAt: Instant;
}

/**
 * The order of calling: a priority reason first, then appointments, then arrival, then number. The ranks
 * are those of ZMS, the counter system of Berlin and Munich (it-at-m/eappointment): priority 1, appointment 2, walk-in 3.
 * Returns a new list.
 */
export function inOrderOfCalling<T extends CallCandidate>(waiting: readonly T[]): T[] {
  const rank = (ticket: CallCandidate) => (ticket.priorityReason ? 1 : ticket.kind === 'appointment' ? 2 : 3);
  return [...waiting].sort(
    (a, b) => rank(a) - rank(b) || a.arrivedAt.localeCompare(b.arrivedAt) || a.number - b.number,
  );
}

/** The next ticket number of a day, after the highest given out (0: none yet). Null when 999 are used up. */
export function nextTicketNumber(highest: number): number | null {
  return highest >= 999 ? null : highest + 1;
}
