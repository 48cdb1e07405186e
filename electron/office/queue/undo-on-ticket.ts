import { standingOf } from '../../../shared/queue/ticket.rules.ts';
import type { Who } from '../access/session.ts';
import { reopenContact } from '../consultations/open-contact.ts';
import type { Tx } from '../database/handles.ts';
import { notFound, rule } from '../rpc/faults.ts';
import { isOfToday, type OnTicket } from './act-on-ticket.ts';
import { restoreEntries } from './change-ticket.ts';
import { followCorrection } from './correct-time.ts';
import { recordEvent } from './record-event.ts';
import { releaseReturnSlip, withdrawReturnSlip } from './return-slip.ts';
import { ticketInHand } from './ticket-in-hand.ts';
import { getTicket } from './ticket-row.ts';

/**
 * Takes back the newest action of today on a ticket, whatever it was: a finish opens its contact again, a change of
 * entries brings the earlier ones back, taking back the issue makes the ticket void (and that can be taken back too).
 */
export function undoOnTicket(tx: Tx, { ticketId, revision }: OnTicket, who: Who): OnTicket {
  const { ticket, events, leftOver } = ticketInHand(tx, ticketId, revision);
  const { undoable } = standingOf(events);
  if (leftOver && !isOfToday(tx, undoable.recordedAt ?? undoable.at))
    throw undoable.type === 'issued' ? rule('not-possible') : notFound();
  const sequence = events.length + 1;
  if (undoable.type === 'issued') {
    releaseReturnSlip(tx, ticketId);
    return { ticketId, revision: recordEvent(tx, ticket, sequence, { type: 'voided' }, who) };
  }
  recordEvent(tx, ticket, sequence, { type: 'undone' }, who);
  if (undoable.type === 'left') withdrawReturnSlip(tx, ticketId);
  if (undoable.type === 'finished') reopenContact(tx, ticketId);
  if (undoable.type === 'corrected') followCorrection(tx, ticketId);
  if (undoable.type === 'changed') restoreEntries(tx, ticketId, undoable.sequence);
  return { ticketId, revision: getTicket(tx, ticketId).revision };
}
