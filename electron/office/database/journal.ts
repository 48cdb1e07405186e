import type Database from 'better-sqlite3';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { sha256Hex } from '../../../shared/node/crypto.ts';
import type { Db, Touch } from './handles.ts';

/** The chain's start: the hash before the first entry. */
export const GENESIS = '0'.repeat(64);

export const JournalHead = z.strictObject({ sequence: z.int().min(0), hash: z.string().length(64) });
export type JournalHead = z.infer<typeof JournalHead>;

const HEAD = 'SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1';

/** The newest entry's number and hash; number 0 and the genesis hash when there is none. */
export function journalHead(db: Db): JournalHead {
  const row = db.statement(HEAD).get();
  return row === undefined ? { sequence: 0, hash: GENESIS } : JournalHead.parse(row);
}

/** SHA-256 over the canonical JSON (RFC 8785) of an entry and the hash before it. */
export function journalHash(entry: {
  sequence: number;
  at: string;
  staffId: string | null;
  procedure: string;
  previousHash: string;
  entries: readonly { entity: string; id: string; op: string; fields: readonly string[] }[];
}): string {
  const canonical = canonicalize(entry);
  if (canonical === undefined) throw new Error('A journal entry is always JSON');
  return sha256Hex(canonical);
}

/** Appends what one command did, in its own transaction. Returns the new head. */
export function appendJournal(
  db: Db,
  command: { at: string; staffId: string | null; procedure: string; touches: readonly Touch[] },
): JournalHead {
  const head = journalHead(db);
  const sequence = head.sequence + 1;
  const entries = command.touches.map((touch) => ({
    entity: touch.entity,
    id: touch.id,
    op: touch.op,
    fields: touch.fields ?? [],
  }));
  const { at, staffId, procedure } = command;
  const hash = journalHash({ sequence, at, staffId, procedure, previousHash: head.hash, entries });
  db.statement(
    'INSERT INTO journal (sequence, at, staff_id, procedure, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(sequence, at, staffId, procedure, head.hash, hash);
  const insert = db.statement(
    'INSERT INTO journal_entry (sequence, position, entity, id, op, fields) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const [position, entry] of entries.entries()) {
    insert.run(sequence, position, entry.entity, entry.id, entry.op, JSON.stringify(entry.fields));
  }
  return { sequence, hash };
}

const JournalRow = z.object({
  sequence: z.int(),
  at: z.string(),
  staff_id: z.string().nullable(),
  procedure: z.string(),
  previous_hash: z.string(),
  hash: z.string(),
});
const EntryRow = z.object({ entity: z.string(), id: z.string(), op: z.string(), fields: z.string() });

/** Walks the whole chain; returns the number of the first entry that does not fit, or null. */
export function findBrokenLink(database: Database.Database): number | null {
  let previous = GENESIS;
  let expected = 1;
  const entriesOf = database.prepare(
    'SELECT entity, id, op, fields FROM journal_entry WHERE sequence = ? ORDER BY position',
  );
  for (const raw of database.prepare('SELECT * FROM journal ORDER BY sequence').iterate()) {
    const row = JournalRow.parse(raw);
    const entries = entriesOf.all(row.sequence).map((entry) => {
      const { entity, id, op, fields } = EntryRow.parse(entry);
      return { entity, id, op, fields: z.array(z.string()).parse(JSON.parse(fields)) };
    });
    const hash = journalHash({
      sequence: row.sequence,
      at: row.at,
      staffId: row.staff_id,
      procedure: row.procedure,
      previousHash: row.previous_hash,
      entries,
    });
    if (row.sequence !== expected || row.previous_hash !== previous || row.hash !== hash) return row.sequence;
    previous = row.hash;
    expected += 1;
  }
  return null;
}
