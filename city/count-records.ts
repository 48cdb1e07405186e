import { z } from 'zod';
import { REPORT_RECORDS, type ReportRecord } from '../shared/bundle/records/report-records.ts';
import { type CityDatabase, rowsOf } from './database/city-database.ts';
import { countRowsSql } from './database/record-tables.ts';
import { withCityDatabase } from './database/with-city-database.ts';

/**
 * How many rows of each record are loaded: for the city's own eyes, without suppression.
 *
 * @param options.office one office only; all of them unless told.
 */
export async function countRecords(options: {
  database: string | CityDatabase;
  office?: string;
}): Promise<Record<ReportRecord, number>> {
  return await withCityDatabase(options.database, async (database) => {
    const counts: [ReportRecord, number][] = [];
    for (const record of REPORT_RECORDS) {
      const rows = await database.query(countRowsSql(record), [options.office ?? null]);
      counts.push([record, rowsOf(z.object({ count: z.int() }), rows)[0]?.count ?? 0]);
    }
    // One pair for each record of the list.
    return Object.fromEntries(counts) as Record<ReportRecord, number>;
  });
}
