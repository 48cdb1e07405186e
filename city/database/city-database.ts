import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CityMistake } from '../city-mistake.ts';
import { isPgliteFolder, openPglite } from './pglite-database.ts';
import { openPostgres } from './postgres-database.ts';

/** A value that both drivers take as a parameter and mean the same by. */
export type SqlValue = string | number | boolean | null | Uint8Array | readonly number[] | readonly string[];

/** Runs statements. Dates are asked for as text, counts as `::int`, so that both drivers answer alike. */
export interface CityConnection {
  /** Rows of one statement, unchecked; parse them with a zod row schema. */
  query(sql: string, values?: readonly SqlValue[]): Promise<unknown[]>;
}

export interface CityDatabase extends CityConnection {
  /** Commits when `work` resolves, rolls everything back when it rejects. */
  transaction<T>(work: (tx: CityConnection) => Promise<T>): Promise<T>;
  /** Several statements without parameters. */
  run(script: string): Promise<void>;
  close(): Promise<void>;
}

/** The newest schema that this program knows. */
const SCHEMA_VERSION = 2;

/** The database was written by a newer program; nothing was touched. */
export class DatabaseIsNewer extends Error {
  override name = 'DatabaseIsNewer';
}

/**
 * Opens the city's database and brings it to the current schema. Only one process works on it at a time; another one
 * waits for a while.
 *
 * @param where a `postgres://` URL, or a folder, which PGlite makes and keeps its files in.
 * @param create whether a folder that holds no database yet gets one.
 * @throws DatabaseIsNewer if a newer program wrote it; DatabaseInUse after waiting in vain; CityMistake if there is none.
 */
export async function openCityDatabase(where: string, { create = false } = {}): Promise<CityDatabase> {
  const isUrl = /^postgres(?:ql)?:\/\//.test(where);
  if (!isUrl && !create && !(await isPgliteFolder(where)))
    throw new CityMistake(`${where} holds no database of the city`);
  const database = await (isUrl ? openPostgres(where) : openPglite(where));
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function migrate(database: CityDatabase): Promise<void> {
  const [known] = rowsOf(
    z.object({ there: z.boolean() }),
    await database.query(`select to_regclass('city_schema') is not null as there`),
  );
  if (known?.there === true) {
    const [newest] = rowsOf(
      z.object({ version: z.int() }),
      await database.query('select max(version) as version from city_schema'),
    );
    if (newest !== undefined && newest.version > SCHEMA_VERSION) throw new DatabaseIsNewer(`schema ${newest.version}`);
    if (newest?.version === SCHEMA_VERSION) return;
  }
  const schema = await readFile(new URL('./schema.sql', import.meta.url), 'utf8');
  await database.run(`begin;\n${schema}\ncommit;`);
}

/** Turns the rows of an answer into their type. @throws if a row is not as the schema says: a mistake of ours. */
export function rowsOf<T extends z.ZodType>(row: T, rows: readonly unknown[]): z.infer<T>[] {
  return z.array(row).parse(rows);
}
