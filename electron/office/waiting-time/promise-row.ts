import { z } from 'zod';
import type { PromisedRange } from '../../../shared/waiting-time/promised-range.ts';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';

const PromiseRow = z.strictObject({
  ticket_id: z.string(),
  promised_at: z.string(),
  low: z.number(),
  high: z.number(),
  from_minutes: z.int(),
  to_minutes: z.int(),
});
export type TicketPromise = z.infer<typeof PromiseRow>;

/** What a ticket was promised; null for one that was promised nothing. */
export function findPromise(db: Db, ticketId: string): TicketPromise | null {
  return findRow(db, PromiseRow, 'SELECT * FROM ticket_promise WHERE ticket_id = ?', ticketId);
}

/** The promises of the days' tickets (both included), by ticket. */
export function promisesOfDays(db: Db, fromDay: string, toDay: string): Map<string, TicketPromise> {
  const sql = `SELECT ticket_promise.* FROM ticket_promise JOIN ticket ON ticket.id = ticket_id WHERE day BETWEEN ? AND ?`;
  return new Map(listRows(db, PromiseRow, sql, fromDay, toDay).map((row) => [row.ticket_id, row]));
}

/** The range that was said; null for a ticket that was promised nothing. */
export function promisedRange(promise: TicketPromise | null | undefined): PromisedRange | null {
  return promise ? { fromMinutes: promise.from_minutes, toMinutes: promise.to_minutes } : null;
}

/** Keeps what a ticket was promised; a promise once made stays. */
export function insertPromise(tx: Tx, promise: TicketPromise): void {
  run(
    tx,
    `INSERT INTO ticket_promise (ticket_id, promised_at, low, high, from_minutes, to_minutes) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    promise.ticket_id,
    promise.promised_at,
    promise.low,
    promise.high,
    promise.from_minutes,
    promise.to_minutes,
  );
}
