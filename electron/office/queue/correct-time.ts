import { instantOfLocal } from '../../../shared/kernel/instants.ts';
import { countingEvents, standingOf, timeFits } from '../../../shared/queue/ticket.rules.ts';
import type { Who } from '../access/session.ts';
import { followTimes } from '../consultations/open-contact.ts';
import { run, type Tx } from '../database/handles.ts';
import { notFound, rule } from '../rpc/faults.ts';
import type { OnTicket } from './act-on-ticket.ts';
import { recordEvent } from './record-event.ts';
import { listTicketEvents } from './ticket-events.ts';
import { ticketInHand } from './ticket-in-hand.ts';

/**
 * Puts the time of one event right; from then on it is marked as corrected. `time` is a local wall time of the ticket's
 * day. Throws RULE time-out-of-order when it would stand before the event before it, after the one after it, or in the
 * future; NOT_FOUND for an event that does not count.
 */
export function correctTime(
  tx: Tx,
  on: OnTicket,
  { sequence, time }: { sequence: number; time: string },
  who: Who,
): OnTicket {
  const { ticket, events } = ticketInHand(tx, on.ticketId, on.revision);
  const counting = countingEvents(events);
  if (!counting.some((event) => event.sequence === sequence)) throw notFound();
  const at = instantOfLocal(ticket.day, time);
  if (!timeFits(counting, sequence, at, tx.at)) throw rule('time-out-of-order');
  // The correction's own time is the right one, also where it happens to be this very minute.
  const revision = recordEvent(
    tx,
    ticket,
    events.length + 1,
    { type: 'corrected', at, typed: true, detail: { corrects: sequence } },
    who,
  );
  followCorrection(tx, ticket.id);
  return { ticketId: ticket.id, revision };
}

/** Lets arrival and contact follow the times that count, after one was corrected or its correction taken back. */
export function followCorrection(tx: Tx, ticketId: string): void {
  const events = listTicketEvents(tx, ticketId);
  const counting = countingEvents(events);
  const { clocks, corrected } = standingOf(events);
  const issued = counting[0];
  if (issued) run(tx, 'UPDATE ticket SET arrived_at = ? WHERE id = ?', issued.at, ticketId);
  const started = counting.find(({ type }) => type === 'started');
  if (started) followTimes(tx, ticketId, { startedAt: started.at, serviceMs: clocks.serviceMs, corrected });
}
