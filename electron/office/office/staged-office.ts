import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyKeyring, flushFolderOf, Keyring } from '../access/keyring.ts';
import { databaseSalt } from '../database/open-database.ts';

/** An office that is being made: its files before they have their names. */
export interface StagedFiles {
  readonly database: string;
  readonly keyring: string;
  nameDatabase(): void;
  nameKeyring(): void;
  /** Removes what was made and not named. */
  remove(): void;
}

/** The files of an office that is being made: under other names in the data folder until it is whole. */
export function stagedFiles(dataFolder: string): StagedFiles {
  const named = { database: join(dataFolder, 'office.db'), keyring: join(dataFolder, 'office.keyring') };
  const staged = { database: `${named.database}.set-up`, keyring: `${named.keyring}.set-up` };
  const name = (file: 'database' | 'keyring') => () => {
    renameSync(staged[file], named[file]);
    flushFolderOf(named[file]);
  };
  return {
    ...staged,
    nameDatabase: name('database'),
    nameKeyring() {
      name('keyring')();
      copyKeyring(dataFolder);
    },
    remove() {
      const sides = ['-wal', '-shm', '-journal'].map((side) => `${staged.database}${side}`);
      for (const path of [...sides, staged.database, `${staged.keyring}.new`, staged.keyring])
        rmSync(path, { force: true });
    },
  };
}

/**
 * Completes a set-up that ended between the names of its two files, and removes what is left of one that ended before.
 * A database that is not the staged keyring's is somebody's own and is left alone.
 */
export function settleSetUp(dataFolder: string): void {
  const staged = stagedFiles(dataFolder);
  const [database, keyring] = [join(dataFolder, 'office.db'), join(dataFolder, 'office.keyring')];
  const salt = saltInKeyring(staged.keyring);
  if (salt !== null && existsSync(database) && !existsSync(keyring) && databaseSalt(database) === salt)
    staged.nameKeyring();
  staged.remove();
}

function saltInKeyring(path: string): string | null {
  try {
    return Keyring.parse(JSON.parse(readFileSync(path, 'utf8'))).databaseSalt;
  } catch {
    return null;
  }
}
