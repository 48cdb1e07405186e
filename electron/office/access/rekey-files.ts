import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Core } from '../core.ts';
import { databaseSalt, openDatabase, rekeyDatabase } from '../database/open-database.ts';
import { listSnapshots, snapshotFolder } from '../office/snapshots.ts';
import { writeKeyring } from './keyring.ts';
import { officeKeyring } from './manage-staff.ts';
import { withOnlyNextKeys } from './next-keys.ts';

/** What a test looks at between two steps of a leaving. */
export type LeavingMoment = 'keyring-holds-both' | 'left' | 'database-rekeyed' | 'copies-rekeyed';
export type WatchLeaving = (moment: LeavingMoment) => void;

/** Puts the database, unless that is done, and the local copies under the next key, then the keyring. */
export function takeNextKeys(
  core: Core,
  raw: Database.Database,
  keys: { present: Uint8Array; next: Uint8Array; databaseDone: boolean },
  watch: WatchLeaving = () => {},
): void {
  if (!keys.databaseDone) rekeyDatabase(raw, keys.next);
  watch('database-rekeyed');
  for (const path of localCopies(core)) rekeyCopy(core, path, keys);
  watch('copies-rekeyed');
  const salt = databaseSalt(join(core.ports.dataFolder, 'office.db'));
  writeKeyring(core.ports.dataFolder, { ...withOnlyNextKeys(officeKeyring(core)), databaseSalt: salt });
}

const KEPT_ASIDE = /^office\.db\.kept-\d{8}T\d{9}Z$/;

/** Snapshots, and databases that a restore has kept aside. */
function localCopies(core: Core): string[] {
  const kept = readdirSync(core.ports.dataFolder).filter((name) => KEPT_ASIDE.test(name));
  return [
    ...listSnapshots(core).map(({ name }) => join(snapshotFolder(core), name)),
    ...kept.map((name) => join(core.ports.dataFolder, name)),
  ];
}

function rekeyCopy(core: Core, path: string, { present, next }: { present: Uint8Array; next: Uint8Array }): void {
  try {
    // Null: under the next key already, or never under one of ours.
    const copy = openDatabase(path, present);
    if (!copy) return;
    try {
      rekeyDatabase(copy, next);
      copy.pragma('journal_mode = DELETE');
    } finally {
      copy.close();
    }
  } catch {
    // A copy that is damaged, or a full disk, must not keep somebody in the office.
    core.ports.log.write({ level: 'error', code: 'copy-not-rekeyed' });
  }
}
