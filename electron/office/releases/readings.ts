import { z } from 'zod';
import { EmployerKind } from '../../../shared/access/access.contract.ts';
import type { NoteReading } from '../../../shared/releases/releases.contract.ts';
import type { Who } from '../access/session.ts';
import { listStaff } from '../access/staff.ts';
import { readableNotes } from '../consultations/notes/readable-notes.ts';
import { type Db, listRows } from '../database/handles.ts';
import { requirePerson } from '../people/person-row.ts';

const MOST_READINGS = 500;

const ReadingRow = z.strictObject({
  note_id: z.string(),
  at: z.string(),
  reader_name: z.string(),
  reader_kind: EmployerKind,
});

/**
 * Who of the other employer has read which note on this person, by the journal, the newest first. A reading of a note that
 * the caller may not open now is not there: it would tell of the note. Throws NOT_FOUND.
 */
export function listReadings(db: Db, personId: string, who: Who): NoteReading[] {
  requirePerson(db, personId);
  const notes = new Map(readableNotes(db, who, { personId }).map((note) => [note.id, note]));
  const authors = new Map(listStaff(db).map((staff) => [staff.id, staff.display_name]));
  const rows = listRows(
    db,
    ReadingRow,
    `SELECT journal_entry.id AS note_id, journal.at, display_name AS reader_name, employer.kind AS reader_kind
      FROM journal_entry JOIN journal USING (sequence) JOIN staff ON staff.id = journal.staff_id
        JOIN employer ON employer.id = staff.employer_id
      WHERE entity = 'note' AND op = 'read' AND journal_entry.id IN (SELECT value FROM json_each(?))
      ORDER BY sequence DESC, position LIMIT ?`,
    JSON.stringify([...notes.keys()]),
    MOST_READINGS,
  );
  return rows.flatMap((row) => {
    const note = notes.get(row.note_id);
    if (!note) return [];
    return {
      at: row.at,
      readerName: row.reader_name,
      readerEmployer: row.reader_kind,
      noteId: note.id,
      noteAuthorName: authors.get(note.authorId) ?? '',
      noteWrittenAt: note.versions[0].writtenAt,
      level: note.level,
    };
  });
}
