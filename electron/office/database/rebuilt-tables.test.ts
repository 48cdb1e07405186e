import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { sha256Hex } from '../../../shared/node/crypto.ts';
import { databaseVersion, migrate, newestMigration } from './migrate.ts';
import { createDatabase } from './open-database.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A database as the first migration left it. */
function firstDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-rebuilt-'));
  folders.push(folder);
  const database = createDatabase(join(folder, 'office.db'), randomBytes(32));
  const sql = readFileSync(new URL('./migrations/001-office.sql', import.meta.url), 'utf8');
  database.exec('CREATE TABLE migration (number INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, at TEXT NOT NULL) STRICT');
  database.exec(sql);
  database.prepare("INSERT INTO migration VALUES (1, ?, '2026-01-01T00:00:00.000Z')").run(sha256Hex(sql));
  database.pragma('user_version = 1');
  return database;
}

it('keeps tickets, their events and what points to them when tables are rebuilt for wider values', () => {
  const database = firstDatabase();
  database.exec(`
    INSERT INTO employer (id, kind, legal_regime, letterhead) VALUES ('e', 'city', 'DSGVO_NRW', '{}');
    INSERT INTO staff (id, employer_id, display_name, roles, languages, created_at) VALUES ('s', 'e', 'S', '[]', '[]', '2026-01-01T00:00:00.000Z');
    INSERT INTO queue_day (day) VALUES ('2026-11-20');
    INSERT INTO ticket (id, day, number, kind, spoken, understood, read, topics, door_note, arrived_at)
      VALUES ('t', '2026-11-20', 7, 'walk-in', 'ar', 'ar', 'ar', '["kita"]', '', '2026-11-20T08:00:00.000Z');
    INSERT INTO ticket_event (ticket_id, sequence, type, at, staff_id, desk) VALUES ('t', 1, 'issued', '2026-11-20T08:00:00.000Z', 's', 1);
    INSERT INTO ticket_event (ticket_id, sequence, type, at, staff_id, desk) VALUES ('t', 2, 'started', '2026-11-20T08:10:00.000Z', 's', 1);
    INSERT INTO contact (id, ticket_id, kind, spoken, medium, interpreter_mode, staff_id, day, started_at)
      VALUES ('c', 't', 'walk-in', 'ar', 'in-person', 'none', 's', '2026-11-20', '2026-11-20T08:10:00.000Z');
    INSERT INTO contact_topic (contact_id, position, topic, result) VALUES ('c', 0, 'kita', 'solved');
  `);
  migrate(database, '2026-11-23T08:00:00.000Z');
  expect(databaseVersion(database)).toBe(newestMigration());
  const one = (sql: string) => database.prepare(sql).get();
  expect(one('SELECT number, source, lane, due_at FROM ticket')).toEqual({
    number: 7,
    source: 'desk',
    lane: 'counter',
    due_at: null,
  });
  expect(database.prepare('SELECT type FROM ticket_event ORDER BY turn').pluck().all()).toEqual(['issued', 'started']);
  expect(one('SELECT ticket_id, lane FROM contact')).toEqual({ ticket_id: 't', lane: 'counter' });
  expect(one('SELECT topic, quantity FROM contact_topic')).toEqual({ topic: 'kita', quantity: 1 });
  // References hold again, and hold on to what they held on to.
  expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(() => database.exec("DELETE FROM staff WHERE id = 's'")).toThrow(/FOREIGN KEY/);
  database.exec("DELETE FROM ticket WHERE id = 't'");
  expect(one('SELECT ticket_id FROM contact')).toEqual({ ticket_id: null });
  expect(one('SELECT count(*) AS events FROM ticket_event')).toEqual({ events: 0 });
  database.close();
});

it('refuses to change what happened to a ticket, also after the rebuilding', () => {
  const database = firstDatabase();
  migrate(database, '2026-11-23T08:00:00.000Z');
  const triggers = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all();
  expect(triggers).toEqual(
    expect.arrayContaining([
      'ticket_event_no_update',
      'ticket_called_once',
      'journal_no_update',
      'letter_pdf_is_immutable',
    ]),
  );
  database.close();
});
