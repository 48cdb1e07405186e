import type { Who } from '../access/session.ts';
import { requireOffered } from '../catalogues/require-offered.ts';
import { findContactOfTicket } from '../consultations/contact-row.ts';
import { finishConsultation } from '../consultations/finish-contact.ts';
import { addTallyContact, countAsTally, removeTallyContact, type Tally } from '../consultations/tally-contact.ts';
import type { Tx } from '../database/handles.ts';
import { rule } from '../rpc/faults.ts';
import { type OnTicket, startTicket } from './act-on-ticket.ts';
import { openDay } from './queue-day.ts';
import { ticketStanding } from './ticket-events.ts';
import { getTicket } from './ticket-row.ts';

/**
 * Counts one matter of the quick lane, without a name. With a ticket it is finished and its own times count; without one
 * the minutes are an estimate, marked so. Throws RULE not-offered.
 */
export function tally(
  tx: Tx,
  { ticket, ...matter }: Tally & { ticket: OnTicket | null },
  who: Who,
): { contactId: string; ticketId: string | null } {
  openDay(tx);
  requireOffered(tx, 'topic', [matter.topic]);
  if (ticket === null) return { contactId: addTallyContact(tx, matter, who), ticketId: null };
  const { state } = ticketStanding(tx, ticket.ticketId);
  const started = state === 'serving' ? ticket : startTicket(tx, ticket, who);
  const contactId = findContactOfTicket(tx, ticket.ticketId)?.id;
  if (contactId === undefined) throw rule('not-possible');
  countAsTally(tx, contactId, matter);
  // Still the revision that the caller saw: somebody who was quicker is a conflict there.
  finishConsultation(tx, { ticketId: started.ticketId, revision: started.revision, minutes: null }, who);
  return { contactId, ticketId: getTicket(tx, ticket.ticketId).id };
}

/** Takes a tally without a ticket back. Throws RULE day-closed, NOT_FOUND. */
export function undoTally(tx: Tx, contactId: string): void {
  openDay(tx);
  removeTallyContact(tx, contactId);
}
