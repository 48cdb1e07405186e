import type { ForwardTarget } from '../../../shared/queue/ticket-event-detail.ts';
import type { Who } from '../access/session.ts';
import { findStaff } from '../access/staff.ts';
import type { Tx } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { listEmployers } from '../office/settings.ts';
import { notFound, rule } from '../rpc/faults.ts';
import { actOnTicket, type OnTicket } from './act-on-ticket.ts';

/**
 * Sends a ticket back into the line for another desk, a colleague or the other employer. A talk that has begun stays
 * open, its contact goes along; words are organisational (V0). Notes are not touched: what is "both" (V1) is read there as
 * here, what is sealed for one employer or one person stays sealed. Throws RULE no-such-desk, NOT_FOUND for a colleague or
 * employer who is not there, and what an action on a ticket throws.
 */
export function forwardTicket(
  tx: Tx,
  on: OnTicket,
  { forward, words }: { forward: ForwardTarget; words: string },
  who: Who,
): OnTicket {
  if (forward.desk !== null && forward.desk > findOffice(tx).desks) throw rule('no-such-desk');
  if (forward.staffId !== null && !findStaff(tx, forward.staffId)?.active) throw notFound();
  if (forward.employerId !== null && !listEmployers(tx).some(({ id }) => id === forward.employerId)) throw notFound();
  return actOnTicket(tx, on, 'forwarded', who, null, { detail: { forward, ...(words ? { words } : {}) } });
}
