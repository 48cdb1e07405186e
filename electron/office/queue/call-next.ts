import type { Instant } from '../../../shared/kernel/instants.ts';
import {
  callReasonText,
  orderForDesk,
  type PlacedTicket,
  type StaffedDesk,
  type WaitingTicket,
} from '../../../shared/queue/calling-order.rules.ts';
import { type Lane, standingOf, type TicketEvent } from '../../../shared/queue/ticket.rules.ts';
import { inLine } from '../../../shared/queue/waiting-line.rules.ts';
import type { Who } from '../access/session.ts';
import type { Core } from '../core.ts';
import type { Db, Tx } from '../database/handles.ts';
import { rule } from '../rpc/faults.ts';
import { actOnTicket, type OnTicket } from './act-on-ticket.ts';
import { openDay } from './queue-day.ts';
import { staffedDesk, staffedDesks } from './staffed-desks.ts';
import { eventsOfDay } from './ticket-events.ts';
import { getTicket, listTickets, type Ticket } from './ticket-row.ts';

/** Who waits today, as the order of calling sees them. */
export function waitingLine(db: Db, day: string): WaitingTicket[] {
  const events = eventsOfDay(db, day);
  return listTickets(db, day).flatMap((ticket) => asWaiting(ticket, events.get(ticket.id) ?? []));
}

/** The ticket in the line; nothing when it does not wait. */
export function asWaiting(ticket: Ticket, events: readonly TicketEvent[]): WaitingTicket[] {
  const standing = standingOf(events);
  if (standing.state !== 'waiting') return [];
  return [
    inLine(
      {
        ...ticket,
        priorityReason: ticket.priority_reason,
        genderWish: ticket.gender_wish,
        arrivedAt: ticket.arrived_at,
        dueAt: ticket.due_at,
      },
      standing,
    ),
  ];
}

/** The line in the order in which this desk calls it, with the desks that the order was made for, the calling one first. */
export function lineForDesk(
  core: Core,
  waiting: readonly WaitingTicket[],
  who: Who,
  at: Instant,
): { desks: StaffedDesk[]; placed: PlacedTicket<WaitingTicket>[] } {
  const own = staffedDesk(who);
  const others = staffedDesks(core).filter(({ staffId }) => staffId !== own.staffId);
  return { desks: [own, ...others], placed: orderForDesk(waiting, own, others, at) };
}

/**
 * Calls the first whom this desk may call (of one lane, where a desk is there for it), and keeps why, with the desks that were staffed then: so that the day can be
 * replayed. Throws RULE nobody-waits.
 */
export function callNext(tx: Tx, who: Who, core: Core, lane: Lane | null = null): OnTicket {
  const { desks, placed } = lineForDesk(core, waitingLine(tx, openDay(tx)), who, tx.at);
  const next = placed.find(
    ({ ticket, callable }) => callable && (lane === null || getTicket(tx, ticket.id).lane === lane),
  );
  if (!next) throw rule('nobody-waits');
  const { id: ticketId, revision } = getTicket(tx, next.ticket.id);
  return actOnTicket(tx, { ticketId, revision }, 'called', who, callReasonText(next.why), {
    detail: { desks, ...(lane === null ? {} : { lane }) },
  });
}
