import { z } from 'zod';
import type { HeldTalk } from '../../../shared/releases/releases.contract.ts';
import type { Who } from '../access/session.ts';
import { topicsOf } from '../consultations/contact-topics.ts';
import { fileOwnNotes } from '../consultations/notes/note-about.ts';
import { WOULD_COVER } from '../consultations/notes/release-coverage.ts';
import { type Db, listRows, type Tx } from '../database/handles.ts';

const HeldRow = z.strictObject({
  note_id: z.string(),
  contact_id: z.string(),
  started_at: z.string(),
  revision: z.int(),
});
type HeldRow = z.infer<typeof HeldRow>;

// Of V3 notes nothing is told: a colleague of the author may not know of them.
const HELD = `SELECT DISTINCT note.id AS note_id, contact.id AS contact_id, started_at, contact.revision
  FROM contact JOIN note ON note.contact_id = contact.id JOIN release ON release.from_employer_id = note.employer_id
  WHERE contact.person_id = ? AND note.employer_id = ? AND note.level = 'V2' AND ${WOULD_COVER}
  ORDER BY started_at, contact.id, note.id`;

/**
 * Talks with V2 notes of the reader's employer that one of its releases would open, had not somebody else put the talk to
 * this person or to these topics: the other employer, or a merge of two records. Of those of the other employer nothing
 * is told.
 */
export function listHeldTalks(db: Db, personId: string, reader: Who): HeldTalk[] {
  const talks = new Map(heldNotes(db, personId, reader).map((row) => [row.contact_id, row.started_at]));
  const topics = topicsOf(db, [...talks.keys()]);
  return [...talks].map(([contactId, at]) => ({ contactId, at, topics: topics.get(contactId) ?? [] }));
}

/** The caller's employer says that these talks are this person's as they stand: its releases cover them from now on. */
export function confirmTalks(
  tx: Tx,
  { personId, contactIds }: { personId: string; contactIds: readonly string[] },
  who: Who,
): void {
  const held = heldNotes(tx, personId, who).filter((row) => contactIds.includes(row.contact_id));
  for (const { note_id: id } of held) tx.touch({ entity: 'note', id, op: 'put', fields: ['about'] });
  for (const [id, revision] of new Map(held.map((row) => [row.contact_id, row.revision]))) {
    fileOwnNotes(tx, id, who);
    // The other employer's screens load the talk again, and find what is open to them now.
    tx.touch({ entity: 'contact', id, op: 'put', fields: [], revision });
  }
}

function heldNotes(db: Db, personId: string, { employerId, today }: Who): HeldRow[] {
  return listRows(db, HeldRow, HELD, personId, employerId, today());
}
