import { z } from 'zod';
import { LANES, TICKET_KINDS, TICKET_SOURCES } from '../../../shared/queue/ticket.rules.ts';
import { jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';

const TicketRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  day: z.string(),
  number: z.int(),
  kind: z.enum(TICKET_KINDS),
  source: z.enum(TICKET_SOURCES),
  lane: z.enum(LANES),
  spoken: z.string(),
  understood: z.string(),
  read: z.string(),
  gender_wish: z.enum(['w', 'm']).nullable(),
  topics: jsonColumn(z.array(z.string())),
  person_id: z.string().nullable(),
  adults: z.int(),
  children: z.int(),
  door_note: z.string(),
  priority_reason: z.string().nullable(),
  arrived_at: z.string(),
  due_at: z.string().nullable(),
  companion_interprets: z.enum(['adult', 'minor']).nullable(),
});
export type Ticket = z.infer<typeof TicketRow>;

/** A ticket. Throws NOT_FOUND. */
export function getTicket(db: Db, id: string): Ticket {
  const ticket = findRow(db, TicketRow, 'SELECT * FROM ticket WHERE id = ?', id);
  if (!ticket) throw notFound();
  return ticket;
}

/** All tickets of a day, by number. */
export function listTickets(db: Db, day: string): Ticket[] {
  return listRows(db, TicketRow, 'SELECT * FROM ticket WHERE day = ? ORDER BY number', day);
}
