import { z } from 'zod';
import type { Instant } from '../../../shared/kernel/instants.ts';
import { type Db, findRow, run, type Tx } from '../database/handles.ts';
import type { ProblemReason } from './export-problem.ts';

const NightRunRow = z.strictObject({
  last_run_at: z.string().nullable(),
  problem: z.enum(['no-space', 'folder-missing', 'folder-not-writable', 'preview-not-accepted', 'failed']).nullable(),
});

/** When the last night began and what kept it from being a whole one. */
export function lastNightRun(db: Db): { at: Instant | null; problem: ProblemReason | null } {
  const row = findRow(db, NightRunRow, 'SELECT last_run_at, problem FROM night_run WHERE singleton = 1');
  return { at: row?.last_run_at ?? null, problem: row?.problem ?? null };
}

/** When the office was set up: no night before it was missed. */
export function officeMadeAt(db: Db): Instant {
  return z.string().parse(db.statement('SELECT created_at FROM office WHERE singleton = 1').pluck().get());
}

/** Writes down a night that is over. */
export function recordNightRun(tx: Tx, { at, problem }: { at: Instant; problem: ProblemReason | null }): void {
  run(
    tx,
    `INSERT INTO night_run (singleton, last_run_at, problem) VALUES (1, ?, ?)
      ON CONFLICT (singleton) DO UPDATE SET last_run_at = excluded.last_run_at, problem = excluded.problem`,
    at,
    problem,
  );
  tx.touch({ entity: 'bundle', id: 'night', op: 'put', fields: ['last_run_at', 'problem'] });
}

/** The problem of the last night, once its reason is gone. */
export function clearProblem(tx: Tx): void {
  run(tx, 'UPDATE night_run SET problem = NULL WHERE singleton = 1');
  tx.touch({ entity: 'bundle', id: 'night', op: 'put', fields: ['problem'] });
}
