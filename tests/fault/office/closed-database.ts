import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { openRecovery } from '../../../electron/office/access/grants.ts';
import { readKeyring } from '../../../electron/office/access/keyring.ts';
import { findBrokenLink } from '../../../electron/office/database/journal.ts';
import { openDatabase } from '../../../electron/office/database/open-database.ts';

/** Looks into the database of an office that no process has open, opened with the city's recovery sheet. */
export async function inClosedDatabase<T>(
  dataFolder: string,
  identity: string,
  look: (database: Database.Database) => T,
): Promise<T> {
  const employer = readKeyring(dataFolder)?.employers.find(({ kind }) => kind === 'city');
  if (!employer) throw new Error('The office has its keyring');
  const { dataKey } = await openRecovery(employer, identity);
  const database = openDatabase(join(dataFolder, 'office.db'), dataKey);
  if (!database) throw new Error('The sheet opens the database');
  try {
    return look(database);
  } finally {
    database.close();
  }
}

/** Everything that is wrong with the file, its references, its journal and its sealed notes; nothing in a sound one. */
export function faultsIn(database: Database.Database): string[] {
  const count = (what: string, sql: string) => {
    const found = Number(database.prepare(sql).pluck().get());
    return found === 0 ? [] : [`${found} ${what}`];
  };
  const integrity = database.pragma('integrity_check', { simple: true });
  const broken = findBrokenLink(database);
  return [
    ...(integrity === 'ok' ? [] : [String(integrity)]),
    ...(broken === null ? [] : [`journal broken at ${broken}`]),
    ...count('references to nothing', 'SELECT count(*) FROM pragma_foreign_key_check'),
    ...count('notes without a version', 'SELECT count(*) FROM note WHERE id NOT IN (SELECT note_id FROM note_version)'),
    ...count(
      'notes that the search lacks',
      'SELECT count(*) FROM note WHERE id NOT IN (SELECT note_id FROM note_words)',
    ),
    ...count(
      'sealed notes that nobody can open',
      'SELECT count(*) FROM note_version WHERE sealed IS NOT NULL AND note_id NOT IN (SELECT note_id FROM note_key)',
    ),
  ];
}
