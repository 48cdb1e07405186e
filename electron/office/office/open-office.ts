import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { BlockReason } from '../../../shared/office/office.contract.ts';
import { type Keyring, writeKeyring } from '../access/keyring.ts';
import { type Core, keepHead, keptHead } from '../core.ts';
import { journalHead } from '../database/journal.ts';
import { databaseVersion, migrate, newestMigration } from '../database/migrate.ts';
import { DatabaseBlocked, databaseSalt, inspectDatabaseFile, openDatabase } from '../database/open-database.ts';
import { type OfficeDatabase, officeDatabase } from '../database/write.ts';
import { renewPeopleIndex } from '../people/renew-people-index.ts';
import { unavailable } from '../rpc/faults.ts';
import { settleLeaving } from './settle-leaving.ts';
import { snapshotOf } from './snapshots.ts';

/** Where the office's database lies. */
export function databasePath(core: Core): string {
  return join(core.ports.dataFolder, 'office.db');
}

/**
 * Opens the database with its key (or with the next one, if a change of key was interrupted), migrates it and tells who
 * waits for that. On any doubt about the file the office is blocked, nothing is written, and UNAVAILABLE says why.
 */
export function openOffice(core: Core, keyring: Keyring, dataKey: Uint8Array, nextDataKey: Uint8Array | null): void {
  try {
    const { raw, key } = openWithEither(core, keyring, dataKey, nextDataKey);
    const database = officeDatabase(raw);
    try {
      refuseForeign(keyring, raw);
      if (databaseVersion(raw) < newestMigration()) {
        snapshotOf(core, raw);
        migrate(raw, core.ports.clock.now());
      }
      refuseSetBack(core, database);
      renewPeopleIndex(database, core.ports.clock.now());
      core.dataKey = settleLeaving(core, keyring, raw, { present: dataKey, next: nextDataKey, opensWith: key });
    } catch (error) {
      raw.close();
      throw error;
    }
    core.database = database;
    core.blocked = null;
    keepHead(core, journalHead(database));
    for (const listener of core.opened) listener(core);
  } catch (error) {
    if (!(error instanceof DatabaseBlocked)) throw error;
    core.blocked = error;
    core.ports.log.write({ level: 'error', code: 'database-blocked', detail: { reason: error.reason } });
    throw unavailable(error.reason);
  }
}

function openWithEither(core: Core, keyring: Keyring, dataKey: Uint8Array, nextDataKey: Uint8Array | null) {
  const path = databasePath(core);
  const raw = openDatabase(path, dataKey);
  if (raw) return { raw, key: dataKey };
  const next = nextDataKey && openDatabase(path, nextDataKey);
  if (next && nextDataKey) return { raw: next, key: nextDataKey };
  throw new DatabaseBlocked(databaseSalt(path) === keyring.databaseSalt ? 'damaged' : 'other-office');
}

function refuseForeign(keyring: Keyring, raw: Database.Database): void {
  if (databaseVersion(raw) === 0) throw new DatabaseBlocked('damaged');
  const id = raw.prepare('SELECT id FROM office WHERE singleton = 1').pluck().get();
  if (id !== keyring.officeId) throw new DatabaseBlocked('other-office');
}

/** An older database file than the one that was written last is noticed before a screen shows its data. */
function refuseSetBack(core: Core, database: OfficeDatabase): void {
  const kept = keptHead(core.ports.dataFolder);
  if (!kept || kept.sequence === 0) return;
  const hash = database.statement('SELECT hash FROM journal WHERE sequence = ?').pluck().get(kept.sequence);
  if (hash !== kept.hash) throw new DatabaseBlocked('set-back');
}

/** Closes the database and overwrites its key. Sessions end before. */
export function closeOffice(core: Core): void {
  for (const listener of core.closing) listener();
  core.database?.close();
  core.database = null;
  core.dataKey?.fill(0);
  core.dataKey = null;
}

/** What blocks the office before any key is known, from the files alone; null when nothing does. `empty`: nothing is there yet. */
export function inspectFiles(core: Core, keyring: Keyring | null): BlockReason | 'empty' | null {
  const file = inspectDatabaseFile(databasePath(core));
  if (file === 'missing') return keyring ? 'database-missing' : 'empty';
  if (file) return file;
  return keyring ? null : 'keyring-missing';
}

/** Keeps the keyring's note of the database's salt true after the file was replaced or re-keyed. */
export function noteSalt(core: Core, keyring: Keyring): Keyring {
  const noted = { ...keyring, databaseSalt: databaseSalt(databasePath(core)) };
  writeKeyring(core.ports.dataFolder, noted);
  return noted;
}
