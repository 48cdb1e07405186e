import { localDateOf } from '../../../shared/kernel/instants.ts';
import { mayAct, standingOf, type TicketAction } from '../../../shared/queue/ticket.rules.ts';
import type { Who } from '../access/session.ts';
import { openContact } from '../consultations/open-contact.ts';
import { run, type Tx } from '../database/handles.ts';
import { followServing } from '../interpreters/follow-serving.ts';
import { notFound, rule } from '../rpc/faults.ts';
import { type NewEvent, recordEvent } from './record-event.ts';
import { ticketStanding } from './ticket-events.ts';
import { ticketInHand } from './ticket-in-hand.ts';
import { getTicket } from './ticket-row.ts';

export interface OnTicket {
  ticketId: string;
  revision: number;
}

/** What can still be done about a ticket that is left over from an earlier day. */
const RESOLVING: ReadonlySet<TicketAction> = new Set(['finished', 'left']);

/**
 * Appends one event to a ticket of today, or resolves one that is left over. Throws NOT_FOUND for any other, CONFLICT
 * when somebody was quicker, RULE not-possible when its state does not allow the action, RULE day-closed.
 */
export function actOnTicket(
  tx: Tx,
  { ticketId, revision }: OnTicket,
  action: TicketAction,
  who: Who,
  reason: string | null = null,
  beside: Pick<NewEvent, 'detail' | 'at'> = {},
): OnTicket {
  const { ticket, events, leftOver } = ticketInHand(tx, ticketId, revision);
  if (leftOver && !RESOLVING.has(action)) throw notFound();
  if (!mayAct(standingOf(events).state, action)) throw rule('not-possible');
  return { ticketId, revision: recordEvent(tx, ticket, events.length + 1, { type: action, reason, ...beside }, who) };
}

/** Whether what happened to a left-over ticket happened today: only that can be taken back. */
export function isOfToday(tx: Tx, at: string): boolean {
  return localDateOf(at) === localDateOf(tx.at);
}

/** Begins the talk and opens its contact, or goes on with the one that is there. */
export function startTicket(
  tx: Tx,
  on: OnTicket,
  who: Who,
  beside: Pick<NewEvent, 'at'> = {},
): OnTicket & { contactId: string } {
  const { ticketId, revision } = actOnTicket(tx, on, 'started', who, null, beside);
  const ticket = getTicket(tx, ticketId);
  const contactId = openContact(tx, {
    ticketId,
    who,
    kind: ticket.kind,
    lane: ticket.lane,
    spoken: ticket.spoken,
    topics: ticket.topics,
    personId: ticket.person_id,
    companions: ticket.adults + ticket.children,
    day: ticket.day,
    startedAt: beside.at ?? tx.at,
  });
  followServing(tx, ticketId);
  return { ticketId, revision, contactId };
}

/** Ends the talk. Returns the whole time of talk, milliseconds, for the contact's minutes. */
export function finishTicket(
  tx: Tx,
  { ticketId, revision, who, at }: OnTicket & { who: Who; at?: string | undefined },
): { revision: number; serviceMs: number } {
  const acted = actOnTicket(tx, { ticketId, revision }, 'finished', who, null, { at });
  const { clocks } = ticketStanding(tx, ticketId);
  return { revision: acted.revision, serviceMs: clocks.serviceMs };
}

/**
 * Links a ticket to a person, or to nobody: the contact's counterpart, whose revision guards it. The ticket's own counts
 * what happens to the ticket: who names the person and finishes in one breath is not in anybody's way.
 */
export function setTicketPerson(tx: Tx, ticketId: string, personId: string | null): void {
  if (getTicket(tx, ticketId).person_id === personId) return;
  run(tx, 'UPDATE ticket SET person_id = ? WHERE id = ?', personId, ticketId);
  tx.touch({ entity: 'ticket', id: ticketId, op: 'put', fields: ['person_id'] });
}
