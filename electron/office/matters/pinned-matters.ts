import { z } from 'zod';
import { hasDuplicate } from '../../../shared/consultations/contact.rules.ts';
import { type Instant, localDateOf } from '../../../shared/kernel/instants.ts';
import type { Matter } from '../../../shared/matters/matters.contract.ts';
import { MATTER_KEYS, type MatterOnKey, mattersOnKeys } from '../../../shared/matters/matters.rules.ts';
import { isOffered, requireOffered } from '../catalogues/require-offered.ts';
import { frequentMatters } from '../consultations/frequent-matters.ts';
import { type Db, listRows, run, type Tx } from '../database/handles.ts';
import { rule } from '../rpc/faults.ts';

const PinnedRow = z.strictObject({ position: z.int(), topic: z.string(), result: z.string() });

/** The matters on the digits of the queue card: pinned ones, then what was frequent in the last 90 days. */
export function mattersNow(db: Db, now: Instant): MatterOnKey[] {
  const pinned = listRows(db, PinnedRow, 'SELECT position, topic, result FROM pinned_matter ORDER BY position');
  // As many as there are keys may be pinned already.
  return mattersOnKeys(
    pinned,
    frequentMatters(db, localDateOf(now), 2 * MATTER_KEYS),
    ({ topic, result }) => isOffered(db, 'topic', topic) && isOffered(db, 'result', result),
  );
}

/** Puts these matters on the first digits instead of those that were. Throws RULE matter-twice, not-offered. */
export function pinMatters(tx: Tx, matters: readonly Matter[]): void {
  if (hasDuplicate(matters.map(({ topic, result }) => `${topic} ${result}`))) throw rule('matter-twice');
  requireOffered(
    tx,
    'topic',
    matters.map(({ topic }) => topic),
  );
  requireOffered(
    tx,
    'result',
    matters.map(({ result }) => result),
  );
  run(tx, 'DELETE FROM pinned_matter');
  for (const [index, { topic, result }] of matters.entries())
    run(tx, 'INSERT INTO pinned_matter (position, topic, result) VALUES (?, ?, ?)', index + 1, topic, result);
  tx.touch({ entity: 'pinned-matter', id: 'office', op: 'put', fields: ['topic', 'result'] });
}
