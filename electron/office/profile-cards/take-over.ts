import type { PersonFields, PersonView } from '../../../shared/people/people.contract.ts';
import { UNKNOWN_PERSON } from '../../../shared/people/person.rules.ts';
import type { CardDays, CardValues } from '../../../shared/profile-cards/card-content.ts';
import type { profileCardsContract } from '../../../shared/profile-cards/profile-cards.contract.ts';
import type { Who } from '../access/session.ts';
import type { Tx } from '../database/handles.ts';
import { findHouseholdOf } from '../households/household-row.ts';
import { changeHousehold } from '../households/write-household.ts';
import { setChecked } from '../people/checked-fields.ts';
import { getPerson } from '../people/person-row.ts';
import { changePerson, createPerson } from '../people/write-person.ts';
import { conflict } from '../rpc/faults.ts';
import type { InputOf } from '../rpc/handlers.ts';

type TakeOver = InputOf<typeof profileCardsContract.takeOver>;

/**
 * Stores the chosen values of a card, each with the day on which another office last found it right. Throws NOT_FOUND,
 * CONFLICT and what creating or changing a person or a household throws.
 */
export function takeOver(tx: Tx, { person, values, days }: TakeOver, who: Who): { id: string; revision: number } {
  const stored = person
    ? changed(tx, getPerson(tx, person.id), { revision: person.revision, values, who })
    : createPerson(tx, { ...UNKNOWN_PERSON, ...personFieldsOf(values) }, who);
  if (values.householdSize !== undefined) takeHousehold(tx, stored.id, values.householdSize, who);
  takeDays(tx, stored.id, values, days);
  return stored;
}

function changed(
  tx: Tx,
  before: PersonView,
  { revision, values, who }: { revision: number; values: TakeOver['values']; who: Who },
): { id: string; revision: number } {
  if (before.revision !== revision) throw conflict(before.revision);
  const { id, revision: _revision, createdAt: _createdAt, ...fields } = before;
  const person = { ...fields, ...personFieldsOf(values) };
  // The same value, found right elsewhere, brings its day alone.
  if (JSON.stringify(person) === JSON.stringify(fields)) return { id, revision };
  return { id, ...changePerson(tx, { id, revision, person }, who) };
}

/** The values of a card as they stand in a person. */
function personFieldsOf({
  name,
  birth,
  householdSize: _elsewhere,
  ...rest
}: TakeOver['values']): Partial<PersonFields> {
  const said = { ...name, ...birth, ...rest };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function takeHousehold(tx: Tx, personId: string, size: number, who: Who): void {
  const household = findHouseholdOf(tx, personId);
  if (household?.size === size) return;
  const { revision, seeksFlat, wishDistricts } = household ?? { revision: null, seeksFlat: false, wishDistricts: [] };
  changeHousehold(tx, { personId, revision, size, seeksFlat, wishDistricts }, who);
}

function takeDays(tx: Tx, personId: string, values: Omit<CardValues, 'topics'>, days: CardDays): void {
  // The keys of an object of this type are its fields.
  const fields = (Object.keys(values) as (keyof typeof values)[]).filter((field) => values[field] !== undefined);
  for (const field of fields) setChecked(tx, personId, field, days[field] ?? null);
  tx.touch({ entity: 'person-checked', id: personId, op: 'put', fields });
}
