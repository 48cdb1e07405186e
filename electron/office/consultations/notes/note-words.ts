import { z } from 'zod';
import type { NoteLevel } from '../../../../shared/consultations/consultations.contract.ts';
import { foldName } from '../../../../shared/kernel/fold-name.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../../core.ts';
import { listRows, run, type Tx } from '../../database/handles.ts';

/**
 * Keeps the search in step with a note whose newest version is this: a V1 text is found through the database's index, a
 * sealed one only through the indexes that sessions hold in memory.
 */
export function writeNoteWords(
  tx: Tx,
  { noteId, level, text }: { noteId: string; level: NoteLevel; text: string },
): void {
  run(tx, 'DELETE FROM note_words WHERE note_id = ?', noteId);
  insertWords(tx, noteId, level === 'V1' ? foldName(text) : null);
}

/** The newest version stands already. */
function insertWords(tx: Tx, noteId: string, folded: string | null): void {
  run(
    tx,
    `INSERT INTO note_words (note_id, folded, written_at)
      SELECT note_id, ?, written_at FROM note_version WHERE note_id = ? ORDER BY version DESC LIMIT 1`,
    folded,
    noteId,
  );
}

const MissingRow = z.strictObject({ note_id: z.string(), text: z.string().nullable() });

/** Takes into the search what was written by a program that had none, in the order in which it was written. */
export function addMissingNoteWords(core: Core): void {
  const missing = listRows(
    openDatabaseOf(core),
    MissingRow,
    `SELECT note_id, text FROM note_version
      WHERE note_id NOT IN (SELECT note_id FROM note_words)
        AND version = (SELECT max(version) FROM note_version AS other WHERE other.note_id = note_version.note_id)
      ORDER BY written_at, note_id`,
  );
  if (missing.length === 0) return;
  // Nothing is touched by that: it tells nothing that was not there.
  writeAndPublish(core, { staffId: null, procedure: 'search.addMissing' }, (tx) => {
    for (const { note_id, text } of missing) insertWords(tx, note_id, text === null ? null : foldName(text));
  });
}
