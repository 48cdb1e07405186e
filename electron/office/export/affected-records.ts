import type { Db } from '../database/handles.ts';
import { toldPeople } from './exported-record.ts';
import { type ExportedRecord, rowsFor } from './records/record-source.ts';

/** Rows to look at again, by record. */
export type AffectedRecords = Readonly<Record<ExportedRecord, ReadonlySet<string>>>;

// `+entity`: by the journal's own order. The index over the entity would read everything that was ever touched.
const TOUCHED = `SELECT DISTINCT id FROM journal_entry
  WHERE sequence > ? AND sequence <= ? AND +entity = ? AND op <> 'read'`;

/**
 * The rows whose lines may have changed between two entries of the journal (the first not included). It relies on each
 * command naming every row that it changes; staff, notes, drafts, templates and bundles change no line.
 */
export function affectedRecords(db: Db, journal: { after: number; to: number }): AffectedRecords {
  // `id` is TEXT NOT NULL in a STRICT table.
  const touched = (entity: string) => db.statement(TOUCHED).pluck().all(journal.after, journal.to, entity) as string[];
  const idsOf = (sql: string, of: Iterable<string>) => rowsFor<{ id: string }>(db, sql, [...of]).map((row) => row.id);

  const tickets = touched('ticket');
  const contacts = new Set([...touched('contact'), ...idsOf(CONTACTS_OF_TICKETS, tickets)]);
  const people = new Set([
    ...touched('person'),
    ...idsOf(PEOPLE_OF_CONTACTS, contacts),
    ...toldPeople(db, [...contacts]),
  ]);
  const obstacles = new Set([...touched('obstacle'), ...idsOf(OBSTACLES_OF_CONTACTS, contacts)]);
  // An obstacle tells the district of its person.
  for (const id of idsOf(OBSTACLES_OF_PEOPLE, touched('person'))) obstacles.add(id);
  const referrals = new Set(touched('referral'));
  for (const id of idsOf(REFERRALS_OF_LETTERS, touched('letter'))) referrals.add(id);
  for (const id of idsOf(REFERRALS_TO_PARTNERS, touched('partner'))) referrals.add(id);
  return {
    contact: contacts,
    person: people,
    wait: new Set([...tickets, ...touched('door-demand')]),
    obstacle: obstacles,
    step: new Set([...touched('step'), ...idsOf(STEPS_OF_CONTACTS, contacts)]),
    referral: referrals,
    // A finished talk makes its appointment one that was seen.
    appointment: new Set([...touched('appointment'), ...idsOf(APPOINTMENTS_OF_TICKETS, tickets)]),
  };
}

const GIVEN = '(SELECT value FROM json_each(?))';
const CONTACTS_OF_TICKETS = `SELECT id FROM contact WHERE ticket_id IN ${GIVEN}`;
const PEOPLE_OF_CONTACTS = `SELECT DISTINCT person_id AS id FROM contact WHERE id IN ${GIVEN} AND person_id IS NOT NULL`;
const APPOINTMENTS_OF_TICKETS = `SELECT id FROM appointment WHERE ticket_id IN ${GIVEN}`;
const OBSTACLES_OF_CONTACTS = `SELECT id FROM person_obstacle WHERE contact_id IN ${GIVEN}`;
const OBSTACLES_OF_PEOPLE = `SELECT id FROM person_obstacle WHERE person_id IN ${GIVEN}`;
const STEPS_OF_CONTACTS = `SELECT id FROM step WHERE contact_id IN ${GIVEN}`;
const REFERRALS_OF_LETTERS = `SELECT id FROM referral WHERE letter_id IN ${GIVEN}`;
const REFERRALS_TO_PARTNERS = `SELECT id FROM referral WHERE partner_id IN ${GIVEN}`;
