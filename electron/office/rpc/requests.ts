import { z } from 'zod';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import type { Who } from '../access/session.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { type Db, findRow, run, type Tx } from '../database/handles.ts';
import { conflict } from './faults.ts';

const Row = z.strictObject({ procedure: z.string(), result: z.string() });

/**
 * The answer that a request got before, or null. A request id that was used for another procedure is a CONFLICT: it
 * would otherwise be answered with something that was not asked.
 */
export function answerTo(tx: Db, staffId: string, requestId: string, procedure: string): { answer: unknown } | null {
  const row = findRow(
    tx,
    Row,
    'SELECT procedure, result FROM request WHERE staff_id = ? AND request_id = ?',
    staffId,
    requestId,
  );
  if (!row) return null;
  if (row.procedure !== procedure) throw conflict(null);
  return { answer: JSON.parse(row.result) };
}

/** Keeps a command's answer for a retry. Answers hold ids, revisions and numbers only. */
export function recordAnswer(tx: Tx, staffId: string, requestId: string, procedure: string, result: unknown): void {
  tx.statement('INSERT INTO request (staff_id, request_id, procedure, result, at) VALUES (?, ?, ?, ?, ?)').run(
    staffId,
    requestId,
    procedure,
    JSON.stringify(result),
    tx.at,
  );
}

/** Answers are kept for retries of the day; older ones have no use. */
export function forgetAnswersBefore(tx: Tx, day: LocalDate): void {
  run(tx, 'DELETE FROM request WHERE at < ?', `${day}T00:00:00.000Z`);
}

/**
 * Does a task's work once for a request: a retry, also of one that has just ended, gets the first answer. Two of the same
 * must not run at once (oneAtATimeFor, or work without a pause).
 */
export async function answeredOnce<T>(
  core: Core,
  who: Who,
  request: { procedure: string; requestId: string },
  work: () => Promise<T> | T,
): Promise<T> {
  const { procedure, requestId } = request;
  const before = answerTo(openDatabaseOf(core), who.staffId, requestId, procedure);
  // Recorded below, by the same procedure.
  if (before) return before.answer as T;
  const made = work();
  // Not awaited when it is there already: a pause would let the second of two equal requests in.
  const answer = made instanceof Promise ? await made : made;
  // Nothing is touched by that, so that the journal does not tell of it.
  if (core.database)
    writeAndPublish(core, { staffId: who.staffId, procedure }, (tx) =>
      recordAnswer(tx, who.staffId, requestId, procedure, answer),
    );
  return answer;
}
