import { matchesWords } from '../../../shared/kernel/matches-words.ts';
import type { Db } from '../database/handles.ts';
import { displayNames } from '../people/person-row.ts';
import { listOpenSteps } from './list-steps.ts';

/** Open steps that have every word in what was agreed or in the person's name, the one that was agreed last first. */
export function findSteps(db: Db, words: string, most: number) {
  const steps = listOpenSteps(db);
  const names = displayNames(db, [...new Set(steps.flatMap((step) => step.personId ?? []))]);
  return steps
    .map(({ id, what, owner, personId, dueOn }) => ({
      id,
      what,
      owner,
      person: personId === null ? null : { id: personId, name: names.get(personId) ?? '' },
      dueOn,
    }))
    .filter((step) => matchesWords(`${step.what} ${step.person?.name ?? ''}`, words))
    .slice(0, most);
}
