import { type Instant, localDateOf } from '../../../shared/kernel/instants.ts';
import type { Who } from '../access/session.ts';
import type { Tx } from '../database/handles.ts';
import { rule } from '../rpc/faults.ts';
import { actOnTicket, type OnTicket } from './act-on-ticket.ts';

/**
 * Sets a ticket aside for a thing, until a time of today if one is named: then it comes back by itself. Throws RULE
 * time-passed for a time that is over or of another day, and what an action on a ticket throws.
 */
export function park(
  tx: Tx,
  { reason, wakeAt, ...on }: OnTicket & { reason: string; wakeAt: Instant | null },
  who: Who,
): OnTicket {
  if (wakeAt === null) return actOnTicket(tx, on, 'parked', who, reason);
  if (wakeAt <= tx.at || localDateOf(wakeAt) !== localDateOf(tx.at)) throw rule('time-passed');
  return actOnTicket(tx, on, 'parked', who, reason, { detail: { wakeAt } });
}
