import { centralIdOf } from '../../../shared/catalogue/own-ids.ts';
import { type Instant, instantOfLocal } from '../../../shared/kernel/instants.ts';
import { countingEvents, standingOf, type TicketEvent, type TicketKind } from '../../../shared/queue/ticket.rules.ts';
import type { PastTicket } from '../../../shared/waiting-time/past-ticket.ts';
import type { Ticket } from '../queue/ticket-row.ts';

const midnights = new Map<string, number>();

/** The instant at which a local day begins, milliseconds since the epoch. */
export function midnightOf(day: string): number {
  const known = midnights.get(day) ?? Date.parse(instantOfLocal(day, '00:00'));
  midnights.set(day, known);
  return known;
}

/** Somebody who comes. */
export interface Comes {
  day: string;
  number: number;
  kind: TicketKind;
  language: string;
  understood?: string;
  topics: readonly string[];
  priorityReason?: string | null;
  arrivedAt: Instant;
  dueAt: Instant | null;
}

/** A ticket that nobody has called yet. */
export function asComing(comes: Comes): PastTicket {
  const { day, number, kind, language, understood = language, topics, priorityReason = null, arrivedAt, dueAt } = comes;
  return {
    number,
    day,
    dayStartMs: midnightOf(day),
    language,
    understood,
    // How long a talk takes is learned by central topics: an added one shares what is known of its parent.
    topics: topics.map(centralIdOf),
    urgent: priorityReason !== null,
    kind: kind === 'walk-in' ? 'walk-in' : 'appointment',
    dueAtMs: dueAt === null ? null : Date.parse(dueAt),
    arrivedAtMs: Date.parse(arrivedAt),
    calledAtMs: null,
    finishedAtMs: null,
    leftAtMs: null,
    server: null,
  };
}

function asNewTicket({ spoken, arrived_at, due_at, priority_reason, ...ticket }: Ticket): PastTicket {
  return asComing({
    ...ticket,
    language: spoken,
    arrivedAt: arrived_at,
    dueAt: due_at,
    priorityReason: priority_reason,
  });
}

/** A ticket as it stands now: in the line, at a desk, or gone from both. */
export function asLiveTicket(ticket: Ticket, events: readonly TicketEvent[]): PastTicket {
  const fresh = asNewTicket(ticket);
  const { state, since, staffId } = standingOf(events);
  if (state === 'waiting') return fresh;
  const call = countingEvents(events).findLast(({ type }) => type === 'called' || type === 'started');
  const isServed = state === 'called' || state === 'appeared' || state === 'serving' || state === 'finished';
  if (!call || !isServed) return { ...fresh, leftAtMs: Date.parse(since) };
  // Whoever was called appears and is served: the desk is taken from the first of these events on.
  const calledAtMs = Date.parse(takenSince(events, call));
  return { ...fresh, server: staffId, calledAtMs, finishedAtMs: state === 'finished' ? Date.parse(since) : null };
}

/** The call that led to this start, if there was one: the desk has been taken since then. */
function takenSince(events: readonly TicketEvent[], newest: TicketEvent): string {
  const counting = countingEvents(events);
  let from = newest;
  for (const event of counting.slice(0, counting.indexOf(newest)).reverse()) {
    if (event.type !== 'called' && event.type !== 'appeared' && event.type !== 'recalled') break;
    if (event.type === 'called') from = event;
  }
  return from.at;
}

/**
 * A ticket of a past day for learning: when it was first called, and how long that desk was taken. A talk that was
 * interrupted, or whose times were typed, says nothing about the length of talks.
 */
export function asLearnedTicket(ticket: Ticket, events: readonly TicketEvent[]): PastTicket | null {
  const { state, since, corrected, staffId } = standingOf(events);
  if (state === 'void' || ticket.source === 'paper') return null;
  const counting = countingEvents(events);
  const fresh = asNewTicket(ticket);
  const first = counting.find(({ type }) => type === 'called' || type === 'started');
  if (!first) return state === 'left' ? { ...fresh, leftAtMs: Date.parse(since) } : null;
  const isPlain = state === 'finished' && !corrected && !counting.some(({ type }) => INTERRUPTING.has(type));
  return {
    ...fresh,
    calledAtMs: Date.parse(first.at),
    server: staffId ?? first.staffId,
    finishedAtMs: isPlain ? Date.parse(since) : null,
  };
}

const INTERRUPTING: ReadonlySet<string> = new Set(['parked', 'forwarded', 'requeued', 'not-appeared']);
