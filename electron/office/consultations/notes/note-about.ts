import type { Who } from '../../access/session.ts';
import { run, type Tx } from '../../database/handles.ts';
import { settleReleasedKeys } from './released-keys.ts';

const FILE_AS_ITS_TALK = `UPDATE note SET
  about_person_id = (SELECT person_id FROM contact WHERE contact.id = note.contact_id),
  about_topics = (SELECT json_group_array(topic) FROM contact_topic WHERE contact_topic.contact_id = note.contact_id)`;

/**
 * Somebody has said whose talk it is or what about: that is now what their own employer's notes in it are about, and the
 * releases that cover them follow. Notes of the other employer stay about what that one has said.
 */
export function fileOwnNotes(tx: Tx, contactId: string, who: Who): void {
  run(tx, `${FILE_AS_ITS_TALK} WHERE contact_id = ? AND employer_id = ?`, contactId, who.employerId);
  settleReleasedKeys(tx, who, { contactId });
}

/** A note that was just written is about what its talk says now; the talk's older ones stay as they are. */
export function fileWrittenNote(tx: Tx, note: { id: string; contactId: string }, who: Who): void {
  run(tx, `${FILE_AS_ITS_TALK} WHERE id = ?`, note.id);
  settleReleasedKeys(tx, who, { contactId: note.contactId });
}

/** The talk is nobody's or another one's now: its notes lead back to the person before by nothing. */
export function cutNotesFromPerson(tx: Tx, contactId: string): void {
  run(tx, 'UPDATE note SET about_person_id = NULL WHERE contact_id = ?', contactId);
}
