import type { Who } from '../../access/session.ts';
import { run, type Tx } from '../../database/handles.ts';
import { rule } from '../../rpc/faults.ts';
import { requirePerson } from '../person-row.ts';

/** Remembers that two records are two people. Throws NOT_FOUND, RULE same-record. */
export function setDistinct(
  tx: Tx,
  { firstId, secondId }: { firstId: string; secondId: string },
  who: Who,
): Record<string, never> {
  if (firstId === secondId) throw rule('same-record');
  requirePerson(tx, firstId);
  requirePerson(tx, secondId);
  const [first, second] = [firstId, secondId].sort();
  run(
    tx,
    'INSERT INTO person_distinct (first_id, second_id, decided_at, decided_by) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    first ?? '',
    second ?? '',
    tx.at,
    who.staffId,
  );
  for (const id of [firstId, secondId]) tx.touch({ entity: 'person', id, op: 'put', fields: ['distinctFrom'] });
  return {};
}
