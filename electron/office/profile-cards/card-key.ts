import { z } from 'zod';
import { deriveKey, fingerprintOf } from '../../../shared/node/crypto.ts';
import type { CardKeyView } from '../../../shared/profile-cards/profile-cards.contract.ts';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';

/** A key of the network's profile cards: every office of the network holds it, nobody else. */
export interface CardKey {
  secret: Uint8Array;
}

/** The key's name on its cards, 8 hex digits. */
export function cardKeyId(secret: Uint8Array): string {
  return nameOf(secret).slice(0, 8);
}

/** One-way, so that neither the name nor the fingerprint says anything of the key. */
function nameOf(secret: Uint8Array): string {
  return Buffer.from(deriveKey(secret, 'profile-card/1 name')).toString('hex');
}

const KeyRow = z.strictObject({ id: z.string(), secret: z.instanceof(Uint8Array), since_at: z.string() });
const COLUMNS = 'SELECT id, secret, since_at FROM profile_card_key';

/** The key with this name; null when this office does not hold it. */
export function findCardKey(db: Db, id: string): CardKey | null {
  return findRow(db, KeyRow, `${COLUMNS} WHERE id = ?`, id);
}

/** The key that new cards are written with; null when this office has none. */
export function currentCardKey(db: Db): CardKey | null {
  return findRow(db, KeyRow, `${COLUMNS} ORDER BY since_at DESC, id LIMIT 1`);
}

/** The keys that this office holds, without the keys, the newest first. */
export function listCardKeys(db: Db): CardKeyView[] {
  return listRows(db, KeyRow, `${COLUMNS} ORDER BY since_at DESC, id`).map((row, at) => ({
    id: row.id,
    fingerprint: fingerprintOf(nameOf(row.secret)),
    sinceAt: row.since_at,
    current: at === 0,
  }));
}

/** Keeps a key, which new cards are written with from now on. One that is there already becomes the current one again. */
export function keepCardKey(tx: Tx, secret: Uint8Array): string {
  const id = cardKeyId(secret);
  run(
    tx,
    'INSERT INTO profile_card_key (id, secret, since_at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET since_at = excluded.since_at',
    id,
    secret,
    tx.at,
  );
  tx.touch({ entity: 'profile-card-key', id, op: 'put' });
  return id;
}
