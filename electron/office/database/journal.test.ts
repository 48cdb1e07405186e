import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { findBrokenLink, journalHead } from './journal.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const touch = { entity: 'ticket', id: 'x', op: 'put', fields: ['spoken'] } as const;

it('chains each command to the one before', () => {
  const before = journalHead(office.db).sequence;
  office.write(office.who.city, 'queue.test', (tx) => tx.touch(touch));
  office.write(office.who.partner, 'queue.test', (tx) => tx.touch(touch));
  expect(journalHead(office.db).sequence).toBe(before + 2);
  expect(findBrokenLink(office.core.database!.raw)).toBeNull();
});

it('can be neither changed nor shortened', () => {
  const raw = office.core.database!.raw;
  for (const sql of [
    'UPDATE journal SET procedure = 1',
    'DELETE FROM journal',
    "UPDATE journal_entry SET id = 'y'",
    'DELETE FROM journal_entry',
  ]) {
    expect(() => raw.exec(sql)).toThrow(/append-only/);
  }
});

it('shows the first entry that somebody altered behind its back', () => {
  office.write(office.who.city, 'queue.test', (tx) => tx.touch(touch));
  const altered = journalHead(office.db).sequence;
  office.write(office.who.city, 'queue.test', (tx) => tx.touch(touch));
  const raw = office.core.database!.raw;
  raw.exec('DROP TRIGGER journal_entry_no_update');
  raw.prepare("UPDATE journal_entry SET fields = '[]' WHERE sequence = ?").run(altered);
  expect(findBrokenLink(raw)).toBe(altered);
});

it('writes nothing when a command fails, and its handle is dead afterwards', () => {
  const before = journalHead(office.db);
  let escaped: { touch(t: typeof touch): void; statement(sql: string): unknown } | undefined;
  expect(() =>
    office.write(office.who.city, 'queue.test', (tx) => {
      escaped = tx;
      tx.statement("UPDATE office SET name = 'changed'").run();
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(journalHead(office.db)).toEqual(before);
  expect(office.db.statement('SELECT name FROM office').pluck().get()).toBe('lokal willkommen Test');
  expect(() => escaped?.statement('SELECT 1')).toThrow('over');
  expect(() => escaped?.touch(touch)).toThrow('over');
});

it('lets a reading handle read only', () => {
  expect(() => office.db.statement('DELETE FROM person')).toThrow('Only a command writes');
});
