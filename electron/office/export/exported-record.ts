import { z } from 'zod';
import { type Db, run, type Tx } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { type ExportedRecord, rowsFor } from './records/record-source.ts';

/** What the city was told of a row. */
export interface Told {
  id: string;
  /** The digest of the line; empty: that it is gone; null: nobody knows whether the city has it. */
  digest: string | null;
  /** Of a contact: the person it was told with. */
  personId: string | null;
}

const TOLD = `SELECT id, digest, person_id AS personId FROM exported_record
  WHERE record = ? AND id IN (SELECT value FROM json_each(?))`;

/** What the city was told of these rows, by id. */
export function toldOf(db: Db, record: ExportedRecord, ids: readonly string[]): Map<string, Told> {
  // The columns are those of the STRICT table; read for every row of a night, so not parsed one by one.
  const rows = db.statement(TOLD).all(record, JSON.stringify(ids)) as Told[];
  return new Map(rows.map((row) => [row.id, row]));
}

/** The people with whom contacts were told. */
export function toldPeople(db: Db, contactIds: readonly string[]): string[] {
  const sql = `SELECT DISTINCT person_id AS id FROM exported_record
    WHERE record = 'contact' AND person_id IS NOT NULL AND id IN (SELECT value FROM json_each(?))`;
  return rowsFor<{ id: string }>(db, sql, contactIds).map((row) => row.id);
}

const Id = z.object({ id: z.string() }).transform((row) => row.id);

/** Rows of which nobody knows whether the city has them: their report was given up. */
export function listInDoubt(db: Db, record: ExportedRecord): string[] {
  const sql = 'SELECT id FROM exported_record INDEXED BY exported_record_in_doubt WHERE record = ? AND digest IS NULL';
  return z.array(Id).parse(db.statement(sql).all(record));
}

/** Every row that the city may have, page by page. */
export function pageOfTold(db: Db, record: ExportedRecord, after: string, limit: number): string[] {
  const sql = `SELECT id FROM exported_record
    WHERE record = ? AND id > ? AND digest IS NOT '' ORDER BY id LIMIT ?`;
  return z.array(Id).parse(db.statement(sql).all(record, after, limit));
}

/** Whether the city may have rows that an earlier epoch told of. */
export function hasTold(db: Db): boolean {
  return db.statement('SELECT 1 FROM exported_record LIMIT 1').get() !== undefined;
}

/** Writes down what the report with this sequence tells. It holds as soon as that report is written. */
export function tell(tx: Tx, record: ExportedRecord, told: readonly Told[], sequence: number): void {
  // All in one statement: the rows of ten years come in one night.
  const rows = told.map(({ id, digest, personId }) => [id, digest, personId]);
  run(
    tx,
    `INSERT INTO exported_record (record, id, digest, sequence, person_id)
      SELECT ?, value ->> 0, value ->> 1, ?, value ->> 2 FROM json_each(?) WHERE true
      ON CONFLICT (record, id) DO UPDATE SET digest = excluded.digest, sequence = excluded.sequence, person_id = excluded.person_id`,
    record,
    sequence,
    JSON.stringify(rows),
  );
}

/**
 * A report was given up: whether the city has what it told is unknown, so that the next report tells it again. One of an
 * earlier epoch changes nothing: the first report of the present one has told everything anew.
 */
export function doubt(tx: Tx, { kind, epoch, sequence }: { kind: string; epoch: number; sequence: number }): void {
  if (kind !== 'report' || epoch !== findOffice(tx).epoch) return;
  run(tx, 'UPDATE exported_record SET digest = NULL WHERE sequence = ?', sequence);
}
