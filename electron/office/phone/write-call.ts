import { v7 as uuidv7 } from 'uuid';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { isBlank } from '../../../shared/kernel/text.ts';
import type { ReachableAt, TryResult } from '../../../shared/phone/phone.rules.ts';
import type { Who } from '../access/session.ts';
import { getContact } from '../consultations/contact-row.ts';
import { run, type Tx } from '../database/handles.ts';
import { getPerson } from '../people/person-row.ts';
import { conflict, rule } from '../rpc/faults.ts';
import { type Call, getCall } from './call-row.ts';

interface On {
  id: string;
  revision: number;
}

/** What is promised. */
export interface CallDraft {
  contactId: string;
  phone: string;
  language: string;
  reachable: readonly ReachableAt[];
  reason: string;
  dueOn: LocalDate;
}

/** Promises a call after a talk. Throws NOT_FOUND, RULE no-number where neither the call nor the talk's person has one. */
export function addCall(tx: Tx, call: CallDraft, who: Who): On {
  const { person_id: personId } = getContact(tx, call.contactId);
  if (isBlank(call.phone) && (personId === null || isBlank(getPerson(tx, personId).phone))) throw rule('no-number');
  const id = uuidv7();
  run(
    tx,
    `INSERT INTO phone_follow_up (id, contact_id, phone, language, reachable, reason, due_on, author_id, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    call.contactId,
    isBlank(call.phone) ? '' : call.phone.trim(),
    call.language,
    JSON.stringify([...new Set(call.reachable)]),
    call.reason,
    call.dueOn,
    who.staffId,
    tx.at,
  );
  tx.touch({ entity: 'phone-follow-up', id, op: 'put', revision: 1 });
  return { id, revision: 1 };
}

/** Records a try. Throws NOT_FOUND, CONFLICT, RULE call-is-over. */
export function addTry(tx: Tx, { id, revision, result }: On & { result: TryResult }, who: Who): On {
  requireOwed(tx, { id, revision });
  run(
    tx,
    `INSERT INTO phone_try (follow_up_id, sequence, result, at, staff_id)
      SELECT ?, coalesce(max(sequence), 0) + 1, ?, ?, ? FROM phone_try WHERE follow_up_id = ?`,
    id,
    result,
    tx.at,
    who.staffId,
    id,
  );
  return next(tx, { id, revision }, 'tries');
}

/** Closes a call without having reached anybody. Throws NOT_FOUND, CONFLICT, RULE call-is-over. */
export function closeCall(tx: Tx, { id, revision, as }: On & { as: 'letter' | 'withdrawn' }): On {
  requireOwed(tx, { id, revision });
  run(tx, 'UPDATE phone_follow_up SET closed_as = ? WHERE id = ?', as, id);
  return next(tx, { id, revision }, 'closed');
}

/** Takes back the closing, else the newest try. Throws NOT_FOUND, CONFLICT, RULE nothing-to-undo. */
export function undoOnCall(tx: Tx, { id, revision }: On): On {
  const call = requireRevision(tx, { id, revision });
  const newest = call.tries.at(-1);
  if (call.closed_as !== null) run(tx, 'UPDATE phone_follow_up SET closed_as = NULL WHERE id = ?', id);
  else if (newest)
    run(tx, 'UPDATE phone_try SET undone_at = ? WHERE follow_up_id = ? AND sequence = ?', tx.at, id, newest.sequence);
  else throw rule('nothing-to-undo');
  return next(tx, { id, revision }, 'undone');
}

function requireRevision(tx: Tx, { id, revision }: On): Call {
  const call = getCall(tx, id);
  if (call.revision !== revision) throw conflict(call.revision);
  return call;
}

function requireOwed(tx: Tx, on: On): void {
  const { state } = requireRevision(tx, on);
  if (state !== 'open' && state !== 'letter-due') throw rule('call-is-over');
}

function next(tx: Tx, { id, revision }: On, field: string): On {
  run(tx, 'UPDATE phone_follow_up SET revision = ? WHERE id = ?', revision + 1, id);
  tx.touch({ entity: 'phone-follow-up', id, op: 'put', fields: [field], revision: revision + 1 });
  return { id, revision: revision + 1 };
}
