import { z } from 'zod';
import { NoteLevel } from '../../../../shared/consultations/consultations.contract.ts';
import type { Instant } from '../../../../shared/kernel/instants.ts';
import type { Who } from '../../access/session.ts';
import { unwrapNoteKey } from '../../access/session-keys.ts';
import { type Db, listRows } from '../../database/handles.ts';
import { openText } from './note-sealing.ts';
import { COVERS, READER_OF_RELEASE } from './release-coverage.ts';

export type NotesOf =
  | { contactId: string }
  | { personId: string }
  | { noteId: string }
  | { noteIds: readonly string[] };

/** A version whose text this reader has open before them. */
export interface ReadableVersion {
  version: number;
  level: NoteLevel;
  text: string;
  writtenAt: Instant;
}

/** A note with those of its versions that this reader may open, the oldest first; the newest is always among them. */
export interface ReadableNote {
  id: string;
  revision: number;
  contactId: string;
  level: NoteLevel;
  authorId: string;
  employerId: string;
  versions: [ReadableVersion, ...ReadableVersion[]];
  newest: ReadableVersion;
}

const VersionRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  contact_id: z.string(),
  author_id: z.string(),
  employer_id: z.string(),
  version: z.int(),
  newest: z.int(),
  level: NoteLevel,
  text: z.string().nullable(),
  sealed: z.instanceof(Uint8Array).nullable(),
  written_at: z.string(),
  reader: z.string().nullable(),
  wrapped: z.instanceof(Uint8Array).nullable(),
});
type VersionRow = z.infer<typeof VersionRow>;

// Security: the rule stands in the query, beside the mathematics of the keys; either alone would do.
// V1: both employers. V2: the employer of the author, through its vault; the other one through the key of a release by
// the client, as long as that holds today and covers the talk. V3: through the personal key of the author, which a named
// deputy holds as well; no release opens it.
const OPEN_BY_RELEASE = `reader GLOB 'release:*' AND reader IN (
  SELECT ${READER_OF_RELEASE} FROM release JOIN contact ON contact.id = note.contact_id
  WHERE release.from_employer_id = note.employer_id AND release.to_employer_id = ? AND ${COVERS})`;
const selectWhere = (condition: string) => `
  SELECT note.id, note.revision, note.contact_id, author_id, employer_id, note_version.version,
    (SELECT max(version) FROM note_version AS other WHERE other.note_id = note.id) AS newest,
    note_version.level, text, sealed, written_at, reader, wrapped
  FROM note JOIN note_version ON note_version.note_id = note.id
    LEFT JOIN note_key ON note_key.note_id = note.id AND reader IN (SELECT value FROM json_each(?))
  WHERE ${condition}
    AND CASE note_version.level WHEN 'V1' THEN true
      WHEN 'V2' THEN (reader GLOB 'vault:*' AND employer_id = ?) OR (${OPEN_BY_RELEASE})
      WHEN 'V3' THEN reader GLOB 'person:*' END
  ORDER BY note.id, note_version.version`;
const OF_CONTACT = selectWhere('note.contact_id = ?');
const OF_PERSON = selectWhere('note.contact_id IN (SELECT id FROM contact WHERE person_id = ?)');
const OF_NOTE = selectWhere('note.id = ?');
const OF_NOTES = selectWhere('note.id IN (SELECT value FROM json_each(?))');

/**
 * The only way to the text of notes: those that this reader may read, each with the versions that they may read. A note
 * whose newest version they can't open is not there at all. Nobody without the right reads any.
 */
export function readableNotes(db: Db, reader: Who, of: NotesOf): ReadableNote[] {
  if (!reader.rights.has('consultations.write')) return [];
  const [sql, id] = queryFor(of);
  const readers = JSON.stringify([...reader.keys.readers.keys()]);
  const rows = listRows(db, VersionRow, sql, readers, id, reader.employerId, reader.employerId, reader.today());
  const notes = Map.groupBy(rows, (row) => row.id);
  return [...notes.values()].flatMap((ofNote) => readableNote(ofNote, reader) ?? []);
}

function queryFor(of: NotesOf): [sql: string, value: string] {
  if ('contactId' in of) return [OF_CONTACT, of.contactId];
  if ('personId' in of) return [OF_PERSON, of.personId];
  if ('noteId' in of) return [OF_NOTE, of.noteId];
  return [OF_NOTES, JSON.stringify(of.noteIds)];
}

function readableNote(rows: readonly VersionRow[], reader: Who): ReadableNote | null {
  const versions: ReadableVersion[] = [];
  for (const ofVersion of Map.groupBy(rows, (row) => row.version).values()) {
    const version = readableVersion(ofVersion, reader);
    if (version) versions.push(version);
  }
  const [first, ...later] = versions;
  const newest = versions.at(-1);
  const note = rows[0];
  if (!note || !first || !newest || newest.version !== note.newest) return null;
  return {
    id: note.id,
    revision: note.revision,
    contactId: note.contact_id,
    level: newest.level,
    authorId: note.author_id,
    employerId: note.employer_id,
    versions: [first, ...later],
    newest,
  };
}

/** One version; it comes once for each of the session's keys that may open it. */
function readableVersion(rows: readonly VersionRow[], reader: Who): ReadableVersion | null {
  const row = rows[0];
  if (!row) return null;
  const { id, version, level, sealed, written_at: writtenAt } = row;
  if (sealed === null) return row.text === null ? null : { version, level, text: row.text, writtenAt };
  const keys = rows.flatMap(({ reader: of, wrapped }) => {
    if (of === null || wrapped === null) return [];
    return unwrapNoteKey(id, [{ reader: of, wrapped }], reader.keys) ?? [];
  });
  const text = openText(keys, id, version, sealed);
  return text === null ? null : { version, level, text, writtenAt };
}
