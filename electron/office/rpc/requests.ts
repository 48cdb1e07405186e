import { z } from 'zod';
import { type Db, findRow, type Tx } from '../database/handles.ts';
import { conflict } from './faults.ts';

const Row = z.strictObject({ procedure: z.string(), result: z.string() });

/**
 * The answer that a request got before, or null. A request id that was used for another procedure is a CONFLICT: it
 * would otherwise be answered with something that was not asked.
 */
export function answerTo(tx: Db, staffId: string, requestId: string, procedure: string): { answer: unknown } | null {
  const row = findRow(tx, Row, 'SELECT procedure, result FROM request WHERE staff_id = ? AND request_id = ?', staffId, requestId);
  if (!row) return null;
  if (row.procedure !== procedure) throw conflict(null);
  return { answer: JSON.parse(row.result) };
}

/** Keeps a command's answer for a retry. Answers hold ids, revisions and numbers only. */
export function recordAnswer(tx: Tx, staffId: string, requestId: string, procedure: string, result: unknown): void {
  tx.statement('INSERT INTO request (staff_id, request_id, procedure, result, at) VALUES (?, ?, ?, ?, ?)').run(
    staffId, requestId, procedure, JSON.stringify(result), tx.at,
  );
}
