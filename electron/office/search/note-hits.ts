import type { NoteHit } from '../../../shared/search/search.contract.ts';
import type { Who } from '../access/session.ts';
import { listStaff } from '../access/staff.ts';
import { peopleOfContacts } from '../consultations/contact-row.ts';
import { topicsOf } from '../consultations/contact-topics.ts';
import type { FoundNote } from '../consultations/notes/find-notes.ts';
import { countReading } from '../consultations/notes/list-notes.ts';
import type { Db } from '../database/handles.ts';
import { listEmployers } from '../office/settings.ts';
import { displayNames } from '../people/person-row.ts';

/** Found notes as the screens show them, with whom the talk was and what about. One of the other employer counts as read. */
export function noteHits(db: Db, reader: Who, found: readonly FoundNote[]): NoteHit[] {
  if (found.length === 0) return [];
  const contactIds = [...new Set(found.map(({ note }) => note.contactId))];
  const people = peopleOfContacts(db, contactIds);
  const topics = topicsOf(db, contactIds);
  const names = displayNames(db, [...new Set([...people.values()].flatMap((id) => id ?? []))]);
  const authors = new Map(listStaff(db).map((staff) => [staff.id, staff.display_name]));
  const employers = new Map(listEmployers(db).map((employer) => [employer.id, employer.kind]));
  return found.map(({ note, snippet }) => {
    countReading(reader, note);
    const personId = people.get(note.contactId) ?? null;
    return {
      noteId: note.id,
      contactId: note.contactId,
      person: personId === null ? null : { id: personId, name: names.get(personId) ?? '' },
      topics: topics.get(note.contactId) ?? [],
      level: note.level,
      employerKind: employers.get(note.employerId) ?? 'city',
      authorId: note.authorId,
      authorName: authors.get(note.authorId) ?? '',
      writtenAt: note.newest.writtenAt,
      snippet,
    };
  });
}
