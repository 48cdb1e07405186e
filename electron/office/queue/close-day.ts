import { localDateOf } from '../../../shared/kernel/instants.ts';
import type { Who } from '../access/session.ts';
import { run, type Tx } from '../database/handles.ts';
import { rule } from '../rpc/faults.ts';
import { forgetAnswersBefore } from '../rpc/requests.ts';
import { actOnTicket } from './act-on-ticket.ts';
import { closeSettledDays, listLeftOver } from './left-over.ts';
import { closedAt, openDay } from './queue-day.ts';
import { ticketStanding } from './ticket-events.ts';
import { isTicketOpen } from './ticket-in-hand.ts';
import { listTickets } from './ticket-row.ts';

interface Resolution {
  ticketId: string;
  revision: number;
  reason: string;
}

/**
 * Resolves open tickets as told, also those left over, and closes today and all days before it. Throws RULE still-serving
 * as long as somebody is talked with, and RULE tickets-open when one is left without a resolution; then nothing is
 * changed.
 */
export function closeDay(
  tx: Tx,
  resolutions: readonly Resolution[],
  who: Who,
): { day: string; tickets: number; resolved: number } {
  const day = openDay(tx);
  const leftOver = listLeftOver(tx, day);
  const isServing = ({ id }: { id: string }) => ticketStanding(tx, id).state === 'serving';
  if ([...leftOver, ...listTickets(tx, day)].some(isServing)) throw rule('still-serving');
  for (const resolution of resolutions) actOnTicket(tx, resolution, 'left', who, resolution.reason);
  const tickets = listTickets(tx, day);
  if ([...leftOver, ...tickets].some((ticket) => isTicketOpen(tx, ticket))) throw rule('tickets-open');
  closeSettledDays(tx, day);
  run(tx, 'UPDATE queue_day SET closed_at = ?, closed_by = ? WHERE day = ?', tx.at, who.staffId, day);
  forgetAnswersBefore(tx, day);
  tx.touch({ entity: 'queue-day', id: day, op: 'put', fields: ['closed_at'] });
  return { day, tickets: tickets.length, resolved: resolutions.length };
}

/** Takes the close of today back. Throws RULE day-open. */
export function reopenDay(tx: Tx): void {
  const day = localDateOf(tx.at);
  if (!closedAt(tx, day)) throw rule('day-open');
  run(tx, 'UPDATE queue_day SET closed_at = NULL, closed_by = NULL WHERE day = ?', day);
  tx.touch({ entity: 'queue-day', id: day, op: 'put', fields: ['closed_at'] });
}
