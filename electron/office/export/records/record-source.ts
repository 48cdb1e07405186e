import type { ReportLine, ReportRecord } from '../../../../shared/bundle/records/report-records.ts';
import type { LocalDate } from '../../../../shared/kernel/instants.ts';
import type { Db } from '../../database/handles.ts';
import type { ExportIds } from '../export-keys.ts';
import type { LocalHours } from '../local-hours.ts';

/** The records that the office's tables have: all of a report. */
export type ExportedRecord = ReportRecord;

/** What every source reads with. */
export interface Reading {
  db: Db;
  ids: ExportIds;
  local: LocalHours;
  /** The day of the first finished contact of each of these people; who has none is missing. */
  firstSupport(personIds: readonly string[]): ReadonlyMap<string, LocalDate>;
}

/** A row that counts, as the city is told of it. */
export interface CountingRow<R extends ExportedRecord = ExportedRecord> {
  /** The office's own id of the row. */
  id: string;
  line: Extract<ReportLine<R>, { op: 'put' }>;
  /** Of a contact: the person it was with. */
  personId: string | null;
}

/**
 * Where the lines of one record come from: the tables alone, and of those only columns that the record's schema has a
 * place for. Names, addresses, exact births and free text are never read here.
 */
export interface RecordSource<R extends ExportedRecord = ExportedRecord> {
  record: R;
  /** Up to `limit` ids of rows that may count, ascending from the first after `after`. */
  page(db: Db, after: string, limit: number): string[];
  /** Those of the rows that count; one that is gone or does not count is missing. */
  counting(reading: Reading, ids: readonly string[]): CountingRow<R>[];
}

/** A page of a table's ids, from its index alone. `table` is a name of our own, never input. */
export function pageOf(table: string): (db: Db, after: string, limit: number) => string[] {
  const sql = `SELECT id FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`;
  // The column is TEXT NOT NULL in a STRICT table.
  return (db, after, limit) => db.statement(sql).pluck().all(after, limit) as string[];
}

/**
 * The rows of a statement with one parameter, a JSON list of ids. Not parsed row by row as elsewhere: each line is
 * checked against the record's schema before it leaves, and ten years of rows are read in one night.
 */
export function rowsFor<Row>(db: Db, sql: string, ids: readonly string[]): Row[] {
  // The columns and their types are those of the STRICT tables that the statement names.
  return db.statement(sql).all(JSON.stringify(ids)) as Row[];
}

/** The rows by one of their columns, in the order in which they came. */
export function groupedBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
