import { copyFileSync, fsyncSync, openSync, closeSync, lstatSync, renameSync, rmSync } from 'node:fs';
import { provePassphrase } from '../access/sign-in.ts';
import { openDataKey } from '../access/grants.ts';
import { type Core, keepHead } from '../core.ts';
import { type JournalHead, journalHead } from '../database/journal.ts';
import { DatabaseBlocked, openDatabase } from '../database/open-database.ts';
import { officeDatabase } from '../database/write.ts';
import { run } from '../database/handles.ts';
import { notFound, rule } from '../rpc/faults.ts';
import { findOffice } from './office-row.ts';
import { closeOffice, databasePath, noteSalt } from './open-office.ts';
import { snapshotPath } from './snapshots.ts';

/**
 * Puts a snapshot in the database's place and keeps the file that was there under another name, whatever it is. The
 * restored office starts a new epoch of bundles: numbers that the city has seen are not used twice.
 */
export async function restoreSnapshot(core: Core, input: { snapshot: string; name: string; passphrase: string }): Promise<{ keptAs: string }> {
  const { keyring, entry, personal } = await provePassphrase(core, input.name, input.passphrase);
  if ([...core.connections].some((connection) => connection.session && connection.session.staffId !== entry.staffId)) throw rule('others-signed-in');
  const snapshot = snapshotPath(core, input.snapshot);
  if (!snapshot) throw notFound();
  const dataKey = await openDataKey(entry.dataKey, entry.staffId, personal);
  const path = databasePath(core);
  const incoming = `${path}.incoming`;
  rmSync(incoming, { force: true });
  copyFileSync(snapshot, incoming);
  const stamp = core.ports.clock.now().replace(/[-:.]/g, '');
  const { head, epoch } = startNewEpoch(core, incoming, dataKey, keyring.epoch);
  closeOffice(core);
  const keptAs = keepAside(path, stamp);
  renameSync(incoming, path);
  noteSalt(core, { ...keyring, epoch });
  keepHead(core, head);
  core.blocked = null;
  return { keptAs };
}

/** Opens the copy, never the snapshot itself, checks it and counts the epoch on. Throws RULE snapshot-damaged. */
function startNewEpoch(core: Core, incoming: string, dataKey: Uint8Array, highestEpoch: number): { head: JournalHead; epoch: number } {
  let raw: ReturnType<typeof openDatabase>;
  try {
    raw = openDatabase(incoming, dataKey);
  } catch (error) {
    rmSync(incoming, { force: true });
    if (error instanceof DatabaseBlocked) throw rule('snapshot-damaged');
    throw error;
  }
  if (!raw) {
    rmSync(incoming, { force: true });
    throw rule('snapshot-damaged');
  }
  const database = officeDatabase(raw);
  const epoch = Math.max(findOffice(database).epoch, highestEpoch) + 1;
  database.write({ at: core.ports.clock.now(), staffId: null, procedure: 'office.restoreSnapshot' }, (tx) => {
    const office = findOffice(tx);
    run(tx, 'UPDATE office SET epoch = ?, revision = revision + 1 WHERE singleton = 1', epoch);
    tx.touch({ entity: 'office', id: office.id, op: 'put', fields: ['epoch'], revision: office.revision + 1 });
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

function keepAside(path: string, stamp: string): string {
  const keptAs = `office.db.kept-${stamp}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (lstatSync(`${path}${suffix}`, { throwIfNoEntry: false })) renameSync(`${path}${suffix}`, `${path}.kept-${stamp}${suffix}`);
  }
  return keptAs;
}
