import { z } from 'zod';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import {
  standingOf,
  TICKET_EVENT_TYPES,
  type TicketEvent,
  type TicketStanding,
} from '../../../shared/queue/ticket.rules.ts';
import { TicketEventDetail } from '../../../shared/queue/ticket-event-detail.ts';
import { jsonColumn } from '../database/columns.ts';
import { type Db, listRows } from '../database/handles.ts';

const EventRow = z
  .strictObject({
    ticket_id: z.string(),
    sequence: z.int(),
    type: z.enum(TICKET_EVENT_TYPES),
    at: z.string(),
    recorded_at: z.string().nullable(),
    staff_id: z.string().nullable(),
    desk: z.int().nullable(),
    reason: z.string().nullable(),
    detail: jsonColumn(TicketEventDetail).nullable(),
  })
  .transform(({ ticket_id: ticketId, staff_id: staffId, recorded_at: recordedAt, ...event }) => ({
    ticketId,
    event: { ...event, staffId, recordedAt } satisfies TicketEvent,
  }));

const SELECT =
  'SELECT ticket_id, sequence, type, at, recorded_at, staff_id, ticket_event.desk, reason, detail FROM ticket_event';

/** A ticket's events, oldest first. */
export function listTicketEvents(db: Db, ticketId: string): TicketEvent[] {
  return listRows(db, EventRow, `${SELECT} WHERE ticket_id = ? ORDER BY sequence`, ticketId).map(({ event }) => event);
}

/** All events of a day's tickets in one query, by ticket. */
export function eventsOfDay(db: Db, day: LocalDate): Map<string, TicketEvent[]> {
  const sql = `${SELECT} JOIN ticket ON ticket.id = ticket_id WHERE day = ? ORDER BY ticket_id, sequence`;
  const byTicket = Map.groupBy(listRows(db, EventRow, sql, day), ({ ticketId }) => ticketId);
  return new Map([...byTicket].map(([ticketId, rows]) => [ticketId, rows.map(({ event }) => event)]));
}

/** Where a ticket stands now. */
export function ticketStanding(db: Db, ticketId: string): TicketStanding {
  return standingOf(listTicketEvents(db, ticketId));
}

/** Everything that happened to a day's tickets, in the order in which it was written down. */
export function eventsInTurn(db: Db, day: LocalDate): { ticketId: string; event: TicketEvent }[] {
  return listRows(db, EventRow, `${SELECT} JOIN ticket ON ticket.id = ticket_id WHERE day = ? ORDER BY turn`, day);
}
