import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { flagColumn, jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';
import { conflict, notFound } from '../rpc/faults.ts';

const OutpostRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  name: z.string(),
  address: z.string(),
  way: z.string(),
  kit: jsonColumn(z.array(z.string())),
  active: flagColumn,
});
export type Outpost = z.infer<typeof OutpostRow>;

/** All places outside the office, also those no longer used, by name. */
export function listOutposts(db: Db): Outpost[] {
  return listRows(db, OutpostRow, 'SELECT * FROM outpost ORDER BY name');
}

/** One of them; null when there is none. */
export function findOutpost(db: Db, id: string): Outpost | null {
  return findRow(db, OutpostRow, 'SELECT * FROM outpost WHERE id = ?', id);
}

/** Throws NOT_FOUND when there is no such place. */
export function requireOutpost(db: Db, id: string): Outpost {
  const outpost = findOutpost(db, id);
  if (!outpost) throw notFound();
  return outpost;
}

/** What is entered about a place: where it is, how one gets there, what is packed for it. */
export interface OutpostFields {
  name: string;
  address: string;
  way: string;
  kit: readonly string[];
  active: boolean;
}

/** Enters a place outside the office. */
export function addOutpost(tx: Tx, fields: OutpostFields): { id: string; revision: number } {
  const id = uuidv7();
  run(
    tx,
    'INSERT INTO outpost (id, name, address, way, kit, active) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    fields.name,
    fields.address,
    fields.way,
    JSON.stringify(fields.kit),
    fields.active ? 1 : 0,
  );
  tx.touch({ entity: 'outpost', id, op: 'put', revision: 1 });
  return { id, revision: 1 };
}

/** Changes a place. Throws NOT_FOUND, CONFLICT. */
export function changeOutpost(
  tx: Tx,
  id: string,
  revision: number,
  fields: OutpostFields,
): { id: string; revision: number } {
  const outpost = requireOutpost(tx, id);
  if (outpost.revision !== revision) throw conflict(outpost.revision);
  run(
    tx,
    'UPDATE outpost SET name = ?, address = ?, way = ?, kit = ?, active = ?, revision = revision + 1 WHERE id = ?',
    fields.name,
    fields.address,
    fields.way,
    JSON.stringify(fields.kit),
    fields.active ? 1 : 0,
    id,
  );
  tx.touch({ entity: 'outpost', id, op: 'put', fields: Object.keys(fields), revision: revision + 1 });
  return { id, revision: revision + 1 };
}
