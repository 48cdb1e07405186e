import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sha256Hex } from '../../../shared/node/crypto.ts';
import { readKeyring } from '../access/keyring.ts';
import type { Connection } from '../access/session.ts';
import { endSession, signIn } from '../access/sign-in.ts';
import { openDatabaseOf } from '../core.ts';
import { findBrokenLink } from '../database/journal.ts';
import { Fault } from '../rpc/faults.ts';
import { createTestOffice, type TestOffice, testPassphrase } from '../testing/test-office.ts';
import { ticket } from '../testing/test-talk.ts';
import { findOffice } from './office-row.ts';
import { closeOffice, databasePath } from './open-office.ts';
import { repeatInKeyring } from './repeat-in-keyring.ts';
import { restoreSnapshot } from './restore.ts';
import { listSnapshots, snapshotOf, snapshotPath } from './snapshots.ts';
import { officeStatus } from './status.ts';

let office: TestOffice;
let path: string;
beforeEach(async () => {
  office = await createTestOffice();
  path = databasePath(office.core);
});
afterEach(() => office.close());

function close(): void {
  for (const connection of office.core.connections) endSession(office.core, connection);
  office.core.connections.clear();
  closeOffice(office.core);
}

/** Signs in as the city's counsellor; returns what blocks the office, or null. */
async function open(): Promise<string | null> {
  const connection: Connection = { kind: 'desk', session: null };
  try {
    await signIn(office.core, connection, { name: 'city', passphrase: testPassphrase('city'), desk: 1 });
    office.core.connections.add(connection);
    return null;
  } catch (error) {
    if (error instanceof Fault && error.code === 'UNAVAILABLE') return String(error.detail?.reason);
    throw error;
  }
}

async function reasonOf(act: () => Promise<unknown>): Promise<unknown> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof Fault) return error.detail?.reason ?? error.code;
    throw error;
  }
}

const keyringFiles = () => ['office.keyring', 'office.keyring.copy'].map((name) => join(office.ports.dataFolder, name));

function folderContent(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(office.ports.dataFolder)
      .filter((name) => name.startsWith('office.db'))
      .map((name) => [name, sha256Hex(readFileSync(join(office.ports.dataFolder, name)))]),
  );
}

it('tells its phases: locked while open, closed, empty', () => {
  expect(officeStatus(office.core).phase).toBe('locked');
  close();
  expect(officeStatus(office.core)).toMatchObject({
    phase: 'closed',
    officeName: 'lokal willkommen Test',
    signInNames: ['city', 'cityColleague', 'partner', 'lead', 'admin'],
  });
  for (const name of readdirSync(office.ports.dataFolder))
    rmSync(join(office.ports.dataFolder, name), { recursive: true });
  expect(officeStatus(office.core).phase).toBe('empty');
});

it.each([
  ['empty-file', () => writeFileSync(path, '')],
  [
    'folder',
    () => {
      rmSync(path);
      mkdirSync(path);
    },
  ],
  [
    'link',
    () => {
      renameSync(path, `${path}.elsewhere`);
      symlinkSync(`${path}.elsewhere`, path);
    },
  ],
  ['database-missing', () => rmSync(path)],
  ['keyring-missing', () => keyringFiles().forEach((file) => rmSync(file))],
  ['keyring-damaged', () => keyringFiles().forEach((file) => writeFileSync(file, '{"format":"tandem-keyring/1"'))],
] as const)('is blocked before sign-in by a database that is: %s', (reason, damage) => {
  close();
  damage();
  expect(officeStatus(office.core)).toMatchObject({ phase: 'blocked', blockedBy: reason });
});

