import { mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { CityConnection, CityDatabase, SqlValue } from './city-database.ts';
import { lockDirectory } from './directory-lock.ts';

/** What PGlite and its transactions have in common. */
type Runner = { query(sql: string, values?: unknown[]): Promise<{ rows: unknown[] }> };

/** @returns whether a folder holds a PGlite database. */
export async function isPgliteFolder(directory: string): Promise<boolean> {
  return await stat(join(directory, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

/** Opens PostgreSQL inside this process, with its files in a folder; nothing to install for a city that tries Tandem. */
export async function openPglite(directory: string): Promise<CityDatabase> {
  const folder = resolve(directory);
  await mkdir(dirname(folder), { recursive: true });
  // PGlite itself does not notice a second process on its files, and both would spoil them.
  const unlock = await lockDirectory(folder);
  try {
    const pglite = await PGlite.create(folder);
    return {
      ...connectionOf(pglite),
      transaction: (work) => pglite.transaction((tx) => work(connectionOf(tx))),
      run: async (script) => {
        await pglite.exec(script);
      },
      close: async () => {
        await pglite.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

function connectionOf(runner: Runner): CityConnection {
  return {
    query: async (sql: string, values: readonly SqlValue[] = []) => (await runner.query(sql, [...values])).rows,
  };
}
