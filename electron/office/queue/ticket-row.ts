import { z } from 'zod';
import { jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';

const TicketRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  day: z.string(),
  number: z.int(),
  kind: z.enum(['walk-in', 'appointment']),
  spoken: z.string(),
  understood: z.string(),
  read: z.string(),
  topics: jsonColumn(z.array(z.string())),
  person_id: z.string().nullable(),
  adults: z.int(),
  children: z.int(),
  door_note: z.string(),
  priority_reason: z.string().nullable(),
  arrived_at: z.string(),
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
