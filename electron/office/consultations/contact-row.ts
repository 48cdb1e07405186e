import { z } from 'zod';
import { CONTACT_PLACES, INTERPRETER_MODES, MEDIA } from '../../../shared/consultations/consultations.contract.ts';
import { flagColumn } from '../database/columns.ts';
import { type Db, findRow, listRows } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';

export const ContactRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  ticket_id: z.string().nullable(),
  person_id: z.string().nullable(),
  spoken: z.string(),
  companions: z.int(),
  medium: z.enum(MEDIA),
  medium_touched: flagColumn,
  interpreter_mode: z.enum(INTERPRETER_MODES),
  interpreter_sworn: flagColumn,
  place: z.enum(CONTACT_PLACES),
  place_touched: flagColumn,
  staff_id: z.string(),
  day: z.string(),
  started_at: z.string(),
  finished_at: z.string().nullable(),
  minutes: z.int().nullable(),
});
export type Contact = z.infer<typeof ContactRow>;

export const CONTACT_COLUMNS =
  'id, revision, ticket_id, person_id, spoken, companions, medium, medium_touched, interpreter_mode, interpreter_sworn, place, place_touched, staff_id, day, started_at, finished_at, minutes';

/** A contact. Throws NOT_FOUND. */
export function getContact(db: Db, id: string): Contact {
  const contact = findRow(db, ContactRow, `SELECT ${CONTACT_COLUMNS} FROM contact WHERE id = ?`, id);
  if (!contact) throw notFound();
  return contact;
}

/** Throws NOT_FOUND when there is no such contact. */
export function requireContact(db: Db, id: string): void {
  if (db.statement('SELECT 1 FROM contact WHERE id = ?').get(id) === undefined) throw notFound();
}

/** The contact that a ticket led to; null while nobody has started the talk. */
export function findContactOfTicket(db: Db, ticketId: string): Contact | null {
  return findRow(db, ContactRow, `SELECT ${CONTACT_COLUMNS} FROM contact WHERE ticket_id = ?`, ticketId);
}

const PersonOfRow = z.strictObject({ id: z.string(), person_id: z.string().nullable() });

/** Whom these contacts were with: null for nobody who is named. */
export function peopleOfContacts(db: Db, contactIds: readonly string[]): Map<string, string | null> {
  const sql = 'SELECT id, person_id FROM contact WHERE id IN (SELECT value FROM json_each(?))';
  return new Map(listRows(db, PersonOfRow, sql, JSON.stringify(contactIds)).map((row) => [row.id, row.person_id]));
}
