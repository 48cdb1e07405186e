import { z } from 'zod';
import type { NoteDebt } from '../../../../shared/note-work/note-work.contract.ts';
import type { Who } from '../../access/session.ts';
import { type Db, listRows, run, type Tx } from '../../database/handles.ts';
import { displayNames } from '../../people/person-row.ts';
import { requireContact } from '../contact-row.ts';
import { topicsOf } from '../contact-topics.ts';

const DebtRow = z.strictObject({
  contact_id: z.string(),
  person_id: z.string().nullable(),
  day: z.string(),
  since: z.string(),
});
const DeskRow = z.strictObject({ desk: z.int(), count: z.int() });

/** The notes that somebody owes, the oldest first. */
export function listNoteDebts(db: Db, who: Who): NoteDebt[] {
  const rows = listRows(
    db,
    DebtRow,
    `SELECT contact_id, person_id, day, since FROM note_debt JOIN contact ON contact.id = contact_id
      WHERE note_debt.staff_id = ? ORDER BY since, contact_id`,
    who.staffId,
  );
  const topics = topicsOf(
    db,
    rows.map((row) => row.contact_id),
  );
  const names = displayNames(db, [...new Set(rows.flatMap((row) => row.person_id ?? []))]);
  return rows.map(({ contact_id, person_id, day, since }) => ({
    contactId: contact_id,
    person: person_id === null ? null : { id: person_id, name: names.get(person_id) ?? '' },
    topics: topics.get(contact_id) ?? [],
    day,
    since,
  }));
}

/** How many notes others owe, by the desk where they were talking: organisational, everybody at the counter sees it. */
export function countNoteDebtsElsewhere(db: Db, who: Who): { desk: number; count: number }[] {
  return listRows(
    db,
    DeskRow,
    'SELECT desk, count(*) AS count FROM note_debt WHERE staff_id <> ? GROUP BY desk ORDER BY desk',
    who.staffId,
  );
}

/** Somebody will write the note later. Who has owed it before is free of it. Throws NOT_FOUND. */
export function oweNote(tx: Tx, contactId: string, who: Who): void {
  requireContact(tx, contactId);
  run(
    tx,
    `INSERT INTO note_debt (contact_id, staff_id, desk, since) VALUES (?, ?, ?, ?)
      ON CONFLICT (contact_id) DO UPDATE SET staff_id = excluded.staff_id, desk = excluded.desk`,
    contactId,
    who.staffId,
    who.desk,
    tx.at,
  );
  tx.touch({ entity: 'note-debt', id: contactId, op: 'put' });
}

/** Takes a debt of this person away, if there is one: the note is written, or none is needed. */
export function settleNoteDebt(tx: Tx, contactId: string, who: Who): void {
  const settled = run(tx, 'DELETE FROM note_debt WHERE contact_id = ? AND staff_id = ?', contactId, who.staffId);
  if (settled > 0) tx.touch({ entity: 'note-debt', id: contactId, op: 'delete' });
}
