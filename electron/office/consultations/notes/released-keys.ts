import { z } from 'zod';
import { localDateOf } from '../../../../shared/kernel/instants.ts';
import type { Who } from '../../access/session.ts';
import { type Reader, unwrapNoteKey, wrapNoteKey } from '../../access/session-keys.ts';
import { listRows, run, type Tx } from '../../database/handles.ts';
import { COVERS, READER_OF_RELEASE } from './release-coverage.ts';

/** Of which notes the released keys are set right. */
export type ReleasedWhere = { contactId: string } | { releaseId: string } | 'everything';

const MissingRow = z.strictObject({ note_id: z.string(), reader: z.string() });
const KeyRow = z.strictObject({ reader: z.string(), wrapped: z.instanceof(Uint8Array) });

/**
 * Brings the keys that stand under releases to what the releases cover now: takes away what no active release covers any
 * more, and adds what one covers since. Only who holds a note's key can add it: what the other employer's change has
 * brought under a release is added when one of ours writes or signs in.
 */
export function settleReleasedKeys(tx: Tx, who: Who, where: ReleasedWhere): void {
  closeUncovered(tx, where);
  openCovered(tx, who, where);
}

function closeUncovered(tx: Tx, where: ReleasedWhere): void {
  const [condition, ...values] = conditionOf(where);
  run(
    tx,
    `DELETE FROM note_key WHERE reader GLOB 'release:*'
      AND note_id IN (SELECT note.id FROM note WHERE ${condition.note})
      AND reader NOT IN (
        SELECT ${READER_OF_RELEASE} FROM release JOIN note ON note.id = note_key.note_id
          JOIN contact ON contact.id = note.contact_id
        WHERE release.from_employer_id = note.employer_id AND ${COVERS})`,
    ...(condition.takesValue ? values : []),
    localDateOf(tx.at),
  );
}

function openCovered(tx: Tx, who: Who, where: ReleasedWhere): void {
  const [condition, ...values] = conditionOf(where);
  const missing = listRows(
    tx,
    MissingRow,
    `SELECT note.id AS note_id, ${READER_OF_RELEASE} AS reader
      FROM release JOIN contact ON contact.person_id = release.person_id
        JOIN note ON note.contact_id = contact.id AND note.employer_id = release.from_employer_id
      WHERE release.from_employer_id = ? AND ${condition.covered} AND ${COVERS}
        AND EXISTS (SELECT 1 FROM note_version WHERE note_version.note_id = note.id AND level = 'V2')
        AND NOT EXISTS (SELECT 1 FROM note_key WHERE note_key.note_id = note.id AND note_key.reader = ${READER_OF_RELEASE})`,
    who.employerId,
    ...(condition.takesValue ? values : []),
    localDateOf(tx.at),
  );
  for (const { note_id: noteId, reader } of missing) {
    // READER_OF_RELEASE makes a Reader.
    const release = reader as Reader;
    if (!who.keys.readers.has(release)) continue;
    const sql = `SELECT reader, wrapped FROM note_key WHERE note_id = ? AND reader GLOB 'vault:*'`;
    const noteKey = unwrapNoteKey(noteId, listRows(tx, KeyRow, sql, noteId), who.keys);
    if (!noteKey) continue;
    run(
      tx,
      'INSERT INTO note_key (note_id, reader, wrapped) VALUES (?, ?, ?)',
      noteId,
      release,
      wrapNoteKey(noteKey, noteId, release, who.keys),
    );
  }
}

interface Condition {
  note: string;
  covered: string;
  takesValue: boolean;
}

function conditionOf(where: ReleasedWhere): [Condition, string] {
  if (where === 'everything') return [{ note: 'true', covered: 'true', takesValue: false }, ''];
  if ('contactId' in where)
    return [{ note: 'note.contact_id = ?', covered: 'contact.id = ?', takesValue: true }, where.contactId];
  return [
    {
      note: 'note.contact_id IN (SELECT contact.id FROM contact JOIN release USING (person_id) WHERE release.id = ?)',
      covered: 'release.id = ?',
      takesValue: true,
    },
    where.releaseId,
  ];
}