it.each([
  ['damaged', (file: string) => writeFileSync(file, '{"format":"tandem-keyring/1"')],
  ['empty', (file: string) => writeFileSync(file, '')],
  ['missing', (file: string) => rmSync(file)],
] as const)(
  'opens with the copy of the keyring when the keyring is %s, and mends it at the next change',
  async (_, damage) => {
    const [keyring = '', copy = ''] = keyringFiles();
    const before = readFileSync(keyring);
    expect(readFileSync(copy)).toEqual(before);
    close();
    damage(keyring);
    expect(await open()).toBeNull();
    repeatInKeyring(office.core, { officeName: 'lokal willkommen Neu', desks: 3 });
    expect(readFileSync(keyring, 'utf8')).toContain('lokal willkommen Neu');
    expect(readFileSync(copy)).toEqual(readFileSync(keyring));
  },
);

it('is blocked at sign-in by a damaged database, writes nothing and says so from then on', async () => {
  close();
  const damaged = readFileSync(path);
  damaged[9000] = (damaged[9000] ?? 0) ^ 255;
  writeFileSync(path, damaged);
  const before = folderContent();
  expect(await open()).toBe('damaged');
  expect(officeStatus(office.core)).toMatchObject({ phase: 'blocked', blockedBy: 'damaged' });
  expect(folderContent()).toEqual(before);
});

it('knows another office’s database from a damaged one of its own', async () => {
  const other = await createTestOffice();
  try {
    closeOffice(other.core);
    close();
    copyFileSync(databasePath(other.core), path);
    expect(await open()).toBe('other-office');
  } finally {
    other.close();
  }
});

it('notices an older database file put back', async () => {
  close();
  copyFileSync(path, `${path}.old`);
  expect(await open()).toBeNull();
  ticket(office, office.who.city);
  close();
  renameSync(`${path}.old`, path);
  expect(await open()).toBe('set-back');
});

it('restores a snapshot: content as it was, the replaced file kept, a new epoch each time', async () => {
  ticket(office, office.who.city);
  const taken = snapshotOf(office.core, openDatabaseOf(office.core).raw);
  ticket(office, office.who.city);
  close();
  writeFileSync(path, 'nothing of a database');
  expect(await open()).toBe('other-office');
  const restore = () =>
    restoreSnapshot(office.core, { snapshot: taken.name, name: 'city', passphrase: testPassphrase('city') });
  const { keptAs } = await restore();
  expect(readFileSync(join(office.ports.dataFolder, keptAs), 'utf8')).toBe('nothing of a database');
  expect(await open()).toBeNull();
  expect(office.db.statement('SELECT count(*) FROM ticket').pluck().get()).toBe(1);
  expect(findOffice(office.db).epoch).toBe(2);
  expect(findBrokenLink(openDatabaseOf(office.core).raw)).toBeNull();
  close();
  const second = await restore();
  expect(second.keptAs).not.toBe(keptAs);
  expect(readFileSync(join(office.ports.dataFolder, keptAs), 'utf8')).toBe('nothing of a database');
  expect(await open()).toBeNull();
  expect([findOffice(office.db).epoch, readKeyring(office.ports.dataFolder)?.epoch]).toEqual([3, 3]);
});

it('restores nothing while others are signed in, from a damaged snapshot, or from elsewhere', async () => {
  const taken = snapshotOf(office.core, openDatabaseOf(office.core).raw);
  const restore = (snapshot: string) =>
    reasonOf(() => restoreSnapshot(office.core, { snapshot, name: 'city', passphrase: testPassphrase('city') }));
  expect(await restore(taken.name)).toBe('others-signed-in');
  close();
  expect(await restore('../office.db')).toBe('NOT_FOUND');
  const file = snapshotPath(office.core, taken.name) ?? '';
  const damaged = readFileSync(file);
  damaged[9000] = (damaged[9000] ?? 0) ^ 1;
  writeFileSync(file, damaged);
  const before = folderContent();
  expect(await restore(taken.name)).toBe('snapshot-damaged');
  expect(folderContent()).toEqual(before);
});

it('keeps the newest 31 snapshots', () => {
  for (let night = 0; night < 33; night += 1) {
    office.clock.advance(86_400_000);
    snapshotOf(office.core, openDatabaseOf(office.core).raw);
  }
  const kept = listSnapshots(office.core);
  expect(kept).toHaveLength(31);
  expect(kept[0]?.takenAt).toBe(office.clock.now());
});
