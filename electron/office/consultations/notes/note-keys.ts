import { z } from 'zod';
import type { NoteLevel } from '../../../../shared/consultations/consultations.contract.ts';
import { randomKey } from '../../../../shared/node/crypto.ts';
import type { Who } from '../../access/session.ts';
import { type Reader, type ReaderKey, unwrapNoteKey, wrapNoteKey } from '../../access/session-keys.ts';
import { listRows, run, type Tx } from '../../database/handles.ts';
import { rule } from '../../rpc/faults.ts';

export type SealedLevel = Exclude<NoteLevel, 'V1'>;

const KeyRow = z.strictObject({ reader: z.string(), wrapped: z.instanceof(Uint8Array) });

/**
 * The key under which this person seals versions of the note at this level: the one that is wrapped for their employer's
 * vault (V2) or for themselves (V3) already, in whichever generation, or a fresh one, wrapped so. Throws RULE no-vault
 * when nobody has let them in.
 */
export function sealingKey(tx: Tx, noteId: string, level: SealedLevel, who: Who): Uint8Array {
  const reader = sealsFor(level, who);
  const rows = listRows(
    tx,
    KeyRow,
    'SELECT reader, wrapped FROM note_key WHERE note_id = ? AND reader GLOB ?',
    noteId,
    `${withoutGeneration(reader)}:*`,
  );
  // A restored copy holds notes under an earlier generation; a second key for one level would not survive the next renewal.
  const key = unwrapNoteKey(noteId, rows, who.keys) ?? randomKey();
  run(
    tx,
    'INSERT INTO note_key (note_id, reader, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    noteId,
    reader,
    wrapNoteKey(key, noteId, reader, who.keys),
  );
  return key;
}

function withoutGeneration(reader: Reader): string {
  return reader.slice(0, reader.lastIndexOf(':'));
}

function sealsFor(level: SealedLevel, who: Who): Reader {
  if (level === 'V3') return who.keys.personal;
  if (who.keys.vault === null) throw rule('no-vault');
  return who.keys.vault;
}

/** Takes away the keys that no version needs any more, so that who could read the note before a raise has nothing left. */
export function dropUnusedKeys(tx: Tx, noteId: string): void {
  for (const [level, readers] of [
    ['V2', 'vault:*'],
    ['V2', 'release:*'],
    ['V3', 'person:*'],
  ] as const) {
    run(
      tx,
      `DELETE FROM note_key WHERE note_id = ? AND reader GLOB ?
        AND NOT EXISTS (SELECT 1 FROM note_version WHERE note_version.note_id = note_key.note_id AND level = ?)`,
      noteId,
      readers,
      level,
    );
  }
}

const KeyOfNoteRow = KeyRow.extend({ note_id: z.string() });

/** Wraps each note's key for the renewed vault of an employer instead of the earlier ones. */
export function rewrapForRenewedVault(
  tx: Tx,
  earlier: readonly ({ reader: Reader } & ReaderKey)[],
  renewed: { reader: Reader } & ReaderKey,
): void {
  const readers = new Map<Reader, ReaderKey>([...earlier, renewed].map((vault) => [vault.reader, vault]));
  const keys = { personal: renewed.reader, vault: renewed.reader, readers };
  for (const { reader } of earlier) {
    const sql = 'SELECT note_id, reader, wrapped FROM note_key WHERE reader = ?';
    for (const row of listRows(tx, KeyOfNoteRow, sql, reader)) {
      const noteKey = unwrapNoteKey(row.note_id, [row], keys);
      if (!noteKey) throw new Error('A vault opens what was wrapped for it');
      run(
        tx,
        'INSERT INTO note_key (note_id, reader, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
        row.note_id,
        renewed.reader,
        wrapNoteKey(noteKey, row.note_id, renewed.reader, keys),
      );
    }
    run(tx, 'DELETE FROM note_key WHERE reader = ?', reader);
  }
}
