import { z } from 'zod';
import { type BundleKind, REPORT_SCHEMA } from '../../../shared/bundle/bundle-format.ts';
import { BUNDLE_STATES } from '../../../shared/export/export.contract.ts';
import type { Instant, LocalDate } from '../../../shared/kernel/instants.ts';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';

const BundleRow = z.strictObject({
  name: z.string(),
  kind: z.enum(['report', 'backup', 'handover']),
  epoch: z.int(),
  sequence: z.int(),
  state: z.enum(BUNDLE_STATES),
  /** Of the `.age` file; null as long as it is being written. */
  sha256: z.string().nullable(),
  size_bytes: z.int(),
  previous: z.string().nullable(),
  supersedes: z.string().nullable(),
  journal_from: z.int(),
  journal_to: z.int(),
  day_to: z.string().nullable(),
  code: z.string().nullable(),
  created_at: z.string(),
  delivered_at: z.string().nullable(),
  confirmed_at: z.string().nullable(),
  receipt_sha256: z.string().nullable(),
  /** Of a report: the version of its records. Of a backup nothing is to be read from it. */
  schema_version: z.int(),
});
export type Bundle = z.infer<typeof BundleRow>;

/** The bundles that are counted together, without gaps. */
export interface Stream {
  kind: BundleKind;
  epoch: number;
}

/** The bundle of this name (without ending); null: none. */
export function findBundle(db: Db, name: string): Bundle | null {
  return findRow(db, BundleRow, 'SELECT * FROM bundle WHERE name = ?', name);
}

/** The bundle with the highest number, whatever became of it. */
export function newestBundle(db: Db, { kind, epoch }: Stream): Bundle | null {
  const sql = 'SELECT * FROM bundle WHERE kind = ? AND epoch = ? ORDER BY sequence DESC LIMIT 1';
  return findRow(db, BundleRow, sql, kind, epoch);
}

/** All bundles of a stream beyond a number, in order. */
export function listBundlesAfter(db: Db, { kind, epoch }: Stream, sequence: number): Bundle[] {
  const sql = 'SELECT * FROM bundle WHERE kind = ? AND epoch = ? AND sequence > ? ORDER BY sequence';
  return listRows(db, BundleRow, sql, kind, epoch, sequence);
}

/** The last entry of the journal that a report of the stream covers; null: there is no report yet. */
export function coveredUpTo(db: Db, { kind, epoch }: Stream): number | null {
  const sql = "SELECT max(journal_to) FROM bundle WHERE kind = ? AND epoch = ? AND state <> 'writing'";
  return z.int().nullable().parse(db.statement(sql).pluck().get(kind, epoch));
}

/** Whether the newest report that stands was written with other records than one of today: then every row is looked at again. */
export function wasWrittenOtherwise(db: Db, { kind, epoch }: Stream): boolean {
  const sql = `SELECT schema_version FROM bundle WHERE kind = ? AND epoch = ? AND state IN ('written', 'held', 'confirmed')
    ORDER BY sequence DESC LIMIT 1`;
  const version = z.int().optional().parse(db.statement(sql).pluck().get(kind, epoch));
  return version !== undefined && version !== REPORT_SCHEMA.version;
}

/** Up to `limit` bundles, the newest first. */
export function listNewestBundles(db: Db, limit: number): Bundle[] {
  return listRows(
    db,
    BundleRow,
    'SELECT * FROM bundle ORDER BY created_at DESC, kind DESC, sequence DESC LIMIT ?',
    limit,
  );
}

/** Bundles whose writing was interrupted. */
export function listUnfinished(db: Db): Bundle[] {
  return listRows(db, BundleRow, "SELECT * FROM bundle WHERE state = 'writing' ORDER BY kind, epoch, sequence");
}

/** Bundles that have yet to lie in the export folder, in the order in which the city needs them. */
export function listUndelivered(db: Db): Bundle[] {
  const sql = `SELECT * FROM bundle WHERE state IN ('written', 'held') AND delivered_at IS NULL
    ORDER BY kind = 'backup', epoch, sequence`;
  return listRows(db, BundleRow, sql);
}

/** The highest number that the city has confirmed; 0: none. Everything below it is settled there. */
export function highestConfirmed(db: Db, { kind, epoch }: Stream): number {
  const sql = 'SELECT max(sequence) FROM bundle WHERE kind = ? AND epoch = ? AND confirmed_at IS NOT NULL';
  return z.int().nullable().parse(db.statement(sql).pluck().get(kind, epoch)) ?? 0;
}

/**
 * The bundles that the next one of the stream has to supersede: those that were given up and of which the city has not
 * confirmed a later one. One that was superseded by a bundle that was itself rejected is among them.
 */
export function listGivenUp(db: Db, stream: Stream): Bundle[] {
  return listBundlesAfter(db, stream, highestConfirmed(db, stream)).filter(
    ({ state }) => state === 'rejected' || state === 'superseded',
  );
}

/** Takes a number before anything is written under it. */
export function insertUnfinished(
  tx: Tx,
  bundle: Stream & {
    name: string;
    sequence: number;
    previous: string | null;
    journal: { from: number; to: number };
    dayTo: LocalDate;
    createdAt: Instant;
  },
): void {
  run(
    tx,
    `INSERT INTO bundle (name, kind, epoch, sequence, state, previous, journal_from, journal_to, day_to, created_at, schema_version)
      VALUES (?, ?, ?, ?, 'writing', ?, ?, ?, ?, ?, ?)`,
    bundle.name,
    bundle.kind,
    bundle.epoch,
    bundle.sequence,
    bundle.previous,
    bundle.journal.from,
    bundle.journal.to,
    bundle.dayTo,
    bundle.createdAt,
    REPORT_SCHEMA.version,
  );
  tx.touch({ entity: 'bundle', id: bundle.name, op: 'put', fields: ['state'] });
}

/** Gives a number back under which nothing became visible. */
export function deleteUnfinished(tx: Tx, name: string): void {
  run(tx, "DELETE FROM bundle WHERE name = ? AND state = 'writing'", name);
  tx.touch({ entity: 'bundle', id: name, op: 'delete' });
}

type Changeable = Partial<
  Pick<
    Bundle,
    'state' | 'sha256' | 'size_bytes' | 'supersedes' | 'code' | 'delivered_at' | 'confirmed_at' | 'receipt_sha256'
  >
>;

/** Changes the given columns of a bundle. */
export function changeBundle(tx: Tx, name: string, columns: Changeable): void {
  // Column names come from our own code, never from a file.
  const assignments = Object.keys(columns).map((column) => `${column} = ?`);
  run(tx, `UPDATE bundle SET ${assignments.join(', ')} WHERE name = ?`, ...Object.values(columns), name);
  tx.touch({ entity: 'bundle', id: name, op: 'put', fields: Object.keys(columns) });
}
