import { z } from 'zod';
import type { MergedRecord } from '../../../../shared/people/duplicates.contract.ts';
import { listStaff } from '../../access/staff.ts';
import { type Db, findRow, listRows } from '../../database/handles.ts';
import { displayNames, requirePerson } from '../person-row.ts';

const MergeRow = z.strictObject({ id: z.string(), merged_at: z.string(), merged_by: z.string() });

/** The record that a merged one went into; null when it stands for itself. */
export function keptIdOf(db: Db, id: string): string | null {
  const kept = db.statement('SELECT kept_id FROM person_merge WHERE merged_id = ?').pluck(true).get(id);
  return typeof kept === 'string' ? kept : null;
}

/** Where a record went and which came into it, newest first. Throws NOT_FOUND. */
export function mergesOf(db: Db, id: string): { into: MergedRecord | null; from: MergedRecord[] } {
  requirePerson(db, id);
  const into = findRow(
    db,
    MergeRow,
    'SELECT kept_id AS id, merged_at, merged_by FROM person_merge WHERE merged_id = ?',
    id,
  );
  const from = listRows(
    db,
    MergeRow,
    'SELECT merged_id AS id, merged_at, merged_by FROM person_merge WHERE kept_id = ? ORDER BY merged_at DESC, merged_id DESC',
    id,
  );
  const names = displayNames(
    db,
    [...from, ...(into ? [into] : [])].map((row) => row.id),
  );
  const staff = new Map(listStaff(db).map((one) => [one.id, one.display_name]));
  const record = (row: z.infer<typeof MergeRow>): MergedRecord => ({
    id: row.id,
    name: names.get(row.id) ?? '',
    mergedAt: row.merged_at,
    staffName: staff.get(row.merged_by) ?? '',
  });
  return { into: into && record(into), from: from.map(record) };
}
