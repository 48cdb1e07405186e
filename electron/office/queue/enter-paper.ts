import type { z } from 'zod';
import { minutesOfService } from '../../../shared/consultations/contact.rules.ts';
import { type Instant, instantOfLocal, localDateOf } from '../../../shared/kernel/instants.ts';
import type { queueContract } from '../../../shared/queue/queue.contract.ts';
import type { Who } from '../access/session.ts';
import { requireOffered } from '../catalogues/require-offered.ts';
import { getContact } from '../consultations/contact-row.ts';
import { writeTopics } from '../consultations/contact-topics.ts';
import { markContactFinished } from '../consultations/finish-contact.ts';
import { openContact } from '../consultations/open-contact.ts';
import { run, type Tx } from '../database/handles.ts';
import { rule } from '../rpc/faults.ts';
import { type IssuedTicket, issueTicketOn } from './issue-ticket.ts';
import { closedAt, openDay } from './queue-day.ts';
import { type NewEvent, recordEvent } from './record-event.ts';
import { listTicketEvents, ticketStanding } from './ticket-events.ts';
import { getTicket } from './ticket-row.ts';

type PaperSheet = z.output<(typeof queueContract.enterPaper)['~orpc']['inputSchema'] & z.ZodType>;

/**
 * Types a reserve number in that was given out on paper, with the real times; each is marked as corrected. The place in
 * the line is the one of the real arrival. Throws RULE time-out-of-order, no-topic for a talk about nothing, not-offered, number-taken,
 * day-closed.
 */
export function enterPaper(tx: Tx, sheet: Omit<PaperSheet, 'requestId'>, who: Who): IssuedTicket {
  const day = dayOf(tx, sheet.day);
  const at = (time: string): Instant => instantOfLocal(day, time);
  const { outcome } = sheet;
  requireOffered(tx, 'topic', sheet.topics);
  if (outcome.kind === 'served') requireOffered(tx, 'result', [outcome.result]);
  const times = [
    sheet.arrived,
    ...(outcome.kind === 'served' ? [outcome.started, outcome.finished] : []),
    ...(outcome.kind === 'left' ? [outcome.at] : []),
  ].map(at);
  if (times.some((time, index) => time > (times[index + 1] ?? tx.at))) throw rule('time-out-of-order');
  if (outcome.kind === 'served' && sheet.topics.length === 0) throw rule('no-topic');
  const issued = issueTicketOn(
    tx,
    day,
    {
      kind: 'walk-in',
      source: 'paper',
      spoken: sheet.spoken,
      understood: null,
      read: null,
      topics: sheet.topics,
      personId: null,
      adults: sheet.adults,
      children: sheet.children,
      doorNote: '',
      priorityReason: sheet.priorityReason,
      genderWish: null,
      dueAt: null,
      arrivedAt: at(sheet.arrived),
      number: sheet.number,
    },
    who,
  );
  const happened = (event: NewEvent) => {
    const sequence = listTicketEvents(tx, issued.ticketId).length + 1;
    recordEvent(tx, getTicket(tx, issued.ticketId), sequence, { ...event, typed: true }, who);
  };
  if (outcome.kind === 'left') happened({ type: 'left', at: at(outcome.at), reason: outcome.reason });
  if (outcome.kind === 'served') {
    happened({ type: 'started', at: at(outcome.started) });
    happened({ type: 'finished', at: at(outcome.finished) });
    countTalk(tx, issued.ticketId, { startedAt: at(outcome.started), result: outcome.result }, who);
  }
  return { ...issued, revision: getTicket(tx, issued.ticketId).revision };
}

/** Today, or an earlier day that is not closed. Throws RULE day-closed, RULE time-out-of-order for a day to come. */
function dayOf(tx: Tx, day: string): string {
  const today = localDateOf(tx.at);
  if (day === today) return openDay(tx);
  if (day > today) throw rule('time-out-of-order');
  run(tx, 'INSERT INTO queue_day (day) VALUES (?) ON CONFLICT DO NOTHING', day);
  if (closedAt(tx, day) !== null) throw rule('day-closed');
  return day;
}

function countTalk(tx: Tx, ticketId: string, talk: { startedAt: Instant; result: string }, who: Who): void {
  const ticket = getTicket(tx, ticketId);
  const contactId = openContact(tx, {
    ticketId,
    who,
    kind: ticket.kind,
    lane: ticket.lane,
    spoken: ticket.spoken,
    topics: ticket.topics,
    personId: null,
    companions: ticket.adults + ticket.children,
    day: ticket.day,
    startedAt: talk.startedAt,
  });
  writeTopics(
    tx,
    contactId,
    ticket.topics.map((topic) => ({ topic, result: talk.result, quantity: 1 })),
  );
  const { clocks } = ticketStanding(tx, ticketId);
  markContactFinished(tx, getContact(tx, contactId).id, {
    minutes: minutesOfService(clocks.serviceMs),
    corrected: true,
  });
}
