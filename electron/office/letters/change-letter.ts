import type { HAND_OVER_WAYS } from '../../../shared/letters/letters.contract.ts';
import { run, type Tx } from '../database/handles.ts';
import { rule } from '../rpc/faults.ts';
import { getLetterAt } from './letter-row.ts';
import { withdrawReferral } from './referrals.ts';

/** Records how and when a letter left the house. Throws CONFLICT, RULE not-printed, RULE is-void. */
export function handOver(
  tx: Tx,
  input: { id: string; revision: number; way: (typeof HAND_OVER_WAYS)[number] },
): { revision: number } {
  const letter = getLetterAt(tx, input);
  if (letter.state === 'void') throw rule('is-void');
  if (letter.state !== 'ready') throw rule('not-printed');
  const revision = letter.revision + 1;
  run(
    tx,
    'UPDATE letter SET handed_over_way = ?, handed_over_at = ?, revision = ? WHERE id = ?',
    input.way,
    tx.at,
    revision,
    letter.id,
  );
  tx.touch({ entity: 'letter', id: letter.id, op: 'put', fields: ['handedOver'], revision });
  return { revision };
}

/** Marks a letter as not valid; its pages stay as they were printed. Throws CONFLICT, RULE is-void. */
export function makeVoid(tx: Tx, input: { id: string; revision: number }): { revision: number } {
  const letter = getLetterAt(tx, input);
  if (letter.state === 'void') throw rule('is-void');
  const revision = letter.revision + 1;
  run(tx, "UPDATE letter SET state = 'void', revision = ? WHERE id = ?", revision, letter.id);
  tx.touch({ entity: 'letter', id: letter.id, op: 'put', fields: ['state'], revision });
  withdrawReferral(tx, letter.id);
  return { revision };
}
