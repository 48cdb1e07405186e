import { z } from 'zod';
import { addDays, type LocalDate, localDateOf } from '../../../shared/kernel/instants.ts';
import { isOpen, type TicketStanding } from '../../../shared/queue/ticket.rules.ts';
import { type Db, run, type Tx } from '../database/handles.ts';
import { ticketStanding } from './ticket-events.ts';
import { listTickets, type Ticket } from './ticket-row.ts';

/**
 * A day that nobody closed leaves open tickets over. They can only be resolved, on the next day or later: the people are
 * not here any more, but how it ended is not to be lost, and a talk that was not finished would never count.
 */
export function isLeftOver(ticket: Ticket, standing: TicketStanding, today: LocalDate): boolean {
  if (ticket.day >= today) return false;
  // What was resolved today can be taken back today.
  return isOpen(standing.state) || localDateOf(standing.since) === today;
}

/** What is left over from earlier days, the oldest first. */
export function listLeftOver(db: Db, today: LocalDate): Ticket[] {
  return unclosedDaysBefore(db, today)
    .flatMap((day) => listTickets(db, day))
    .filter((ticket) => isLeftOver(ticket, ticketStanding(db, ticket.id), today));
}

/** What was left open longer ago nobody can tell any more; and ten years of days are not looked through at each glance at the queue. */
const REMEMBERED_DAYS = 366;

function unclosedDaysBefore(db: Db, today: LocalDate): LocalDate[] {
  const days = db
    .statement('SELECT day FROM queue_day WHERE day BETWEEN ? AND ? AND closed_at IS NULL ORDER BY day')
    .pluck(true)
    .all(addDays(today, -REMEMBERED_DAYS), addDays(today, -1));
  return z.array(z.string()).parse(days);
}

/** Closes those earlier days of which nothing is open any more: nobody did. */
export function closeSettledDays(tx: Tx, today: LocalDate): void {
  for (const day of unclosedDaysBefore(tx, today)) {
    if (listTickets(tx, day).some(({ id }) => isOpen(ticketStanding(tx, id).state))) continue;
    run(tx, 'UPDATE queue_day SET closed_at = ? WHERE day = ?', tx.at, day);
    tx.touch({ entity: 'queue-day', id: day, op: 'put', fields: ['closed_at'] });
  }
}
