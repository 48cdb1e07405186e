import { v7 as uuidv7 } from 'uuid';
import type { STEP_OWNERS } from '../../../shared/consultations/consultations.contract.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import type { Who } from '../access/session.ts';
import { run, type Tx } from '../database/handles.ts';
import { conflict } from '../rpc/faults.ts';
import { requireContact } from './contact-row.ts';
import { getStep } from './list-steps.ts';

type StepOwner = (typeof STEP_OWNERS)[number];

/** Records what was agreed in a contact. Throws NOT_FOUND. */
export function addStep(
  tx: Tx,
  step: { contactId: string; owner: StepOwner; what: string; topic: string | null; dueOn: LocalDate | null },
  who: Who,
): { id: string; revision: number } {
  requireContact(tx, step.contactId);
  const id = uuidv7();
  run(
    tx,
    'INSERT INTO step (id, contact_id, owner, what, topic, due_on, author_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    step.contactId,
    step.owner,
    step.what,
    step.topic,
    step.dueOn,
    who.staffId,
    tx.at,
  );
  tx.touch({ entity: 'step', id, op: 'put', revision: 1 });
  return { id, revision: 1 };
}

/** Changes a step or ticks it off; one that was done keeps the time at which it was. Throws CONFLICT. */
export function changeStep(
  tx: Tx,
  input: { id: string; revision: number; owner: StepOwner; what: string; dueOn: LocalDate | null; done: boolean },
): { revision: number } {
  const before = getStep(tx, input.id);
  if (before.revision !== input.revision) throw conflict(before.revision);
  const revision = before.revision + 1;
  const doneAt = input.done ? (before.doneAt ?? tx.at) : null;
  run(
    tx,
    'UPDATE step SET owner = ?, what = ?, due_on = ?, done_at = ?, revision = ? WHERE id = ?',
    input.owner,
    input.what,
    input.dueOn,
    doneAt,
    revision,
    input.id,
  );
  tx.touch({ entity: 'step', id: input.id, op: 'put', fields: ['owner', 'what', 'dueOn', 'done'], revision });
  return { revision };
}

/** Removes a step that was not agreed after all. Throws CONFLICT. */
export function removeStep(tx: Tx, input: { id: string; revision: number }): void {
  const before = getStep(tx, input.id);
  if (before.revision !== input.revision) throw conflict(before.revision);
  run(tx, 'DELETE FROM step WHERE id = ?', input.id);
  tx.touch({ entity: 'step', id: input.id, op: 'delete' });
}
