import type { NoteLevel } from '../../../../shared/consultations/consultations.contract.ts';
import { isRaised } from '../../../../shared/consultations/note-level.rules.ts';
import type { Who } from '../../access/session.ts';
import { run, type Tx } from '../../database/handles.ts';
import { conflict, notFound, rule } from '../../rpc/faults.ts';
import { fileWrittenNote } from './note-about.ts';
import { dropUnusedKeys, sealingKey } from './note-keys.ts';
import { sealText } from './note-sealing.ts';
import { type ReadableVersion, readableNotes } from './readable-notes.ts';
import { insertVersion, tellOfOpenNote } from './write-note.ts';

export interface NoteChange {
  id: string;
  revision: number;
  level: NoteLevel;
  text: string;
}

/**
 * The author writes a new version. Raised, the note takes its older versions along: their plain text or their former
 * seal is gone. Lowered, only the new version is open to more people; what was entrusted before stays where it was.
 * Throws NOT_FOUND for a note that the caller may not see, RULE not-the-author, CONFLICT, RULE no-vault.
 */
export function changeNote(tx: Tx, input: NoteChange, who: Who): { revision: number; raised: boolean } {
  const note = readableNotes(tx, who, { noteId: input.id })[0];
  if (!note) throw notFound();
  if (note.authorId !== who.staffId) throw rule('not-the-author');
  if (note.revision !== input.revision) throw conflict(note.revision);

  const revision = note.revision + 1;
  // The author's employer may be another than when the note was begun; its vault is the one that a session can seal for.
  run(
    tx,
    'UPDATE note SET level = ?, employer_id = ?, revision = ? WHERE id = ?',
    input.level,
    who.employerId,
    revision,
    note.id,
  );
  for (const version of note.versions) {
    if (isRaised(version.level, input.level)) raiseVersion(tx, note.id, version, input.level, who);
  }
  insertVersion(tx, { noteId: note.id, version: note.newest.version + 1, level: input.level, text: input.text }, who);
  dropUnusedKeys(tx, note.id);
  fileWrittenNote(tx, note, who);

  tx.touch({
    entity: 'note',
    id: note.id,
    op: 'put',
    fields: input.level === note.level ? ['text'] : ['text', 'level'],
    revision,
  });
  if (note.level === 'V1' || input.level === 'V1') tellOfOpenNote(tx, note.contactId);
  return { revision, raised: isRaised(note.level, input.level) };
}

function raiseVersion(tx: Tx, noteId: string, { version, text }: ReadableVersion, level: NoteLevel, who: Who): void {
  if (level === 'V1') return;
  const sealed = sealText(sealingKey(tx, noteId, level, who), noteId, version, text);
  // secure_delete overwrites the plain text in the database file.
  run(
    tx,
    'UPDATE note_version SET level = ?, text = NULL, sealed = ? WHERE note_id = ? AND version = ?',
    level,
    sealed,
    noteId,
    version,
  );
}
