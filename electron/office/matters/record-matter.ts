import type { Instant } from '../../../shared/kernel/instants.ts';
import type { Matter } from '../../../shared/matters/matters.contract.ts';
import type { Who } from '../access/session.ts';
import { requireOffered } from '../catalogues/require-offered.ts';
import { findContactOfTicket } from '../consultations/contact-row.ts';
import { listTopics, writeTopics } from '../consultations/contact-topics.ts';
import { finishConsultation, measureFrom } from '../consultations/finish-contact.ts';
import type { Tx } from '../database/handles.ts';
import { type OnTicket, startTicket } from '../queue/act-on-ticket.ts';
import { openDay } from '../queue/queue-day.ts';
import { ticketStanding } from '../queue/ticket-events.ts';
import { getTicket } from '../queue/ticket-row.ts';
import { rule } from '../rpc/faults.ts';

/**
 * A whole contact by one key. Who was talked with at the counter without the talk being started in the program is
 * measured from the moment at which they were there. Throws RULE not-offered, and what starting and finishing throw.
 */
export function recordMatter(
  tx: Tx,
  { ticketId, revision, topic, result }: OnTicket & Matter,
  who: Who,
): { ticketId: string; contactId: string; revision: number } {
  openDay(tx);
  requireOffered(tx, 'topic', [topic]);
  requireOffered(tx, 'result', [result]);
  const { state, since } = ticketStanding(tx, getTicket(tx, ticketId).id);
  const on = state === 'serving' ? { ticketId, revision } : startTicket(tx, { ticketId, revision }, who);
  const contactId = findContactOfTicket(tx, ticketId)?.id;
  if (contactId === undefined) throw rule('not-possible');
  // What somebody has confirmed of this talk stays, also from another desk a moment ago; what was only named at the door goes.
  const confirmed = listTopics(tx, contactId).filter((one) => one.result !== null && one.topic !== topic);
  writeTopics(tx, contactId, [...confirmed, { topic, result }]);
  const finished = finishConsultation(tx, { ticketId, revision: on.revision, minutes: null }, who);
  const talkingSince: Instant | null = state === 'appeared' || state === 'called' ? since : null;
  if (talkingSince !== null) measureFrom(tx, contactId, talkingSince);
  return { ticketId, contactId, revision: finished.revision };
}
