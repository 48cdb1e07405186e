import type { Instant } from '../kernel/instants.ts';
import { orderForDesk, type StaffedDesk } from './calling-order.rules.ts';
import { countingEvents, type Lane, standingOf, type TicketEvent } from './ticket.rules.ts';
import { type InLine, inLine } from './waiting-line.rules.ts';

/** One thing that happened on a day, in the order in which it was written down. */
export interface Turn {
  ticketId: string;
  event: TicketEvent;
  /** What the ticket said at this moment, as far as the order of calling asks. */
  ticket: Omit<InLine, 'id' | 'arrivedAt'> & { lane: Lane };
}

/** A call of `call next`, as it was and as it comes out again. */
export interface ReplayedCall {
  at: Instant;
  desk: StaffedDesk;
  /** Whom the day's record says. */
  called: string;
  /** Whom the rules say; null: nobody. */
  again: string | null;
}

/**
 * Plays a day's ticket events through the order of calling again. Pure: it looks at nothing but the events, what each
 * ticket said, and the desks that a call names. Each `call next` of the record comes out as the rules say it; a call of a
 * ticket chosen by hand is no rule's and is left out.
 */
export function replayCalls(turns: readonly Turn[]): ReplayedCall[] {
  const events = new Map<string, TicketEvent[]>();
  const tickets = new Map<string, Turn['ticket']>();
  const calls: ReplayedCall[] = [];
  for (const { ticketId, event, ticket } of turns) {
    const [desk, ...others] = event.type === 'called' ? (event.detail?.desks ?? []) : [];
    if (desk) {
      const waiting = [...events].flatMap(([id, before]) => {
        const standing = standingOf(before);
        const said = tickets.get(id);
        // A time that was put right later was not known yet.
        const arrivedAt = countingEvents(before)[0]?.at;
        return standing.state === 'waiting' && said && arrivedAt ? inLine({ ...said, arrivedAt, id }, standing) : [];
      });
      const lane = event.detail?.lane ?? null;
      const next = orderForDesk(waiting, desk, others, event.at).find(
        ({ ticket: { id }, callable }) => callable && (lane === null || tickets.get(id)?.lane === lane),
      );
      calls.push({ at: event.at, desk, called: ticketId, again: next?.ticket.id ?? null });
    }
    events.set(ticketId, [...(events.get(ticketId) ?? []), event]);
    tickets.set(ticketId, ticket);
  }
  return calls;
}
