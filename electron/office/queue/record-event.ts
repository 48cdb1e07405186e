import { type Instant } from '../../../shared/kernel/instants.ts';
import { standingOf, type TicketEvent, type TicketEventType } from '../../../shared/queue/ticket.rules.ts';
import type { TicketEventDetail } from '../../../shared/queue/ticket-event-detail.ts';
import { run, type Tx } from '../database/handles.ts';
import { listTicketEvents } from './ticket-events.ts';

/** Who did it; null: nobody, the time or the kiosk did. */
export type By = { staffId: string; desk: number } | null;

export interface NewEvent {
  type: TicketEventType;
  reason?: string | null;
  detail?: TicketEventDetail | null;
  /** A time that was typed; without it the event happens now. */
  at?: Instant | undefined;
  /** Whether `at` was typed; without it, every time but this very one was. */
  typed?: boolean;
}

const AT_DESK = new Set(['called', 'appeared', 'serving']);

/**
 * Appends one event. The database refuses a call of a ticket that is at a desk, and a second
 * event of the same sequence.
 */
export function insertEvent(tx: Tx, ticketId: string, sequence: number, event: NewEvent, by: By): void {
  const typed = event.typed ?? (event.at !== undefined && event.at !== tx.at);
  run(
    tx,
    `INSERT INTO ticket_event (ticket_id, sequence, type, at, recorded_at, staff_id, desk, reason, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ticketId,
    sequence,
    event.type,
    event.at ?? tx.at,
    typed ? tx.at : null,
    by?.staffId ?? null,
    by?.desk ?? null,
    event.reason ?? null,
    event.detail ? JSON.stringify(event.detail) : null,
  );
}

/** Appends an event to a ticket that exists, keeps who stands at which desk, and raises the ticket's revision. */
export function recordEvent(
  tx: Tx,
  ticket: { id: string; revision: number },
  sequence: number,
  event: NewEvent,
  by: By,
): number {
  insertEvent(tx, ticket.id, sequence, event, by);
  keepAtDesk(tx, ticket.id, listTicketEvents(tx, ticket.id));
  const revision = ticket.revision + 1;
  run(tx, 'UPDATE ticket SET revision = ? WHERE id = ?', revision, ticket.id);
  tx.touch({ entity: 'ticket', id: ticket.id, op: 'put', fields: [event.type], revision });
  return revision;
}

function keepAtDesk(tx: Tx, ticketId: string, events: readonly TicketEvent[]): void {
  const { state, staffId, desk } = standingOf(events);
  if (!AT_DESK.has(state) || staffId === null) {
    run(tx, 'DELETE FROM ticket_at_desk WHERE ticket_id = ?', ticketId);
    return;
  }
  run(
    tx,
    `INSERT INTO ticket_at_desk (ticket_id, staff_id, desk) VALUES (?, ?, ?)
     ON CONFLICT (ticket_id) DO UPDATE SET staff_id = excluded.staff_id, desk = excluded.desk`,
    ticketId,
    staffId,
    desk,
  );
}
