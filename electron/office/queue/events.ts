import { z } from 'zod';
import { standingOf, TICKET_EVENT_TYPES, type TicketEvent, type TicketStanding } from '../../../shared/queue/ticket.rules.ts';
import { type Db, listRows } from '../database/handles.ts';

const EventRow = z
  .strictObject({ sequence: z.int(), type: z.enum(TICKET_EVENT_TYPES), at: z.string(), staff_id: z.string(), desk: z.int().nullable(), reason: z.string().nullable() })
  .transform((row): TicketEvent => ({ sequence: row.sequence, type: row.type, at: row.at, staffId: row.staff_id, desk: row.desk, reason: row.reason }));

/** A ticket's events, oldest first. */
export function listTicketEvents(db: Db, ticketId: string): TicketEvent[] {
  return listRows(db, EventRow, 'SELECT sequence, type, at, staff_id, desk, reason FROM ticket_event WHERE ticket_id = ? ORDER BY sequence', ticketId);
}

/** Where a ticket stands now. */
export function ticketStanding(db: Db, ticketId: string): TicketStanding {
  return standingOf(listTicketEvents(db, ticketId));
}
