import type { LivingWith } from '../../../shared/households/households.contract.ts';
import { displayName } from '../../../shared/people/display-name.rules.ts';
import type { Db } from '../database/handles.ts';
import { recordsOf, standingIdOf } from '../people/duplicates/merges.ts';
import { listPeople, requirePerson } from '../people/person-row.ts';
import { findHouseholdOf, listMembers } from './household-row.ts';
import { separatedFrom } from './separated.ts';

/**
 * The households of people as they are now: who lives there in the order in which they came, the people themselves among
 * them, each by the record that stands for them. Who else has parted from one of the people is left out, by whichever record
 * of either: a child may live with one parent now, and come with the other. Throws NOT_FOUND.
 */
export function livingWith(db: Db, personIds: readonly string[]): LivingWith[] {
  for (const id of personIds) requirePerson(db, id);
  const asked = new Set(personIds.map((id) => standingIdOf(db, id)));
  const records = [...asked].flatMap((id) => recordsOf(db, id));
  const parted = new Set(records.flatMap((id) => [...separatedFrom(db, id)].map((other) => standingIdOf(db, other))));
  const members = records.flatMap((id) => {
    const household = findHouseholdOf(db, id);
    return household ? listMembers(db, household.id).map(({ personId }) => standingIdOf(db, personId)) : [];
  });
  const shown = [...new Set(members)].filter((id) => asked.has(id) || !parted.has(id));
  return listPeople(db, shown).map((person) => ({
    id: person.id,
    name: displayName(person),
    bornYear: person.bornOn === null ? null : Number(person.bornOn.slice(0, 4)),
  }));
}
