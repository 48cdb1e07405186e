import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNightOffice, night, serve } from '../../../electron/office/export/testing/night-office.ts';
import type { TestOffice } from '../../../electron/office/testing/test-office.ts';
import { unpackBundle } from '../../../shared/node/bundle/unpack-bundle.ts';
import { AgeBroken, ageDecrypt } from '../../../shared/node/crypto/age.ts';

let office: TestOffice;

beforeEach(async () => {
  office = await createNightOffice();
  serve(office);
  await night(office);
});
afterEach(() => office.close());

/** Every text and blob of the open database (what virtual tables keep, too), and every file of the data folder. */
function everythingTheOfficeHas(): Buffer[] {
  const found: Buffer[] = [];
  const database = office.core.database?.raw;
  if (!database) throw new Error('The office is open');
  // The image that whoever has the database's key can make of it, and every cell by itself.
  found.push(Buffer.from(database.serialize()));
  const tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'";
  for (const table of database.prepare(tables).pluck().all()) {
    for (const row of database
      .prepare(`SELECT * FROM "${String(table)}"`)
      .raw()
      .all()) {
      for (const cell of row as unknown[]) {
        if (typeof cell === 'string') found.push(Buffer.from(cell, 'utf8'));
        else if (cell instanceof Uint8Array) found.push(Buffer.from(cell));
      }
    }
  }
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) walk(path);
      else found.push(readFileSync(path));
    }
  };
  walk(office.ports.dataFolder);
  found.push(Buffer.from(office.core.dataKey ?? []));
  return found;
}

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** The identity whose X25519 secret these 32 bytes are. */
function identityFrom(secret: Uint8Array): string {
  const polymod = (values: readonly number[]) => {
    let check = 1;
    for (const value of values) {
      const top = check >>> 25;
      check = ((check & 0x1ffffff) << 5) ^ value;
      [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].forEach((generator, bit) => {
        if ((top >>> bit) & 1) check ^= generator;
      });
    }
    return check >>> 0;
  };
  const prefix = 'age-secret-key-';
  const bits = [...secret].flatMap((byte) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => (byte >> bit) & 1));
  while (bits.length % 5 !== 0) bits.push(0);
  const words: number[] = [];
  for (let at = 0; at < bits.length; at += 5)
    words.push(bits.slice(at, at + 5).reduce((word, bit) => word * 2 + bit, 0));
  const expanded = [...prefix]
    .map((letter) => letter.charCodeAt(0) >> 5)
    .concat(
      0,
      [...prefix].map((letter) => letter.charCodeAt(0) & 31),
    );
  const check = polymod([...expanded, ...words, 0, 0, 0, 0, 0, 0]) ^ 1;
  for (let at = 0; at < 6; at += 1) words.push((check >>> (5 * (5 - at))) & 31);
  return `${prefix}1${words.map((word) => BECH32[word]).join('')}`.toUpperCase();
}

/** The 32 secret bytes of an X25519 identity. */
function secretOf(identity: string): Buffer {
  const words = [...(identity.toLowerCase().split('key-1')[1] ?? '')]
    .map((letter) => BECH32.indexOf(letter))
    .slice(0, -6);
  const bits = words.flatMap((word) => [4, 3, 2, 1, 0].map((bit) => (word >> bit) & 1));
  return Buffer.from(
    Array.from({ length: 32 }, (_, at) => bits.slice(8 * at, 8 * at + 8).reduce((byte, bit) => byte * 2 + bit, 0)),
  );
}

test('the search below would find a key: from the bytes of the one that opens the report it makes that one', async () => {
  expect(identityFrom(secretOf(office.cityIdentity))).toBe(office.cityIdentity);
  const report = readFileSync(join(office.ports.dataFolder, 'outbox', 'test-office-report-e1-00000001.age'));
  expect(await ageDecrypt(report, [identityFrom(secretOf(office.cityIdentity))])).toBeInstanceOf(Uint8Array);
});

test('nothing that the office has opens the report that it wrote, with the key of its database in hand', async () => {
  const folder = join(office.ports.dataFolder, 'outbox');
  const report = readFileSync(join(folder, 'test-office-report-e1-00000001.age'));
  const everything = everythingTheOfficeHas();

  // No identity stands anywhere as text.
  const identities = everything.flatMap(
    (each) => each.toString('latin1').match(/AGE-SECRET-KEY-[A-Z0-9-]{20,}/gi) ?? [],
  );
  expect(identities).toEqual([]);
  for (const each of everything) expect(each.includes(office.cityIdentity)).toBe(false);

  // No 32 bytes that stand anywhere as a key do it: raw cells, hex and base64 of 32 bytes.
  const secrets = everything.flatMap((each) => {
    if (each.length === 32) return [each];
    const text = each.length < 100_000 ? each.toString('latin1') : '';
    const hex = (text.match(/\b[0-9a-f]{64}\b/g) ?? []).map((match) => Buffer.from(match, 'hex'));
    const base64 = (text.match(/[A-Za-z0-9+/_-]{42,44}={0,2}/g) ?? [])
      .map((match) => Buffer.from(match, 'base64'))
      .filter(({ length }) => length === 32);
    return [...hex, ...base64];
  });
  expect(secrets.length).toBeGreaterThan(3);
  for (const secret of secrets) {
    const opened = await ageDecrypt(report, [identityFrom(secret)]).catch((error: unknown) => error);
    expect(opened).toBeInstanceOf(AgeBroken);
    expect(secretOf(office.cityIdentity).equals(secret)).toBe(false);
  }
  // And the city's own does.
  const entries = await unpackBundle({ file: report, kind: 'report', identities: [office.cityIdentity] });
  expect(entries[0]?.name).toBe('manifest.json');
});

test('either recovery sheet opens the backup, the city does not', async () => {
  const backup = readFileSync(join(office.ports.dataFolder, 'outbox', 'test-office-backup-e1-00000001.age'));
  for (const identity of [office.sheets.city, office.sheets.partner]) {
    const entries = await unpackBundle({ file: backup, kind: 'backup', identities: [identity] });
    expect(entries.map(({ name }) => name)).toEqual(['manifest.json', 'office.db']);
    expect(
      Buffer.from(entries[1]?.content ?? [])
        .subarray(0, 15)
        .toString('latin1'),
    ).toBe('SQLite format 3');
  }
  await expect(ageDecrypt(backup, [office.cityIdentity])).rejects.toMatchObject({ reason: 'not-a-recipient' });
});

test('no unencrypted image of the database is ever on the disk', () => {
  const walk = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? walk(path) : [path];
    });
  for (const path of walk(office.ports.dataFolder)) {
    const content = readFileSync(path);
    expect(content.includes('SQLite format 3'), path).toBe(false);
    expect(content.includes('CREATE TABLE'), path).toBe(false);
  }
});
