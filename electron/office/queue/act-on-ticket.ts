import { localDateOf } from '../../../shared/kernel/instants.ts';
import { inOrderOfCalling, mayAct, standingOf, type TicketAction } from '../../../shared/queue/ticket.rules.ts';
import type { Who } from '../access/session.ts';
import { openContact, reopenContact } from '../consultations/open-contact.ts';
import { run, type Tx } from '../database/handles.ts';
import { notFound, rule } from '../rpc/faults.ts';
import { openDay } from './queue-day.ts';
import { ticketStanding } from './ticket-events.ts';
import { ticketInHand } from './ticket-in-hand.ts';
import { getTicket, listTickets, type Ticket } from './ticket-row.ts';

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
): OnTicket {
  const { ticket, events, leftOver } = ticketInHand(tx, ticketId, revision);
  if (leftOver && !RESOLVING.has(action)) throw notFound();
  if (!mayAct(standingOf(events).state, action)) throw rule('not-possible');
  appendEvent(tx, ticket, events.length + 1, action, who, reason);
  return { ticketId, revision: revision + 1 };
}

/** Takes back the newest action of today on a ticket. Undoing a finish opens its contact again. */
export function undoOnTicket(tx: Tx, { ticketId, revision }: OnTicket, who: Who): OnTicket {
  const { ticket, events, leftOver } = ticketInHand(tx, ticketId, revision);
  const { undoable } = standingOf(events);
  if (!undoable) throw rule('not-possible');
  if (leftOver && localDateOf(undoable.at) !== localDateOf(tx.at)) throw notFound();
  appendEvent(tx, ticket, events.length + 1, 'undone', who, null);
  if (undoable.type === 'finished') reopenContact(tx, ticketId);
  return { ticketId, revision: revision + 1 };
}

/** Calls the first in the order of calling. Throws RULE nobody-waits. */
export function callNext(tx: Tx, who: Who): OnTicket {
  const waiting = listTickets(tx, openDay(tx)).filter(({ id }) => ticketStanding(tx, id).state === 'waiting');
  const next = inOrderOfCalling(
    waiting.map((ticket) => ({ ...ticket, priorityReason: ticket.priority_reason, arrivedAt: ticket.arrived_at })),
  )[0];
  if (!next) throw rule('nobody-waits');
  return actOnTicket(tx, { ticketId: next.id, revision: next.revision }, 'called', who);
}

/** Begins the talk and opens its contact, or goes on with the one that is there. */
export function startTicket(tx: Tx, on: OnTicket, who: Who): OnTicket & { contactId: string } {
  const { ticketId, revision } = actOnTicket(tx, on, 'started', who);
  const ticket = getTicket(tx, ticketId);
  const contactId = openContact(tx, {
    ticketId,
    who,
    kind: ticket.kind,
    spoken: ticket.spoken,
    topics: ticket.topics,
    personId: ticket.person_id,
    companions: ticket.adults + ticket.children,
    day: ticket.day,
  });
  return { ticketId, revision, contactId };
}

/** Ends the talk. Returns the whole time of talk, milliseconds, for the contact's minutes. */
export function finishTicket(
  tx: Tx,
  { ticketId, revision, who }: OnTicket & { who: Who },
): { revision: number; serviceMs: number } {
  const acted = actOnTicket(tx, { ticketId, revision }, 'finished', who);
  const { clocks } = ticketStanding(tx, ticketId);
  return { revision: acted.revision, serviceMs: clocks.serviceMs };
}

/** Links a ticket to a person, or to nobody: the contact's counterpart. */
export function setTicketPerson(tx: Tx, ticketId: string, personId: string | null): void {
  const ticket = getTicket(tx, ticketId);
  if (ticket.person_id === personId) return;
  run(tx, 'UPDATE ticket SET person_id = ?, revision = revision + 1 WHERE id = ?', personId, ticketId);
  tx.touch({ entity: 'ticket', id: ticketId, op: 'put', fields: ['person_id'], revision: ticket.revision + 1 });
}

function appendEvent(
  tx: Tx,
  ticket: Ticket,
  sequence: number,
  type: TicketAction | 'undone',
  who: Who,
  reason: string | null,
): void {
  run(
    tx,
    'INSERT INTO ticket_event (ticket_id, sequence, type, at, staff_id, desk, reason) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ticket.id,
    sequence,
    type,
    tx.at,
    who.staffId,
    who.desk,
    reason,
  );
  run(tx, 'UPDATE ticket SET revision = revision + 1 WHERE id = ?', ticket.id);
  tx.touch({ entity: 'ticket', id: ticket.id, op: 'put', fields: [type], revision: ticket.revision + 1 });
}
