import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { minutesOfService } from '../../../shared/consultations/contact.rules.ts';
import type { Instant, LocalDate } from '../../../shared/kernel/instants.ts';
import type { Lane, TicketKind } from '../../../shared/queue/ticket.rules.ts';
import type { Who } from '../access/session.ts';
import { type Db, listRows, run, type Tx } from '../database/handles.ts';
import { type Contact, findContactOfTicket } from './contact-row.ts';
import { addPrefilledTopics } from './contact-topics.ts';
import { cutNotesFromPerson } from './notes/note-about.ts';

/** What the contact takes over from its ticket. */
export interface StartedTicket {
  ticketId: string;
  kind: TicketKind;
  lane: Lane;
  spoken: string;
  topics: readonly string[];
  personId: string | null;
  companions: number;
  day: LocalDate;
  who: Who;
  /** When the talk began: now, or the time that was typed later. */
  startedAt: Instant;
}

/**
 * The contact of a talk that begins: a new one with what was said at the door, or the ticket's own when the talk goes on
 * (after parking, after an undo). What was recorded since stays; the talk is now with whoever started it. Returns its id.
 */
export function openContact(tx: Tx, ticket: StartedTicket): string {
  const before = findContactOfTicket(tx, ticket.ticketId);
  return before ? goOn(tx, before, ticket) : begin(tx, ticket);
}

function begin(tx: Tx, ticket: StartedTicket): string {
  const id = uuidv7();
  run(
    tx,
    `INSERT INTO contact (id, ticket_id, person_id, kind, lane, spoken, companions, medium, place, interpreter_mode, staff_id, day, started_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'none', ?, ?, ?)`,
    id,
    ticket.ticketId,
    ticket.personId,
    ticket.kind,
    ticket.lane,
    ticket.spoken,
    ticket.companions,
    ticket.kind === 'call-back' ? 'phone' : 'in-person',
    ticket.kind === 'home-visit' ? 'home' : 'office',
    ticket.who.staffId,
    ticket.day,
    ticket.startedAt,
  );
  addPrefilledTopics(tx, id, ticket.topics);
  tx.touch({ entity: 'contact', id, op: 'put', revision: 1 });
  return id;
}

function goOn(tx: Tx, before: Contact, { who }: StartedTicket): string {
  if (before.staff_id === who.staffId) return before.id;
  const revision = before.revision + 1;
  run(tx, 'UPDATE contact SET staff_id = ?, revision = ? WHERE id = ?', who.staffId, revision, before.id);
  tx.touch({ entity: 'contact', id: before.id, op: 'put', fields: ['staff'], revision });
  return before.id;
}

/** Lets the ticket's contact, if there is one, follow the ticket: who came was corrected, and both are reported. */
export function followTicket(
  tx: Tx,
  ticketId: string,
  { personId, spoken, companions }: { personId: string | null; spoken: string; companions: number },
): void {
  const contact = findContactOfTicket(tx, ticketId);
  if (!contact) return;
  const fields = [
    ...(contact.person_id === personId ? [] : ['person']),
    ...(contact.spoken === spoken ? [] : ['spoken']),
    ...(contact.companions === companions ? [] : ['companions']),
  ];
  if (fields.length === 0) return;
  if (contact.person_id !== personId) cutNotesFromPerson(tx, contact.id);
  const revision = contact.revision + 1;
  run(
    tx,
    'UPDATE contact SET person_id = ?, spoken = ?, companions = ?, revision = ? WHERE id = ?',
    personId,
    spoken,
    companions,
    revision,
    contact.id,
  );
  tx.touch({ entity: 'contact', id: contact.id, op: 'put', fields, revision });
}

/** Takes a finish back: the contact no longer counts, its minutes are open again. */
export function reopenContact(tx: Tx, ticketId: string): void {
  const contact = findContactOfTicket(tx, ticketId);
  if (!contact?.finished_at) return;
  const revision = contact.revision + 1;
  run(
    tx,
    'UPDATE contact SET finished_at = NULL, minutes = NULL, minutes_corrected = 0, revision = ? WHERE id = ?',
    revision,
    contact.id,
  );
  tx.touch({ entity: 'contact', id: contact.id, op: 'put', fields: ['finished', 'minutes'], revision });
}

/**
 * Lets the ticket's contact, if there is one, follow times that were put right: when it began, and its minutes once it is
 * finished; those are marked as corrected.
 */
export function followTimes(
  tx: Tx,
  ticketId: string,
  times: { startedAt: Instant; serviceMs: number; corrected: boolean },
): void {
  const contact = findContactOfTicket(tx, ticketId);
  if (!contact) return;
  const revision = contact.revision + 1;
  run(tx, 'UPDATE contact SET started_at = ?, revision = ? WHERE id = ?', times.startedAt, revision, contact.id);
  if (contact.finished_at !== null)
    run(
      tx,
      'UPDATE contact SET minutes = ?, minutes_corrected = ? WHERE id = ?',
      Math.min(600, minutesOfService(times.serviceMs)),
      times.corrected ? 1 : 0,
      contact.id,
    );
  tx.touch({ entity: 'contact', id: contact.id, op: 'put', fields: ['started', 'minutes'], revision });
}

const TicketContactRow = z.strictObject({ id: z.string(), ticket_id: z.string() });

/** The contacts of a day's tickets, by ticket. */
export function contactIdsOfDay(db: Db, day: LocalDate): Map<string, string> {
  const rows = listRows(
    db,
    TicketContactRow,
    'SELECT id, ticket_id FROM contact WHERE day = ? AND ticket_id IS NOT NULL',
    day,
  );
  return new Map(rows.map((row) => [row.ticket_id, row.id]));
}
