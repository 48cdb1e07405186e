import { type CityDatabase, openCityDatabase } from './city-database.ts';

/**
 * Works on the city's database. One that is named is opened for the work and closed after it; one that is open already
 * stays open.
 *
 * @param create whether a folder that holds no database yet gets one.
 * @throws what {@link openCityDatabase} throws; what `work` throws.
 */
export async function withCityDatabase<T>(
  database: string | CityDatabase,
  work: (database: CityDatabase) => Promise<T>,
  { create = false } = {},
): Promise<T> {
  if (typeof database !== 'string') return await work(database);
  const opened = await openCityDatabase(database, { create });
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}
