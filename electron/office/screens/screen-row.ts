import { z } from 'zod';
import { PAPER_SIZES, ScreenKind } from '../../../shared/screens/screens.contract.ts';
import { flagColumn } from '../database/columns.ts';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';

const ScreenRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  kind: ScreenKind,
  name: z.string(),
  token_hash: z.string(),
  paired_at: z.string(),
  paired_by: z.string(),
  last_seen_at: z.string(),
});
export type PairedScreenRow = z.infer<typeof ScreenRow>;

/** All paired screens, the oldest first. */
export function listScreens(db: Db): PairedScreenRow[] {
  return listRows(db, ScreenRow, 'SELECT * FROM screen ORDER BY paired_at, id');
}

/** The screen with this token's hash, or null. */
export function findScreenByToken(db: Db, tokenHash: string): PairedScreenRow | null {
  return findRow(db, ScreenRow, 'SELECT * FROM screen WHERE token_hash = ?', tokenHash);
}

/** Stores a screen that was paired. Its token is stored hashed only. */
export function insertScreen(tx: Tx, screen: Omit<PairedScreenRow, 'revision'>): void {
  run(
    tx,
    'INSERT INTO screen (id, kind, name, token_hash, paired_at, paired_by, last_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    screen.id,
    screen.kind,
    screen.name,
    screen.token_hash,
    screen.paired_at,
    screen.paired_by,
    screen.last_seen_at,
  );
  tx.touch({ entity: 'screen', id: screen.id, op: 'put', revision: 1 });
}

/** Forgets a screen, and with it its token. Returns whether there was one. */
export function deleteScreen(tx: Tx, id: string): boolean {
  if (run(tx, 'DELETE FROM screen WHERE id = ?', id) === 0) return false;
  tx.touch({ entity: 'screen', id, op: 'delete' });
  return true;
}

/**
 * Forgets every screen of a copy that is put back. Security: one that was put out after the copy was made must not come
 * back with it; the others are paired anew. An older copy knows no screens yet.
 */
export function forgetScreens(tx: Tx): void {
  const isKnown =
    tx.statement("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'screen'").get() !== undefined;
  if (!isKnown) return;
  for (const { id } of listScreens(tx)) deleteScreen(tx, id);
}

const SettingsRow = z
  .object({
    revision: z.int(),
    network: flagColumn,
    port: z.int(),
    display_text: z.string(),
    paper: z.enum(PAPER_SIZES),
  })
  .transform(({ display_text: displayText, ...row }) => ({ ...row, displayText }));
export type ScreenSettingsRow = z.infer<typeof SettingsRow>;

/** How the screens are reached and what stands on them. */
export function screenSettings(db: Db): ScreenSettingsRow {
  const row = findRow(db, SettingsRow, 'SELECT * FROM screen_settings WHERE singleton = 1');
  if (!row) throw new Error('The settings of the screens come with their migration');
  return row;
}
