import type { TimelineEntry } from '../../../shared/people/people.contract.ts';
import type { Who } from '../access/session.ts';
import { listStaff } from '../access/staff.ts';
import { listContactsOf } from '../consultations/list-contacts.ts';
import { listStepsOf } from '../consultations/list-steps.ts';
import { listNotes } from '../consultations/notes/list-notes.ts';
import type { Db } from '../database/handles.ts';
import { listLetters } from '../letters/list-letters.ts';
import { requirePerson } from './person-row.ts';

/**
 * Everything about a person that this reader may see, newest first. Notes come through listNotes alone, so that one
 * which the reader may not open is not there. Throws NOT_FOUND.
 */
export function timelineOf(db: Db, personId: string, reader: Who): TimelineEntry[] {
  requirePerson(db, personId);
  const notes = listNotes(db, reader, { personId }).map(
    (note): TimelineEntry => ({
      kind: 'note',
      id: note.id,
      at: note.writtenAt,
      staffName: note.authorName,
      employerKind: note.employerKind,
      level: note.level,
      text: note.text,
      contactId: note.contactId,
      version: note.version,
    }),
  );
  return [...workFor(db, personId), ...notes].sort(newestFirst);
}

/** The same without notes, for who is not to be given any: each note that is given counts as read. In no order. */
export function workFor(db: Db, personId: string): TimelineEntry[] {
  const staff = new Map(listStaff(db).map((one) => [one.id, one]));
  return [
    ...listContactsOf(db, personId).map(
      (contact): TimelineEntry => ({
        kind: 'contact',
        id: contact.id,
        at: contact.startedAt,
        staffName: staff.get(contact.staffId)?.display_name ?? '',
        employerKind: staff.get(contact.staffId)?.employer_kind ?? 'city',
        topics: contact.topics,
        minutes: contact.minutes,
        finished: contact.finishedAt !== null,
      }),
    ),
    ...listLetters(db, { personId, contactId: null }).map(
      (letter): TimelineEntry => ({
        kind: 'letter',
        id: letter.id,
        at: letter.writtenAt,
        staffName: letter.authorName,
        employerKind: letter.employerKind,
        subject: letter.subject,
        partnerName: letter.partnerName,
        state: letter.state,
      }),
    ),
    ...listStepsOf(db, { personId }).map(
      (step): TimelineEntry => ({
        kind: 'step',
        id: step.id,
        at: step.createdAt,
        owner: step.owner,
        what: step.what,
        dueOn: step.dueOn,
        doneAt: step.doneAt,
        contactId: step.contactId,
      }),
    ),
  ];
}

// Within one instant the newer id comes first: ids sort by the time they were made.
const newestFirst = (a: TimelineEntry, b: TimelineEntry) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id);
