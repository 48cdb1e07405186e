import { z } from 'zod';
import type { Lane } from '../../../shared/queue/ticket.rules.ts';
import type { Who } from '../access/session.ts';
import { requireOffered } from '../catalogues/require-offered.ts';
import { followTicket } from '../consultations/open-contact.ts';
import { jsonColumn } from '../database/columns.ts';
import { findRow, run, type Tx } from '../database/handles.ts';
import { followServing } from '../interpreters/follow-serving.ts';
import { requireStanding } from '../people/duplicates/merges.ts';
import { rule } from '../rpc/faults.ts';
import { recordEvent } from './record-event.ts';
import { listTicketEvents } from './ticket-events.ts';
import { isTicketOpen, ticketOfToday } from './ticket-in-hand.ts';

/** What was entered at the door and can be put right. */
interface Entries {
  lane?: Lane;
  spoken: string;
  understood: string | null;
  read: string | null;
  genderWish?: 'w' | 'm' | null;
  topics: string[];
  personId: string | null;
  adults: number;
  children: number;
  companionInterprets?: 'adult' | 'minor' | null;
  doorNote: string;
  priorityReason: string | null;
}

const COLUMNS =
  'lane, spoken, understood, read, gender_wish, topics, person_id, adults, children, door_note, priority_reason, companion_interprets';

const BeforeRow = z
  .strictObject({
    lane: z.enum(['counter', 'quick']),
    spoken: z.string(),
    understood: z.string(),
    read: z.string(),
    gender_wish: z.enum(['w', 'm']).nullable(),
    topics: jsonColumn(z.array(z.string())),
    person_id: z.string().nullable(),
    adults: z.int(),
    children: z.int(),
    door_note: z.string(),
    priority_reason: z.string().nullable(),
    companion_interprets: z.enum(['adult', 'minor']).nullable(),
  })
  .transform((row) => ({
    lane: row.lane,
    spoken: row.spoken,
    understood: row.understood,
    read: row.read,
    genderWish: row.gender_wish,
    topics: row.topics,
    personId: row.person_id,
    adults: row.adults,
    children: row.children,
    doorNote: row.door_note,
    priorityReason: row.priority_reason,
    companionInterprets: row.companion_interprets,
  }));

/**
 * Corrects what was entered at the door, as one more event that can be taken back. Throws RULE not-possible once the
 * ticket is resolved, RULE not-offered, NOT_FOUND for an unknown person.
 */
export function changeTicket(
  tx: Tx,
  input: Entries & { ticketId: string; revision: number },
  who: Who,
): { ticketId: string; revision: number } {
  const ticket = ticketOfToday(tx, input.ticketId, input.revision);
  if (!isTicketOpen(tx, ticket)) throw rule('not-possible');
  if (input.personId) requireStanding(tx, input.personId);
  requireOffered(tx, 'topic', input.topics, ticket.topics);
  const sequence = listTicketEvents(tx, ticket.id).length + 1;
  const revision = recordEvent(tx, ticket, sequence, { type: 'changed' }, who);
  run(
    tx,
    `INSERT INTO ticket_before (ticket_id, sequence, ${COLUMNS}) SELECT id, ?, ${COLUMNS} FROM ticket WHERE id = ?`,
    sequence,
    ticket.id,
  );
  writeEntries(tx, ticket.id, { ...input, lane: input.lane ?? ticket.lane, genderWish: input.genderWish ?? null });
  return { ticketId: ticket.id, revision };
}

/** Forgets whom a ticket named before its changes: a change that is taken back names nobody either. */
export function forgetEarlierPerson(tx: Tx, ticketId: string): void {
  run(tx, 'UPDATE ticket_before SET person_id = NULL WHERE ticket_id = ?', ticketId);
}

/** Brings back what a ticket said before the change that its event of this sequence told of. */
export function restoreEntries(tx: Tx, ticketId: string, sequence: number): void {
  const before = findRow(
    tx,
    BeforeRow,
    `SELECT ${COLUMNS} FROM ticket_before WHERE ticket_id = ? AND sequence = ?`,
    ticketId,
    sequence,
  );
  if (before) writeEntries(tx, ticketId, before);
}

function writeEntries(tx: Tx, ticketId: string, entries: Entries & { lane: Lane; genderWish: 'w' | 'm' | null }): void {
  run(
    tx,
    `UPDATE ticket SET lane = ?, spoken = ?, understood = ?, read = ?, gender_wish = ?, topics = ?, person_id = ?, adults = ?, children = ?, door_note = ?, priority_reason = ?, companion_interprets = ? WHERE id = ?`,
    entries.lane,
    entries.spoken,
    entries.understood ?? entries.spoken,
    entries.read ?? entries.spoken,
    entries.genderWish,
    JSON.stringify([...new Set(entries.topics)]),
    entries.personId,
    entries.adults,
    entries.children,
    entries.doorNote,
    entries.priorityReason,
    entries.companionInterprets ?? null,
    ticketId,
  );
  followTicket(tx, ticketId, {
    personId: entries.personId,
    spoken: entries.spoken,
    companions: entries.adults + entries.children,
  });
  followServing(tx, ticketId);
}
