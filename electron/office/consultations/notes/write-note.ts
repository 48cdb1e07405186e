import { v7 as uuidv7 } from 'uuid';
import type { NoteLevel } from '../../../../shared/consultations/consultations.contract.ts';
import type { Who } from '../../access/session.ts';
import { run, type Tx } from '../../database/handles.ts';
import { getContact, requireContact } from '../contact-row.ts';
import { fileWrittenNote } from './note-about.ts';
import { settleNoteDebt } from './note-debts.ts';
import { removeDraft } from './note-draft.ts';
import { sealingKey } from './note-keys.ts';
import { sealText } from './note-sealing.ts';
import { writeNoteWords } from './note-words.ts';

/** Writes a note on a contact and removes the author's draft. Throws NOT_FOUND, RULE no-vault. */
export function writeNote(
  tx: Tx,
  note: { contactId: string; level: NoteLevel; text: string },
  who: Who,
): { id: string; revision: number } {
  requireContact(tx, note.contactId);
  const id = uuidv7();
  run(
    tx,
    'INSERT INTO note (id, contact_id, level, author_id, employer_id, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    note.contactId,
    note.level,
    who.staffId,
    who.employerId,
    tx.at,
  );
  insertVersion(tx, { noteId: id, version: 1, level: note.level, text: note.text }, who);
  fileWrittenNote(tx, { id, contactId: note.contactId }, who);
  removeDraft(tx, note.contactId, who);
  settleNoteDebt(tx, note.contactId, who);
  tx.touch({ entity: 'note', id, op: 'put', revision: 1 });
  if (note.level === 'V1') tellOfOpenNote(tx, note.contactId);
  return { id, revision: 1 };
}

/** Appends a version: plain at V1, sealed for its readers at V2 and V3. The search finds the note by it from now on. */
export function insertVersion(
  tx: Tx,
  { noteId, version, level, text }: { noteId: string; version: number; level: NoteLevel; text: string },
  who: Who,
): void {
  const sealed = level === 'V1' ? null : sealText(sealingKey(tx, noteId, level, who), noteId, version, text);
  run(
    tx,
    'INSERT INTO note_version (note_id, version, level, text, sealed, written_at) VALUES (?, ?, ?, ?, ?, ?)',
    noteId,
    version,
    level,
    sealed === null ? text : null,
    sealed,
    tx.at,
  );
  writeNoteWords(tx, { noteId, level, text });
}

/**
 * Lets the screens load the contact again, for a note that everybody may read or could until now. Of the others nobody is
 * told: a change event goes to all, and would hint at notes that a reader may not know of.
 */
export function tellOfOpenNote(tx: Tx, contactId: string): void {
  tx.touch({ entity: 'contact', id: contactId, op: 'put', fields: [], revision: getContact(tx, contactId).revision });
}
