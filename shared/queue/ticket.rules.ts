import { assertNever } from '../kernel/assert-never.ts';
import { elapsedMs, type Instant } from '../kernel/instants.ts';
import type { ForwardTarget, TicketEventDetail } from './ticket-event-detail.ts';

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
  'void',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** The four streams that wait in one list. */
export const TICKET_KINDS = ['walk-in', 'appointment', 'call-back', 'home-visit'] as const;
export type TicketKind = (typeof TICKET_KINDS)[number];
/** Who gave the number out: a person at the desk, the kiosk, or a reserve sheet that was typed in later. */
export const TICKET_SOURCES = ['desk', 'kiosk', 'paper'] as const;
export type TicketSource = (typeof TICKET_SOURCES)[number];
/** The counter, or the quick lane for matters of five minutes. */
export const LANES = ['counter', 'quick'] as const;
export type Lane = (typeof LANES)[number];

/**
 * What happens to a ticket. `issued` comes once and first; `undone` takes back the newest event that still counts;
 * `changed` and `corrected` tell that entries or a time were put right and move nothing; `voided` takes back the issue.
 */
export const TICKET_EVENT_TYPES = [
  'issued',
  'called',
  'recalled',
  'appeared',
  'not-appeared',
  'started',
  'parked',
  'woken',
  'forwarded',
  'requeued',
  'finished',
  'left',
  'changed',
  'corrected',
  'voided',
  'undone',
] as const;
export type TicketEventType = (typeof TICKET_EVENT_TYPES)[number];
/** What moves a ticket that exists. */
export type TicketAction = Exclude<TicketEventType, 'issued' | 'undone' | 'changed' | 'corrected' | 'voided'>;

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
  /** Null: nobody did it (issued at the kiosk, woken up by the time). */
  staffId: string | null;
  desk: number | null;
  reason: string | null;
  /** When it was written down, if `at` was typed and not measured. */
  recordedAt?: Instant | null;
  detail?: TicketEventDetail | null;
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
  /** The event that an undo would take back: the newest that counts. Undoing the issue makes the ticket void. */
  undoable: TicketEvent;
  /** How often the person was called since they last came into the line. */
  calls: number;
  /** Who is to call it, while it waits after having been forwarded; null: anybody. */
  forwardedTo: ForwardTarget | null;
  /** When a parked ticket comes back by itself; null: it does not. */
  wakeAt: Instant | null;
  /** The sequence of the event that parked it; null: it is not parked. */
  parkedBy: number | null;
  /** Whether one of the times was typed and not measured. */
  corrected: boolean;
}

const FROM: Readonly<Record<TicketAction, readonly TicketState[]>> = {
  called: ['waiting', 'parked', 'missed'],
  recalled: ['called'],
  appeared: ['called'],
  'not-appeared': ['called'],
  // Somebody who stands at the desk already is not called first.
  started: ['waiting', 'called', 'appeared', 'parked', 'missed'],
  parked: ['waiting', 'called', 'appeared', 'serving'],
  woken: ['parked'],
  forwarded: ['waiting', 'called', 'appeared', 'serving', 'parked', 'missed'],
  requeued: ['called', 'appeared', 'parked', 'missed'],
  finished: ['serving'],
  left: ['waiting', 'called', 'appeared', 'parked', 'missed', 'serving'],
};

/** All actions. */
export const TICKET_ACTIONS = TICKET_EVENT_TYPES.filter((type): type is TicketAction => type in FROM);

/** Whether the action is possible from this state. */
export function mayAct(state: TicketState, action: TicketAction): boolean {
  return FROM[action].includes(state);
}

