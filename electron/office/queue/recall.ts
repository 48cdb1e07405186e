import { repeatsLeft, standingOf } from '../../../shared/queue/ticket.rules.ts';
import type { Who } from '../access/session.ts';
import type { Tx } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { rule } from '../rpc/faults.ts';
import { actOnTicket, type OnTicket } from './act-on-ticket.ts';
import { ticketInHand } from './ticket-in-hand.ts';

/**
 * Calls again who was called and did not come, as often as the office's settings say; then they are missed. Throws RULE
 * no-repeats-left after that, and what an action on a ticket throws.
 */
export function recallTicket(tx: Tx, on: OnTicket, who: Who): OnTicket {
  const { calls, state } = standingOf(ticketInHand(tx, on.ticketId, on.revision).events);
  if (state === 'called' && repeatsLeft(calls, findOffice(tx).call_repeats) === 0) throw rule('no-repeats-left');
  return actOnTicket(tx, on, 'recalled', who);
}
