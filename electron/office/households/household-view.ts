import { z } from 'zod';
import type { HouseholdEntry, HouseholdMember, HouseholdView } from '../../../shared/households/households.contract.ts';
import { compareNames } from '../../../shared/people/compare-names.ts';
import { displayName } from '../../../shared/people/display-name.rules.ts';
import { phoneDigits } from '../../../shared/people/person-keys.rules.ts';
import type { Db } from '../database/handles.ts';
import { getPerson, listPeople } from '../people/person-row.ts';
import { workFor } from '../people/timeline.ts';
import { findHouseholdOf, listMembers } from './household-row.ts';
import { listEnded, listRelated } from './relation-row.ts';
import { separatedFrom } from './separated.ts';

const MOST_ENTRIES = 100;

/** A person's household and relatives as they are now. Throws NOT_FOUND. */
export function householdView(db: Db, personId: string): HouseholdView {
  const person = getPerson(db, personId);
  const household = findHouseholdOf(db, personId);
  const related = new Map(listRelated(db, personId).map((one) => [one.personId, one]));
  const living = (household ? listMembers(db, household.id) : []).filter((member) => member.personId !== personId);
  const livingIds = new Set(living.map((member) => member.personId));
  const people = new Map(listPeople(db, [...livingIds, ...related.keys()]).map((one) => [one.id, one]));
  const memberOf = (id: string, fromOn: string | null): HouseholdMember[] => {
    const found = people.get(id);
    const relation = related.get(id);
    if (!found) return [];
    return [
      {
        id,
        name: displayName(found),
        level: found.level,
        bornYear: found.bornOn === null ? null : Number(found.bornOn.slice(0, 4)),
        kind: relation?.kind ?? null,
        relation: relation ? { id: relation.id, revision: relation.revision } : null,
        fromOn,
      },
    ];
  };
  const elsewhere = [...related.keys()].filter((id) => !livingIds.has(id));
  return {
    household,
    members: living.flatMap(({ personId: id, fromOn }) => memberOf(id, fromOn)),
    relatives: elsewhere.flatMap((id) => memberOf(id, null)).sort((a, b) => compareNames(a.name, b.name)),
    ended: listEnded(db, personId),
    samePhone: samePhone(db, person.phone, new Set([personId, ...people.keys(), ...separatedFrom(db, personId)])),
  };
}

/** Contacts, letters and steps of those who live with the person now, newest first; whoever left is not among them. */
export function householdTimeline(db: Db, personId: string): HouseholdEntry[] {
  const { members } = householdView(db, personId);
  return members
    .flatMap(({ id, name }) => workFor(db, id).map((entry) => ({ personId: id, name, entry })))
    .sort((a, b) => b.entry.at.localeCompare(a.entry.at))
    .slice(0, MOST_ENTRIES);
}

/** Others who have this number. One number is no identity, and no household either: somebody asks first. Who has parted often keeps it. */
function samePhone(db: Db, phone: string, known: ReadonlySet<string>): HouseholdView['samePhone'] {
  const digits = phoneDigits(phone);
  if (digits === '') return [];
  const ids = z
    .array(z.string())
    .parse(
      db
        .statement("SELECT DISTINCT person_id FROM person_key WHERE source = 'phone' AND key = ?")
        .pluck(true)
        .all(digits),
    );
  return listPeople(
    db,
    ids.filter((id) => !known.has(id)),
  ).map((person) => ({ id: person.id, name: displayName(person) }));
}
