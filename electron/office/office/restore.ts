import { closeSync, copyFileSync, existsSync, fsyncSync, lstatSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDataKey } from '../access/grants.ts';
import { oneAtATime } from '../access/key-work.ts';
import type { Keyring } from '../access/keyring.ts';
import { endSessionsOf } from '../access/live-sessions.ts';
import { provePassphrase } from '../access/sign-in.ts';
import { listStaff, markAsLeft } from '../access/staff.ts';
import { type Core, keepHead } from '../core.ts';
import { run } from '../database/handles.ts';
import { type JournalHead, journalHead } from '../database/journal.ts';
import { DatabaseBlocked, openDatabase } from '../database/open-database.ts';
import { officeDatabase } from '../database/write.ts';
import { keepWithdrawn } from '../releases/after-restore.ts';
import { notFound, rule } from '../rpc/faults.ts';
import { forgetScreens } from '../screens/screen-row.ts';
import { findOffice } from './office-row.ts';
import { closeOffice, databasePath, noteSalt } from './open-office.ts';
import { freeStamp, snapshotPath } from './snapshots.ts';

/**
 * Puts a snapshot in the database's place and keeps the file that was there under another name, whatever it is. The
 * restored office starts a new epoch of bundles: numbers that the city has seen are not used twice.
 */
export function restoreSnapshot(
  core: Core,
  input: { snapshot: string; name: string; passphrase: string },
): Promise<{ keptAs: string }> {
  return oneAtATime(core, () => restore(core, input));
}

async function restore(
  core: Core,
  input: { snapshot: string; name: string; passphrase: string },
): Promise<{ keptAs: string }> {
  const { keyring, entry, personal } = await provePassphrase(core, input.name, input.passphrase);
  if ([...core.connections].some((connection) => connection.session && connection.session.staffId !== entry.staffId))
    throw rule('others-signed-in');
  const snapshot = snapshotPath(core, input.snapshot);
  if (!snapshot) throw notFound();
  const sealedKeys = [entry.dataKey, ...(entry.nextDataKey === null ? [] : [entry.nextDataKey])];
  const keys = await Promise.all(sealedKeys.map((sealed) => openDataKey(sealed, entry.staffId, personal)));
  const path = databasePath(core);
  const incoming = `${path}.incoming`;
  for (const suffix of SIDE_FILES) rmSync(`${incoming}${suffix}`, { force: true });
  copyFileSync(snapshot, incoming);
  const { head, epoch } = startNewEpoch(core, incoming, keys, keyring);
  endSessionsOf(core, entry.staffId);
  closeOffice(core);
  // Until the restored head is kept there is none: an end of the program in between leaves an office that opens.
  rmSync(join(core.ports.dataFolder, 'head'), { force: true });
  const keptAs = keepAside(core, path);
  renameSync(incoming, path);
  noteSalt(core, { ...keyring, epoch });
  keepHead(core, head);
  core.blocked = null;
  return { keptAs };
}

/** Opens the copy, never the snapshot itself, checks it and counts the epoch on. Throws RULE snapshot-damaged. */
function startNewEpoch(
  core: Core,
  incoming: string,
  keys: readonly Uint8Array[],
  keyring: Keyring,
): { head: JournalHead; epoch: number } {
  const raw = openWithAny(incoming, keys);
  if (!raw) {
    rmSync(incoming, { force: true });
    throw rule('snapshot-damaged');
  }
  const database = officeDatabase(raw);
  const epoch = Math.max(findOffice(database).epoch, keyring.epoch) + 1;
  database.write({ at: core.ports.clock.now(), staffId: null, procedure: 'office.restoreSnapshot' }, (tx) => {
    const office = findOffice(tx);
    run(tx, 'UPDATE office SET epoch = ?, revision = revision + 1 WHERE singleton = 1', epoch);
    tx.touch({ entity: 'office', id: office.id, op: 'put', fields: ['epoch'], revision: office.revision + 1 });
    // Who left after the copy was made has left: they would else count as the administrator that an office must keep.
    for (const staff of listStaff(tx))
      if (staff.active && !keyring.staff.some(({ staffId }) => staffId === staff.id)) markAsLeft(tx, staff.id);
    forgetScreens(tx);
    keepWithdrawn(tx, core.database);
  });
  const head = journalHead(database);
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.pragma('journal_mode = DELETE');
  database.close();
  const file = openSync(incoming, 'r+');
  fsyncSync(file);
  closeSync(file);
  return { head, epoch };
}

function openWithAny(path: string, keys: readonly Uint8Array[]): ReturnType<typeof openDatabase> {
  try {
    for (const key of keys) {
      const raw = openDatabase(path, key);
      if (raw) return raw;
    }
    return null;
  } catch (error) {
    if (error instanceof DatabaseBlocked) return null;
    throw error;
  }
}

const SIDE_FILES = ['', '-wal', '-shm'] as const;

function keepAside(core: Core, path: string): string {
  // What was kept aside before is not written over.
  const stamp = freeStamp(core.ports.clock.now(), (one) =>
    SIDE_FILES.some((suffix) => existsSync(`${path}.kept-${one}${suffix}`)),
  );
  const keptAs = `office.db.kept-${stamp}`;
  for (const suffix of SIDE_FILES) {
    if (lstatSync(`${path}${suffix}`, { throwIfNoEntry: false }))
      renameSync(`${path}${suffix}`, `${path}.kept-${stamp}${suffix}`);
  }
  return keptAs;
}
