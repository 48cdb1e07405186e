import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { openRecovery } from '../../electron/office/access/grants.ts';
import { readKeyring } from '../../electron/office/access/keyring.ts';
import { openDatabase } from '../../electron/office/database/open-database.ts';
import { AgeBroken } from '../../shared/node/crypto/age.ts';
import { unseal, unsealWith } from '../../shared/node/crypto.ts';

const NoteKeyRow = z.object({ note_id: z.string(), reader: z.string(), wrapped: z.instanceof(Uint8Array) });
const VersionRow = z.object({ note_id: z.string(), version: z.int(), sealed: z.instanceof(Uint8Array) });
const DraftRow = z.object({ staff_id: z.string(), contact_id: z.string(), sealed: z.instanceof(Uint8Array) });

/**
 * Reads all that somebody can who holds a copy of the office's files and one employer's recovery sheet, and who does not
 * ask the program: every value of every table, and whatever opens with the keys of the sheet or with anything in the
 * database that could be a key.
 */
export async function readWithSheet(dataFolder: string, identity: string): Promise<Buffer[]> {
  const copy = mkdtempSync(join(tmpdir(), 'tandem-stolen-'));
  cpSync(dataFolder, copy, { recursive: true });
  try {
    const { dataKey, vaults } = await openOne(copy, identity);
    const database = openDatabase(join(copy, 'office.db'), dataKey);
    if (!database) throw new Error('The sheet opens the database');
    const values = allValues(database);
    const ofVaults = vaults.flatMap(({ key, privateKey }) => [key, privateKey]);
    const keys = [dataKey, ...ofVaults, ...values.flatMap(possibleKeys)];
    const noteKeys = await openNoteKeys(database, keys);
    const opened = openTexts(database, [...keys, ...noteKeys]);
    database.close();
    return [...values, ...opened];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function openOne(folder: string, identity: string) {
  for (const employer of readKeyring(folder)?.employers ?? []) {
    try {
      return await openRecovery(employer, identity);
    } catch (error) {
      if (!(error instanceof AgeBroken)) throw error;
    }
  }
  throw new Error('The sheet is of one of the two employers');
}

/** Each value of each row of each table, texts and blobs alike. */
function allValues(database: Database.Database): Buffer[] {
  const tables = z
    .array(z.object({ name: z.string() }))
    // What a virtual table holds stands in tables of its own, which are read.
    .parse(
      database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").all(),
    );
  return tables.flatMap(({ name }) =>
    z
      .array(z.array(z.unknown()))
      .parse(database.prepare(`SELECT * FROM "${name}"`).raw().all())
      .flat()
      .flatMap((value) =>
        typeof value === 'string'
          ? [Buffer.from(value, 'utf8')]
          : value instanceof Uint8Array
            ? [Buffer.from(value)]
            : [],
      ),
  );
}

/** What could be a 32-byte key: a blob of that size, or one in hex or base64 somewhere in a text. */
function possibleKeys(value: Buffer): Uint8Array[] {
  if (value.length === 32) return [value];
  const text = value.toString('latin1');
  const hex = [...text.matchAll(/\b[0-9a-f]{64}\b/gi)].map(([match]) => Buffer.from(match, 'hex'));
  const base64 = [...text.matchAll(/[A-Za-z0-9+/_-]{43}=?/g)].map(([match]) => Buffer.from(match, 'base64'));
  return [...hex, ...base64].filter((key) => key.length === 32);
}

async function openNoteKeys(database: Database.Database, keys: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const rows = z.array(NoteKeyRow).parse(database.prepare('SELECT note_id, reader, wrapped FROM note_key').all());
  const opened: Uint8Array[] = [];
  for (const { note_id, reader, wrapped } of rows) {
    const place = `note-key:${note_id}:${reader}`;
    for (const key of keys) {
      for (const attempt of [
        () => unseal(key, wrapped.subarray(1), place),
        () => unsealWith(key, wrapped.subarray(1), place),
      ]) {
        const noteKey = await tryTo(attempt);
        if (noteKey) opened.push(noteKey);
      }
    }
  }
  return opened;
}

function openTexts(database: Database.Database, keys: readonly Uint8Array[]): Buffer[] {
  const versions = z
    .array(VersionRow)
    .parse(database.prepare('SELECT note_id, version, sealed FROM note_version WHERE sealed IS NOT NULL').all());
  const drafts = z.array(DraftRow).parse(database.prepare('SELECT staff_id, contact_id, sealed FROM note_draft').all());
  const sealed = [
    ...versions.map((row) => ({ place: `note:${row.note_id}:${row.version}`, bytes: row.sealed })),
    ...drafts.map((row) => ({ place: `note-draft:${row.staff_id}:${row.contact_id}`, bytes: row.sealed })),
  ];
  return sealed.flatMap(({ place, bytes }) =>
    keys.flatMap((key) => {
      try {
        return [Buffer.from(unseal(key, bytes, place))];
      } catch {
        return [];
      }
    }),
  );
}

async function tryTo(attempt: () => Uint8Array | Promise<Uint8Array>): Promise<Uint8Array | null> {
  try {
    return await attempt();
  } catch {
    return null;
  }
}
