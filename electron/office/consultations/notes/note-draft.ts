import { z } from 'zod';
import { NoteLevel } from '../../../../shared/consultations/consultations.contract.ts';
import type { Instant } from '../../../../shared/kernel/instants.ts';
import { isBlank } from '../../../../shared/kernel/text.ts';
import { SealBroken, seal, unseal } from '../../../../shared/node/crypto.ts';
import type { Who } from '../../access/session.ts';
import { type Db, findRow, run, type Tx } from '../../database/handles.ts';
import { requireContact } from '../contact-row.ts';

export interface NoteDraft {
  text: string;
  level: NoteLevel;
  savedAt: Instant;
}

const DraftRow = z.strictObject({ sealed: z.instanceof(Uint8Array), saved_at: z.string() });
const DraftText = z.strictObject({ text: z.string(), level: NoteLevel });

/** This person's unfinished note on the contact; null when there is none. Nobody else's is ever found. */
export function findDraft(db: Db, contactId: string, who: Who): NoteDraft | null {
  const row = findRow(
    db,
    DraftRow,
    'SELECT sealed, saved_at FROM note_draft WHERE staff_id = ? AND contact_id = ?',
    who.staffId,
    contactId,
  );
  if (!row) return null;
  try {
    const plain = Buffer.from(unseal(personalKey(who), row.sealed, place(contactId, who))).toString('utf8');
    return { ...DraftText.parse(JSON.parse(plain)), savedAt: row.saved_at };
  } catch (error) {
    // A passphrase that was reset brought new personal keys: what the old ones sealed is lost by design.
    if (error instanceof SealBroken) return null;
    throw error;
  }
}

/** Keeps an unfinished note, sealed for its author alone; blank text removes it. Throws NOT_FOUND. */
export function saveDraft(
  tx: Tx,
  draft: { contactId: string; text: string; level: NoteLevel },
  who: Who,
): { savedAt: Instant } {
  const { contactId, text, level } = draft;
  requireContact(tx, contactId);
  if (isBlank(text)) {
    removeDraft(tx, contactId, who);
    return { savedAt: tx.at };
  }
  const plain = Buffer.from(JSON.stringify({ text, level } satisfies z.infer<typeof DraftText>), 'utf8');
  run(
    tx,
    `INSERT INTO note_draft (staff_id, contact_id, sealed, saved_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (staff_id, contact_id) DO UPDATE SET sealed = excluded.sealed, saved_at = excluded.saved_at`,
    who.staffId,
    contactId,
    seal(personalKey(who), plain, place(contactId, who)),
    tx.at,
  );
  tx.touch({ entity: 'note-draft', id: contactId, op: 'put' });
  return { savedAt: tx.at };
}

/** Removes this person's draft on the contact, if there is one. */
export function removeDraft(tx: Tx, contactId: string, who: Who): void {
  const removed = run(tx, 'DELETE FROM note_draft WHERE staff_id = ? AND contact_id = ?', who.staffId, contactId);
  if (removed > 0) tx.touch({ entity: 'note-draft', id: contactId, op: 'delete' });
}

function personalKey(who: Who): Uint8Array {
  const held = who.keys.readers.get(who.keys.personal);
  if (!held) throw new Error('A session holds its own keys until it ends');
  return held.key;
}

const place = (contactId: string, who: Who) => `note-draft:${who.staffId}:${contactId}`;
