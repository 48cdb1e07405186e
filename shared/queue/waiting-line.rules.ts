import { type Instant, instantOfLocal, localDateOf } from '../kernel/instants.ts';
import type { WaitingTicket } from './calling-order.rules.ts';
import type { TicketKind, TicketStanding } from './ticket.rules.ts';
import type { ForwardTarget } from './ticket-event-detail.ts';

/** What a ticket says about its place in the line. */
export interface InLine {
  id: string;
  number: number;
  kind: TicketKind;
  spoken: string;
  understood: string;
  priorityReason: string | null;
  genderWish: 'w' | 'm' | null;
  arrivedAt: Instant;
  dueAt: Instant | null;
}

/**
 * A ticket as the order of calling sees it. A forwarded one counts from its arrival, from the start of the day (first),
 * or from its forwarding (last), as was chosen; one that woke up has the place that its arrival gives.
 */
export function inLine(ticket: InLine, standing: Pick<TicketStanding, 'forwardedTo' | 'since'>): WaitingTicket {
  return {
    id: ticket.id,
    number: ticket.number,
    kind: ticket.kind,
    languages: [...new Set([ticket.spoken, ticket.understood])],
    priorityReason: ticket.priorityReason,
    genderWish: ticket.genderWish,
    arrivedAt: countsFrom(ticket.arrivedAt, standing),
    dueAt: ticket.dueAt,
    forwardedTo: standing.forwardedTo,
  };
}

function countsFrom(
  arrivedAt: Instant,
  { forwardedTo, since }: { forwardedTo: ForwardTarget | null; since: Instant },
): Instant {
  if (forwardedTo?.position === 'first') return instantOfLocal(localDateOf(arrivedAt), '00:00');
  return forwardedTo?.position === 'last' ? since : arrivedAt;
}
