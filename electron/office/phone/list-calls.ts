import type { PhoneFollowUp } from '../../../shared/phone/phone.contract.ts';
import { listStepsOf } from '../consultations/list-steps.ts';
import type { Db } from '../database/handles.ts';
import { displayNames, getPerson } from '../people/person-row.ts';
import { owedCalls } from './call-row.ts';

/** The calls that are owed, with the number to call and what to ask about. */
export function listCalls(db: Db): PhoneFollowUp[] {
  const calls = owedCalls(db);
  const names = displayNames(db, [...new Set(calls.flatMap(({ person_id }) => person_id ?? []))]);
  return calls.map((call) => ({
    id: call.id,
    revision: call.revision,
    contactId: call.contact_id,
    person: call.person_id === null ? null : { id: call.person_id, name: names.get(call.person_id) ?? '' },
    phone: call.phone === '' && call.person_id !== null ? getPerson(db, call.person_id).phone : call.phone,
    language: call.language,
    reachable: call.reachable,
    reason: call.reason,
    dueOn: call.due_on,
    state: call.state,
    tries: call.tries.map(({ result, at, staffId }) => ({ result, at, staffId })),
    openSteps: listStepsOf(db, { contactId: call.contact_id })
      .filter(({ owner, doneAt }) => owner === 'client' && doneAt === null)
      .map(({ id, what, dueOn }) => ({ id, what, dueOn })),
  }));
}
