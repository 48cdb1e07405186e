import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../../electron/office/database/migrate.ts';
import { createDatabase, openDatabase } from '../../../electron/office/database/open-database.ts';
import { randomKey } from '../../../shared/node/crypto.ts';

const OPEN = fileURLToPath(new URL('../../../electron/office/database/open-database.ts', import.meta.url));
const key = randomKey();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'no-room-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Opens the database in a process whose files may not grow beyond `blocks` of 1024 bytes: SQLite finds no room for its side files. */
function openWithin(blocks: number): string {
  const script = join(folder, 'open.mjs');
  writeFileSync(
    script,
    `import { DatabaseBlocked, openDatabase } from ${JSON.stringify(OPEN)};
     try {
       openDatabase(${JSON.stringify(join(folder, 'office.db'))}, Buffer.from('${Buffer.from(key).toString('hex')}', 'hex')).close();
       console.log('open');
     } catch (error) { console.log(error instanceof DatabaseBlocked ? error.reason : error.code); }`,
  );
  const shell = `trap '' XFSZ && ulimit -f ${blocks} && exec "$0" "$1"`;
  return spawnSync('bash', ['-c', shell, process.execPath, script], { encoding: 'utf8' }).stdout.trim();
}

test('a full disk is called by its name, changes nothing, and with room again the database opens', () => {
  const path = join(folder, 'office.db');
  const database = createDatabase(path, key);
  migrate(database, '2026-11-23T08:00:00.000Z');
  database.close();
  const before = readFileSync(path);
  expect(openWithin(8)).toBe('disk-full');
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(openWithin(100_000)).toBe('open');
  openDatabase(path, key)?.close();
});
