import { readFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { sha256Hex } from '../../../shared/node/crypto.ts';

const FILES = [
  '001-office.sql',
  '002-queue.sql',
  '003-interpreters.sql',
  '004-appointments.sql',
  '005-screens.sql',
  '006-waiting-time.sql',
  '007-recovery-vault.sql',
  '008-earlier-slots.sql',
  '009-people-levels.sql',
  '010-note-words.sql',
  '011-report-version.sql',
  '012-short-contacts.sql',
  '013-note-work.sql',
  '014-names.sql',
  '015-releases.sql',
  '016-households.sql',
  '017-corrections-and-programme.sql',
  '018-duplicates.sql',
  '019-pledges.sql',
  '020-steps.sql',
  '021-obstacles.sql',
  '022-phone-follow-ups.sql',
  '023-checked-fields.sql',
  '024-note-about.sql',
  '025-catalogues.sql',
  '026-profile-cards.sql',
  '027-names-in-memory.sql',
  '028-request-digest.sql',
  '029-note-words-written.sql',
] as const;

/** The number of the newest migration that this program knows. */
export function newestMigration(): number {
  return FILES.length;
}

/** The version of an open database (0: nothing in it yet). */
export function databaseVersion(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/**
 * Brings the database to the newest version, each migration in one transaction with its SHA-256 recorded. The caller
 * has taken a snapshot when there is something to lose. Throws when a recorded migration differs from ours.
 */
export function migrate(database: Database.Database, now: string): void {
  // A table is rebuilt to widen a CHECK; with foreign keys on, dropping the old one would empty what points to it.
  database.pragma('foreign_keys = OFF');
  const isNew = databaseVersion(database) === 0;
  try {
    migrateInOrder(database, now);
    // What migrations dropped leaves free pages, which no check reads; a new database has none.
    if (isNew) database.exec('VACUUM');
  } finally {
    database.pragma('foreign_keys = ON');
  }
}

function migrateInOrder(database: Database.Database, now: string): void {
  database.exec(
    'CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, at TEXT NOT NULL) STRICT',
  );
  const done = databaseVersion(database);
  for (const [index, file] of FILES.entries()) {
    const number = index + 1;
    const sql = readFileSync(new URL(`./migrations/${file}`, import.meta.url), 'utf8');
    const sha256 = sha256Hex(sql);
    if (number <= done) {
      const recorded = database.prepare('SELECT sha256 FROM migration WHERE number = ?').pluck().get(number);
      if (recorded !== sha256) throw new Error(`Migration ${number} is not the one that made this database`);
      continue;
    }
    database.transaction(() => {
      database.exec(sql);
      const dangling = database.prepare('SELECT count(*) FROM pragma_foreign_key_check').pluck().get();
      if (dangling !== 0) throw new Error(`Migration ${number} leaves rows that point to nothing`);
      database.prepare('INSERT INTO migration (number, sha256, at) VALUES (?, ?, ?)').run(number, sha256, now);
      database.pragma(`user_version = ${number}`);
    })();
  }
}
