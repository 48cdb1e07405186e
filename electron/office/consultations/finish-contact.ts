import { minutesOfService, topicsProblem } from '../../../shared/consultations/contact.rules.ts';
import { elapsedMs, type Instant } from '../../../shared/kernel/instants.ts';
import type { Who } from '../access/session.ts';
import { run, type Tx } from '../database/handles.ts';
import { finishTicket } from '../queue/act-on-ticket.ts';
import { notFound, rule } from '../rpc/faults.ts';
import { findContactOfTicket, getContact } from './contact-row.ts';
import { listTopics } from './contact-topics.ts';

/**
 * Ends the talk: the ticket is finished and its contact counts. Minutes are the begun minutes of the ticket's clock
 * unless `minutes` corrects them. Throws NOT_FOUND when no talk was started, RULE no-topic, RULE topic-without-result,
 * and what the queue says to a finish (CONFLICT, RULE not-possible, RULE day-closed).
 */
export function finishConsultation(
  tx: Tx,
  { ticketId, revision, minutes }: { ticketId: string; revision: number; minutes: number | null },
  who: Who,
): { ticketId: string; revision: number } {
  const contact = findContactOfTicket(tx, ticketId);
  if (!contact) throw notFound();
  const problem = topicsProblem(listTopics(tx, contact.id));
  if (problem) throw rule(problem);
  const finished = finishTicket(tx, { ticketId, revision, who });
  markContactFinished(tx, contact.id, {
    minutes: minutes ?? minutesOfService(finished.serviceMs),
    corrected: minutes !== null,
  });
  return { ticketId, revision: finished.revision };
}

/** From now on the contact counts. `corrected`: somebody typed the minutes, the clock did not measure them. */
export function markContactFinished(tx: Tx, contactId: string, service: { minutes: number; corrected: boolean }): void {
  const revision = getContact(tx, contactId).revision + 1;
  run(
    tx,
    'UPDATE contact SET finished_at = ?, minutes = ?, minutes_corrected = ?, revision = ? WHERE id = ?',
    tx.at,
    service.minutes,
    service.corrected ? 1 : 0,
    revision,
    contactId,
  );
  tx.touch({ entity: 'contact', id: contactId, op: 'put', fields: ['finished', 'minutes'], revision });
}

/** Counts a finished contact's minutes from an earlier moment that the office's clock has measured, too. */
export function measureFrom(tx: Tx, contactId: string, startedAt: Instant): void {
  const revision = getContact(tx, contactId).revision + 1;
  run(
    tx,
    'UPDATE contact SET started_at = ?, minutes = ?, revision = ? WHERE id = ?',
    startedAt,
    minutesOfService(elapsedMs(startedAt, tx.at)),
    revision,
    contactId,
  );
  tx.touch({ entity: 'contact', id: contactId, op: 'put', fields: ['started', 'minutes'], revision });
}