/** Null: the event moves nothing. */
function stateAfter(type: TicketEventType): TicketState | null {
  switch (type) {
    case 'issued':
    case 'requeued':
    case 'woken':
    case 'forwarded':
      return 'waiting';
    case 'called':
    case 'recalled':
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
    case 'voided':
      return 'void';
    case 'changed':
    case 'corrected':
    case 'undone':
      return null;
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

/** The events that were not taken back, oldest first: each `undone` takes itself and the newest one before it away. */
function eventsLeft(events: readonly TicketEvent[]): TicketEvent[] {
  const left: TicketEvent[] = [];
  for (const event of events) {
    if (event.type === 'undone') left.pop();
    else left.push(event);
  }
  return left;
}

/**
 * The events that state and clocks derive from, oldest first: what was taken back is gone, a corrected time stands in
 * its event, marked by `recordedAt`.
 */
export function countingEvents(events: readonly TicketEvent[]): TicketEvent[] {
  return withRightTimes(eventsLeft(events));
}

function withRightTimes(left: readonly TicketEvent[]): TicketEvent[] {
  const corrections = new Map(
    left.flatMap((event) =>
      event.type === 'corrected' && event.detail?.corrects ? [[event.detail.corrects, event]] : [],
    ),
  );
  return left
    .filter(({ type }) => stateAfter(type) !== null)
    .map((event) => {
      const right = corrections.get(event.sequence);
      return right ? { ...event, at: right.at, recordedAt: right.recordedAt ?? right.at } : event;
    });
}

/**
 * Folds a ticket's events, oldest first, into where it stands. An undone event leaves no trace in state or clocks:
 * the clock that it had stopped runs on from where it was, as if the slip of the hand had not happened.
 * Throws when there is no `issued` event.
 */
export function standingOf(events: readonly TicketEvent[]): TicketStanding {
  const left = eventsLeft(events);
  const counting = withRightTimes(left);
  const issued = counting[0];
  if (issued?.type !== 'issued') throw new Error('A ticket starts with its issue');
  const clocks: TicketClocks = { waitingMs: 0, wayMs: 0, serviceMs: 0 };
  let state: TicketState = 'waiting';
  let since = issued.at;
  let served: TicketEvent | null = null;
  let calls = 0;
  for (const event of counting.slice(1)) {
    const running = clockOf(state);
    if (running) clocks[running] += elapsedMs(since, event.at);
    state = stateAfter(event.type) ?? state;
    since = event.at;
    if (event.type === 'called' || event.type === 'recalled') calls += 1;
    if (event.type === 'called' || event.type === 'started') served = event;
    if (state === 'waiting') [served, calls] = [null, 0];
  }
  const newest = counting.at(-1) ?? issued;
  const forwarded =
    state === 'waiting' || state === 'missed' ? counting.findLast(({ type }) => type === 'forwarded') : undefined;
  return {
    state,
    since,
    desk: served?.desk ?? null,
    staffId: served?.staffId ?? null,
    reason: newest.reason,
    clocks,
    runningClock: clockOf(state),
    undoable: left.at(-1) ?? issued,
    calls,
    forwardedTo: forwarded?.detail?.forward ?? null,
    wakeAt: state === 'parked' ? (newest.detail?.wakeAt ?? null) : null,
    parkedBy: state === 'parked' ? newest.sequence : null,
    corrected: counting.some((event) => (event.recordedAt ?? null) !== null),
  };
}

/** How often a person who was called `calls` times may be called again before they are missed. */
export function repeatsLeft(calls: number, repeats: number): number {
  return Math.max(0, 1 + repeats - calls);
}

/** Whether the event of this sequence may stand at `at`: not before the one before it, nor after the next, nor after now. */
export function timeFits(counting: readonly TicketEvent[], sequence: number, at: Instant, now: Instant): boolean {
  const place = counting.findIndex((event) => event.sequence === sequence);
  const before = counting[place - 1]?.at;
  const after = counting[place + 1]?.at ?? now;
  return (before === undefined || minute(before) <= minute(at)) && minute(at) <= minute(after);
}

/** Times are typed to the minute: the same minute is not out of order. */
function minute(instant: Instant): string {
  return instant.slice(0, 16);
}

/** Whether close of day must still resolve a ticket in this state. */
export function isOpen(state: TicketState): boolean {
  return state !== 'finished' && state !== 'left' && state !== 'void';
}

/** The next ticket number of a day, after the highest given out (0: none yet). Null when 999 are used up. */
export function nextTicketNumber(highest: number): number | null {
  return highest >= 999 ? null : highest + 1;
}
