import { followTicket } from '../consultations/open-contact.ts';
import { run, type Tx } from '../database/handles.ts';
import { requirePerson } from '../people/person-row.ts';
import { rule } from '../rpc/faults.ts';
import { isTicketOpen, ticketOfToday } from './ticket-in-hand.ts';

interface TicketChange {
  ticketId: string;
  revision: number;
  spoken: string;
  understood: string | null;
  read: string | null;
  topics: string[];
  personId: string | null;
  adults: number;
  children: number;
  doorNote: string;
  priorityReason: string | null;
}

/** Corrects what was entered at the door. Throws RULE not-possible once the ticket is resolved. */
export function changeTicket(tx: Tx, input: TicketChange): { ticketId: string; revision: number } {
  const ticket = ticketOfToday(tx, input.ticketId, input.revision);
  if (!isTicketOpen(tx, ticket)) throw rule('not-possible');
  if (input.personId) requirePerson(tx, input.personId);
  run(
    tx,
    `UPDATE ticket SET spoken = ?, understood = ?, read = ?, topics = ?, person_id = ?, adults = ?, children = ?, door_note = ?, priority_reason = ?, revision = revision + 1 WHERE id = ?`,
    input.spoken,
    input.understood ?? input.spoken,
    input.read ?? input.spoken,
    JSON.stringify([...new Set(input.topics)]),
    input.personId,
    input.adults,
    input.children,
    input.doorNote,
    input.priorityReason,
    ticket.id,
  );
  followTicket(tx, ticket.id, {
    personId: input.personId,
    spoken: input.spoken,
    companions: input.adults + input.children,
  });
  tx.touch({
    entity: 'ticket',
    id: ticket.id,
    op: 'put',
    fields: [
      'spoken',
      'understood',
      'read',
      'topics',
      'person_id',
      'adults',
      'children',
      'door_note',
      'priority_reason',
    ],
    revision: ticket.revision + 1,
  });
  return { ticketId: ticket.id, revision: ticket.revision + 1 };
}
