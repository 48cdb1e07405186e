import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { randomKey } from '../../../shared/node/crypto.ts';
import { migrate, newestMigration } from './migrate.ts';
import {
  blockReasonOf,
  createDatabase,
  DatabaseBlocked,
  inspectDatabaseFile,
  openDatabase,
  rekeyDatabase,
} from './open-database.ts';

let folder: string;
let path: string;
const key = randomKey();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
  path = join(folder, 'office.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function makeDatabase(): void {
  const database = createDatabase(path, key);
  migrate(database, '2026-11-23T08:00:00.000Z');
  database.close();
}

function blockedBy(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof DatabaseBlocked) return error.reason;
    throw error;
  }
  return 'not blocked';
}

it('sets every pragma that the design asks for', () => {
  makeDatabase();
  const database = openDatabase(path, key);
  if (!database) throw new Error('The key fits');
  const read = (pragma: string) => database.pragma(pragma, { simple: true });
  expect({
    cipher: read('cipher'),
    journal: read('journal_mode'),
    synchronous: read('synchronous'),
    foreignKeys: read('foreign_keys'),
    secureDelete: read('secure_delete'),
    tempStore: read('temp_store'),
    trustedSchema: read('trusted_schema'),
    busyTimeout: read('busy_timeout'),
    cacheSize: read('cache_size'),
    version: read('user_version'),
  }).toEqual({
    cipher: 'sqlcipher',
    journal: 'wal',
    synchronous: 2,
    foreignKeys: 1,
    secureDelete: 1,
    tempStore: 2,
    trustedSchema: 0,
    busyTimeout: 5000,
    cacheSize: -65536,
    version: newestMigration(),
  });
  database.close();
});

it('writes no plain text', () => {
  makeDatabase();
  expect(readFileSync(path).includes('CREATE TABLE')).toBe(false);
});

it('does not open with another key', () => {
  makeDatabase();
  expect(openDatabase(path, randomKey())).toBeNull();
});

it('opens with the new key only after a change of key', () => {
  makeDatabase();
  const next = randomKey();
  const database = openDatabase(path, key);
  if (!database) throw new Error('The key fits');
  rekeyDatabase(database, next);
  database.close();
  expect(openDatabase(path, key)).toBeNull();
  const again = openDatabase(path, next);
  expect(again).not.toBeNull();
  again?.close();
});

it('names a file that is empty, a link, a folder or not there', () => {
  expect(inspectDatabaseFile(path)).toBe('missing');
  writeFileSync(path, '');
  expect(blockedBy(() => openDatabase(path, key))).toBe('empty-file');
  rmSync(path);
  symlinkSync('/dev/null', path);
  expect(blockedBy(() => openDatabase(path, key))).toBe('link');
  rmSync(path);
  mkdirSync(path);
  expect(blockedBy(() => openDatabase(path, key))).toBe('folder');
});

it.each([
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_CANTOPEN', 'no-access'],
  ['SQLITE_READONLY_DIRECTORY', 'no-access'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_IOERR_READ', 'damaged'],
] as const)('takes %s for %s', (code, reason) => {
  expect(blockReasonOf(code)).toBe(reason);
});

it('never writes to a database that is newer than the program', () => {
  makeDatabase();
  const database = openDatabase(path, key);
  database?.pragma(`user_version = ${newestMigration() + 1}`);
  database?.pragma('wal_checkpoint(TRUNCATE)');
  database?.close();
  const before = readFileSync(path);
  expect(blockedBy(() => openDatabase(path, key))).toBe('newer');
  expect(readFileSync(path).equals(before)).toBe(true);
});

it('notices one flipped bit anywhere and leaves the file as it is', () => {
  makeDatabase();
  const whole = readFileSync(path);
  for (let page = 0; page < whole.length; page += 4096) {
    const damaged = Buffer.from(whole);
    const position = page + 100 + (((page / 4096) * 37) % 3900);
    damaged[position] = (damaged[position] ?? 0) ^ 1;
    writeFileSync(path, damaged);
    // A damaged first page reads like a wrong key; the office tells the two apart by the salt.
    if (page === 0) expect(openDatabase(path, key)).toBeNull();
    else expect(blockedBy(() => openDatabase(path, key))).toBe('damaged');
    expect(readFileSync(path).equals(damaged)).toBe(true);
  }
});
