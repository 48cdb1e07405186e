import { closeSync, existsSync, lstatSync, openSync, readSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { BlockReason } from '../../../shared/office/office.contract.ts';
import { newestMigration } from './migrate.ts';

/** The database is not opened; the file is left exactly as it is. */
export class DatabaseBlocked extends Error {
  readonly reason: BlockReason;

  constructor(reason: BlockReason) {
    super(reason);
    this.reason = reason;
  }
}

/** What can be said of the file without a key: null when it looks like one that may be opened. Changes nothing. */
export function inspectDatabaseFile(path: string): BlockReason | 'missing' | null {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return 'missing';
  // A link could lead anywhere, also to a file that somebody else can read.
  if (stat.isSymbolicLink()) return 'link';
  if (stat.isDirectory()) return 'folder';
  if (!stat.isFile()) return 'damaged';
  if (stat.size === 0) return 'empty-file';
  return null;
}

/** The first 16 bytes, hex: SQLCipher's salt. It tells another office's file from a damaged one of ours. */
export function databaseSalt(path: string): string {
  const file = openSync(path, 'r');
  try {
    const salt = Buffer.alloc(16);
    readSync(file, salt, 0, 16, 0);
    return salt.toString('hex');
  } finally {
    closeSync(file);
  }
}

const SETTINGS = [
  'journal_mode = WAL',
  // FULL: a power cut must not lose a ticket that was already printed (NORMAL lost some in 17 of 25 simulated cuts).
  'synchronous = FULL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'temp_store = MEMORY',
  'trusted_schema = OFF',
  'busy_timeout = 5000',
  // 64 MiB of pages stay deciphered in memory: with the usual 2 MB a busy office's pages would be deciphered again and again.
  'cache_size = -65536',
] as const;

function keyed(path: string, key: Uint8Array, options: Database.Options): Database.Database {
  const database = new Database(path, options);
  try {
    // SQLCipher 4: AES-256 and HMAC-SHA-512, both on the BSI's list. A bare 32-byte buffer would be taken for a passphrase.
    database.pragma("cipher = 'sqlcipher'");
    database.key(Buffer.from(`raw:${Buffer.from(key).toString('hex')}`));
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A new, empty, encrypted database. Throws when the file is there already. */
export function createDatabase(path: string, key: Uint8Array): Database.Database {
  if (lstatSync(path, { throwIfNoEntry: false })) throw new DatabaseBlocked('damaged');
  const database = keyed(path, key, {});
  for (const setting of SETTINGS) database.pragma(setting);
  return database;
}

/**
 * Opens an office's database with its raw 256-bit key and checks every page. Returns null when the key does not fit.
 * Throws DatabaseBlocked before anything is written: it is opened for reading first, so that a newer or damaged file
 * stays as it was.
 */
export function openDatabase(path: string, key: Uint8Array): Database.Database | null {
  const blocked = inspectDatabaseFile(path);
  if (blocked) throw new DatabaseBlocked(blocked === 'missing' ? 'database-missing' : blocked);
  const sideFiles = [`${path}-wal`, `${path}-shm`].filter((side) => !existsSync(side));
  try {
    if (!checkByReading(path, key)) return null;
  } finally {
    // Reading in WAL mode leaves empty side files; a file that is not to be opened stays exactly as it was found.
    for (const side of sideFiles) rmSync(side, { force: true });
  }
  try {
    const database = keyed(path, key, { fileMustExist: true });
    for (const setting of SETTINGS) database.pragma(setting);
    return database;
  } catch (error) {
    throw blockedBy(error);
  }
}

/** False when the key does not fit. Throws DatabaseBlocked for a newer or damaged file. */
function checkByReading(path: string, key: Uint8Array): boolean {
  let reading: Database.Database;
  try {
    reading = keyed(path, key, { readonly: true, fileMustExist: true });
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') return false;
    throw blockedBy(error);
  }
  try {
    const version = reading.pragma('user_version', { simple: true });
    if (typeof version !== 'number' || version > newestMigration()) throw new DatabaseBlocked('newer');
    if (reading.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new DatabaseBlocked('damaged');
    return true;
  } catch (error) {
    throw error instanceof DatabaseBlocked ? error : blockedBy(error);
  } finally {
    reading.close();
  }
}

/** What SQLite says when there is no room for its side files, before it has looked at the database at all. */
const NO_SPACE: ReadonlySet<string> = new Set(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'SQLITE_IOERR_SHMMAP']);
/** What it says when it may not open the file, or write beside it. */
const NO_ACCESS: ReadonlySet<string> = new Set(['SQLITE_CANTOPEN', 'SQLITE_PERM', 'SQLITE_READONLY', 'SQLITE_AUTH']);

/** Why a database is not opened, by SQLite's code. A full disk or a missing permission must not read as damage: nobody should fetch an old copy for that. */
export function blockReasonOf(code: string): BlockReason {
  if (NO_SPACE.has(code)) return 'disk-full';
  const [family = ''] = /^SQLITE_[A-Z]+/.exec(code) ?? [];
  return NO_ACCESS.has(family) ? 'no-access' : 'damaged';
}

function blockedBy(error: unknown): DatabaseBlocked {
  return new DatabaseBlocked(error instanceof Database.SqliteError ? blockReasonOf(error.code) : 'damaged');
}

/** Encrypts the whole database anew, in one transaction of its own. */
export function rekeyDatabase(database: Database.Database, key: Uint8Array): void {
  database.rekey(Buffer.from(`raw:${Buffer.from(key).toString('hex')}`));
}
