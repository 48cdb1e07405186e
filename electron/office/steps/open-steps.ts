import type { StepView } from '../../../shared/consultations/consultations.contract.ts';
import { listStepsOf } from '../consultations/list-steps.ts';
import type { Db } from '../database/handles.ts';
import { requirePerson } from '../people/person-row.ts';

/** What is still open from a person's talks but one, in the order in which it was agreed. Throws NOT_FOUND. */
export function openStepsOf(db: Db, of: { personId: string; exceptContactId: string | null }): StepView[] {
  requirePerson(db, of.personId);
  return listStepsOf(db, { personId: of.personId })
    .filter(({ doneAt, contactId }) => doneAt === null && contactId !== of.exceptContactId)
    .map(({ createdAt: _, spoken: __, ...step }) => step);
}
