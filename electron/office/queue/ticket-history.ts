import type { z } from 'zod';
import { parseCallReason } from '../../../shared/queue/calling-order.rules.ts';
import type { TicketHistory } from '../../../shared/queue/queue.contract.ts';
import { countingEvents, standingOf } from '../../../shared/queue/ticket.rules.ts';
import type { Db } from '../database/handles.ts';
import { listTicketEvents } from './ticket-events.ts';
import { getTicket } from './ticket-row.ts';

/** What happened to a ticket, oldest first, with what was taken back and which times were corrected. Throws NOT_FOUND. */
export function ticketHistory(db: Db, ticketId: string): z.input<typeof TicketHistory> {
  const { day } = getTicket(db, ticketId);
  const events = listTicketEvents(db, ticketId);
  const counting = new Map(countingEvents(events).map((event) => [event.sequence, event]));
  const { clocks } = standingOf(events);
  return {
    day,
    clocks,
    events: events
      .filter(({ type }) => type !== 'undone' && type !== 'corrected')
      .map((event) => {
        const counts = counting.get(event.sequence);
        const { at, recordedAt } = counts ?? event;
        return {
          sequence: event.sequence,
          type: event.type,
          at,
          measuredAt: event.at,
          corrected: (recordedAt ?? null) !== null,
          // A change of entries moves nothing; whether it was taken back shows in the entries themselves.
          takenBack: counts === undefined && event.type !== 'changed',
          staffId: event.staffId,
          desk: event.desk,
          reason: event.reason,
          why: event.type === 'called' ? parseCallReason(event.reason) : null,
        };
      }),
  };
}
