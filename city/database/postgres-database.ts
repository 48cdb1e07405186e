import pg from 'pg';
import type { CityConnection, CityDatabase, SqlValue } from './city-database.ts';

/** The number of our advisory lock: any fixed one, so that two receivers don't work on one database at a time. */
const LOCK_NUMBER = 7_461_656;

/** Opens a PostgreSQL database (15 or newer). Waits while another receiver works on it. */
export async function openPostgres(url: string): Promise<CityDatabase> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('select pg_advisory_lock($1)', [LOCK_NUMBER]);
  const connection: CityConnection = {
    query: async (sql: string, values: readonly SqlValue[] = []) =>
      (await client.query(sql, values.map(toDriver))).rows,
  };
  return {
    ...connection,
    transaction: async (work) => {
      await client.query('begin');
      try {
        const result = await work(connection);
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
    },
    run: async (script) => {
      await client.query(script);
    },
    close: () => client.end(),
  };
}

/** pg takes bytes as a Buffer only. */
function toDriver(value: SqlValue): unknown {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}
