import { z } from 'zod';
import type { MergedRecord } from '../../../../shared/people/duplicates.contract.ts';
import { listStaff } from '../../access/staff.ts';
import { type Db, findRow, listRows } from '../../database/handles.ts';
import { rule } from '../../rpc/faults.ts';
import { displayNames, requirePerson } from '../person-row.ts';

const MergeRow = z.strictObject({ id: z.string(), merged_at: z.string(), merged_by: z.string() });

/** The record that a merged one went into; null when it stands for itself. */
export function keptIdOf(db: Db, id: string): string | null {
  const kept = db.statement('SELECT kept_id FROM person_merge WHERE merged_id = ?').pluck(true).get(id);
  return typeof kept === 'string' ? kept : null;
}

/** The record at which everything of a record shows now, over as many merges as there were; itself where there was none. */
export function standingIdOf(db: Db, id: string): string {
  let standing = id;
  for (let next = keptIdOf(db, id); next !== null; next = keptIdOf(db, next)) standing = next;
  return standing;
}

/** A record and all that came into it, over as many merges as there were; the record itself comes first. */
export function recordsOf(db: Db, id: string): string[] {
  const sql = `WITH RECURSIVE record (id) AS (
    SELECT ? UNION SELECT merged_id FROM record JOIN person_merge ON kept_id = record.id) SELECT id FROM record`;
  return z.array(z.string()).parse(db.statement(sql).pluck(true).all(id));
}

/**
 * For whatever is entered anew for a person: a screen may still show the record as it was before another desk put it
 * together with one, and what is entered at the merged record would be seen by nobody. Throws NOT_FOUND, RULE record-merged.
 */
export function requireStanding(db: Db, id: string): void {
  requirePerson(db, id);
  if (keptIdOf(db, id) !== null) throw rule('record-merged');
}

/** Whether other records show at this one. */
export function hasMerged(db: Db, id: string): boolean {
  return db.statement('SELECT 1 FROM person_merge WHERE kept_id = ?').get(id) !== undefined;
}

/** For many records at once the one at which each shows now; those that were never merged are not in the answer. */
export function standingIdsOf(db: Db, ids: readonly string[]): Map<string, string> {
  const standing = new Map<string, string>();
  for (let asked = ids; asked.length > 0; ) {
    const rows = db
      .statement('SELECT merged_id, kept_id FROM person_merge WHERE merged_id IN (SELECT value FROM json_each(?))')
      .raw(true)
      .all(JSON.stringify(asked));
    // Two columns of a STRICT table.
    const kept = new Map(rows as [string, string][]);
    for (const id of ids) {
      const next = kept.get(standing.get(id) ?? id);
      if (next !== undefined) standing.set(id, next);
    }
    asked = [...kept.values()];
  }
  return standing;
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
