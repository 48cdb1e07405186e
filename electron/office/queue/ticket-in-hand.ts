import { localDateOf } from '../../../shared/kernel/instants.ts';
import { isOpen, standingOf, type TicketEvent } from '../../../shared/queue/ticket.rules.ts';
import type { Db, Tx } from '../database/handles.ts';
import { conflict, notFound } from '../rpc/faults.ts';
import { isLeftOver } from './left-over.ts';
import { closedAt, openDay } from './queue-day.ts';
import { listTicketEvents, ticketStanding } from './ticket-events.ts';
import { getTicket, type Ticket } from './ticket-row.ts';

/**
 * The ticket, unchanged since the caller saw it, of today or left over, while today is open. Throws NOT_FOUND for any
 * other, CONFLICT, RULE day-closed.
 */
export function ticketInHand(
  tx: Tx,
  ticketId: string,
  revision: number,
): { ticket: Ticket; events: TicketEvent[]; leftOver: boolean } {
  const ticket = getTicket(tx, ticketId);
  const events = listTicketEvents(tx, ticketId);
  const today = localDateOf(tx.at);
  const leftOver = isLeftOver(ticket, standingOf(events), today) && closedAt(tx, ticket.day) === null;
  if (ticket.day !== today && !leftOver) throw notFound();
  openDay(tx);
  if (ticket.revision !== revision) throw conflict(ticket.revision);
  return { ticket, events, leftOver };
}

/** The same, of today only. */
export function ticketOfToday(tx: Tx, ticketId: string, revision: number): Ticket {
  const { ticket, leftOver } = ticketInHand(tx, ticketId, revision);
  if (leftOver) throw notFound();
  return ticket;
}

/** Whether a contact of the ticket can still be changed though the day is another: its talk is left over. */
export function isTicketLeftOver(tx: Tx, ticketId: string): boolean {
  const ticket = getTicket(tx, ticketId);
  return isLeftOver(ticket, ticketStanding(tx, ticketId), localDateOf(tx.at)) && closedAt(tx, ticket.day) === null;
}

/** Whether a ticket still has to be resolved before the day can be closed. */
export function isTicketOpen(db: Db, ticket: Ticket): boolean {
  return isOpen(ticketStanding(db, ticket.id).state);
}
