import { z } from 'zod';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { deriveKey, hmacSha256Under } from '../../../shared/node/crypto.ts';
import type { Who } from '../access/session.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { type Db, findRow, run, type Tx } from '../database/handles.ts';
import { rule } from './faults.ts';

const Row = z.strictObject({ procedure: z.string(), result: z.string(), digest: z.string().nullable() });

/** What somebody asked for under a request id. */
export interface Asked {
  readonly staffId: string;
  readonly requestId: string;
  readonly procedure: string;
  /** Of the whole input; see {@link digestOf}. */
  readonly digest: string;
}

/** Made before any work: a lock in the middle of it takes the key that the digest needs. */
export function askedBy(who: Who, procedure: string, input: { readonly requestId: string }): Asked {
  return { staffId: who.staffId, requestId: input.requestId, procedure, digest: digestOf(who, input) };
}

/**
 * Tells two inputs apart and says nothing of what stands in them: HMAC-SHA-256 over the input as JSON with its keys in order,
 * under a key that only the person's own sessions hold. A plain hash would let whoever opens the database try passphrases
 * and notes on it.
 */
function digestOf(who: Who, input: object): string {
  const personal = who.keys.readers.get(who.keys.personal);
  if (!personal) throw new Error('A session holds its own keys until it ends');
  return hmacSha256Under(deriveKey(personal.key, 'request-digest'))(JSON.stringify(input, inOrder));
}

/** JSON.stringify's own rules otherwise: half a character, which RFC 8785 forbids and a passphrase may hold, is escaped. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * The answer that a request got before, or null. Throws RULE request-reused where the id stands for another procedure or
 * another input: it would otherwise be answered with something that was not asked.
 */
export function answerTo(tx: Db, asked: Asked): { answer: unknown } | null {
  const row = findRow(
    tx,
    Row,
    'SELECT procedure, result, digest FROM request WHERE staff_id = ? AND request_id = ?',
    asked.staffId,
    asked.requestId,
  );
  if (!row) return null;
  // Without a digest it was answered by a program that kept none.
  if (row.procedure !== asked.procedure || (row.digest !== null && row.digest !== asked.digest))
    throw rule('request-reused');
  return { answer: JSON.parse(row.result) };
}

/** Keeps a command's answer for a retry. Answers hold ids, revisions and numbers only. */
export function recordAnswer(tx: Tx, asked: Asked, result: unknown): void {
  run(
    tx,
    'INSERT INTO request (staff_id, request_id, procedure, result, at, digest) VALUES (?, ?, ?, ?, ?, ?)',
    asked.staffId,
    asked.requestId,
    asked.procedure,
    JSON.stringify(result),
    tx.at,
    asked.digest,
  );
}

/** Answers are kept for retries of the day; older ones have no use. */
export function forgetAnswersBefore(tx: Tx, day: LocalDate): void {
  run(tx, 'DELETE FROM request WHERE at < ?', `${day}T00:00:00.000Z`);
}

/**
 * Does a task's work once for a request: a retry, also of one that has just ended, gets the first answer. Two of the same
 * must not run at once (oneAtATimeFor, or work without a pause). Throws RULE request-reused.
 */
export async function answeredOnce<T>(
  core: Core,
  who: Who,
  { procedure, input }: { procedure: string; input: { readonly requestId: string } },
  work: () => Promise<T> | T,
): Promise<T> {
  const asked = askedBy(who, procedure, input);
  const before = answerTo(openDatabaseOf(core), asked);
  // Recorded below, by the same procedure.
  if (before) return before.answer as T;
  const made = work();
  // Not awaited when it is there already: a pause would let the second of two equal requests in.
  const answer = made instanceof Promise ? await made : made;
  // Nothing is touched by that, so that the journal does not tell of it.
  if (core.database)
    writeAndPublish(core, { staffId: who.staffId, procedure }, (tx) => recordAnswer(tx, asked, answer));
  return answer;
}
