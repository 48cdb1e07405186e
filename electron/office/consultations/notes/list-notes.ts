import type { NoteView } from '../../../../shared/consultations/consultations.contract.ts';
import type { Instant } from '../../../../shared/kernel/instants.ts';
import type { Who } from '../../access/session.ts';
import { listStaff } from '../../access/staff.ts';
import type { Db } from '../../database/handles.ts';
import { listEmployers } from '../../office/settings.ts';
import { notFound } from '../../rpc/faults.ts';
import { readableNotes } from './readable-notes.ts';

/**
 * The notes of a contact, or of all contacts of a person, that this reader may open, in the order in which they were
 * first written. What the reader may not see is not counted, not found and not hinted at: a version is
 * numbered among those that the reader sees.
 */
export function listNotes(db: Db, reader: Who, of: { contactId: string } | { personId: string }): NoteView[] {
  const notes = readableNotes(db, reader, of);
  for (const note of notes) countReading(reader, note);
  if (notes.length === 0) return [];
  const authors = new Map(listStaff(db).map((staff) => [staff.id, staff.display_name]));
  const employers = new Map(listEmployers(db).map((employer) => [employer.id, employer.kind]));
  return notes.map((note) => ({
    id: note.id,
    // Only the author changes a note; to others its revision would count the versions that they may not see.
    revision: note.authorId === reader.staffId ? note.revision : note.versions.length,
    contactId: note.contactId,
    level: note.level,
    text: note.newest.text,
    version: note.versions.length,
    writtenAt: note.newest.writtenAt,
    authorId: note.authorId,
    authorName: authors.get(note.authorId) ?? '',
    employerKind: employers.get(note.employerId) ?? 'city',
  }));
}

/**
 * Has the journal tell of it when somebody is given a note of the other employer; the router writes it before the answer
 * leaves. Whoever shows a note's text by another way calls this as well.
 */
export function countReading(reader: Who, note: { id: string; employerId: string; newest: { version: number } }): void {
  if (note.employerId !== reader.employerId) reader.readings.add(note.id, note.newest.version);
}

/** All versions of a note that this reader may open, the oldest first. Throws NOT_FOUND for a note they may not see. */
export function noteVersions(
  db: Db,
  reader: Who,
  noteId: string,
): { version: number; text: string; writtenAt: Instant }[] {
  const note = readableNotes(db, reader, { noteId })[0];
  if (!note) throw notFound();
  countReading(reader, note);
  return note.versions.map(({ text, writtenAt }, index) => ({ version: index + 1, text, writtenAt }));
}
