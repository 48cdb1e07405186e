import { type LocalDate, localDateOf } from '../../../shared/kernel/instants.ts';
import { type CheckedField, checkedByChange } from '../../../shared/people/checked-fields.ts';
import type { PersonFields, PersonView } from '../../../shared/people/people.contract.ts';
import { UNKNOWN_PERSON } from '../../../shared/people/person.rules.ts';
import type { CardDays } from '../../../shared/profile-cards/card-content.ts';
import type { profileCardsContract } from '../../../shared/profile-cards/profile-cards.contract.ts';
import type { Who } from '../access/session.ts';
import type { Tx } from '../database/handles.ts';
import { findHouseholdOf } from '../households/household-row.ts';
import { changeHousehold } from '../households/write-household.ts';
import { listChecked, setChecked } from '../people/checked-fields.ts';
import { getPerson } from '../people/person-row.ts';
import { changePerson, createPerson } from '../people/write-person.ts';
import { conflict } from '../rpc/faults.ts';
import type { InputOf } from '../rpc/handlers.ts';

type TakeOver = InputOf<typeof profileCardsContract.takeOver>;
type Values = TakeOver['values'];

/**
 * Stores the chosen values of a card, each with the day on which it was last found right, by another office or by this one. Throws NOT_FOUND,
 * CONFLICT and what creating or changing a person or a household throws.
 */
export function takeOver(tx: Tx, { person, values, days }: TakeOver, who: Who): { id: string; revision: number } {
  const before = person && getPerson(tx, person.id);
  const known = before ? daysOfTheSame(tx, before, values) : new Map<CheckedField, LocalDate>();
  const stored =
    person && before
      ? changed(tx, before, { revision: person.revision, values, who })
      : createPerson(tx, { ...UNKNOWN_PERSON, ...personFieldsOf(values) }, who);
  if (values.householdSize !== undefined) takeHousehold(tx, stored.id, values.householdSize, who);
  takeDays(tx, stored.id, { values, days, known });
  return stored;
}

/** What the card says and this office has the same already: on which day it was last found right here. */
function daysOfTheSame(tx: Tx, before: PersonView, values: Values): Map<CheckedField, LocalDate> {
  const other = new Set(checkedByChange(before, { ...before, ...personFieldsOf(values) }).said);
  if (findHouseholdOf(tx, before.id)?.size !== values.householdSize) other.add('householdSize');
  const checked = listChecked(tx, before.id).filter(({ field }) => !other.has(field));
  return new Map(checked.map(({ field, checkedOn }) => [field, checkedOn]));
}

function changed(
  tx: Tx,
  before: PersonView,
  { revision, values, who }: { revision: number; values: Values; who: Who },
): { id: string; revision: number } {
  if (before.revision !== revision) throw conflict(before.revision);
  const { id, revision: _revision, createdAt: _createdAt, ...fields } = before;
  const person = { ...fields, ...personFieldsOf(values) };
  // The same value, found right elsewhere, brings its day alone.
  if (JSON.stringify(person) === JSON.stringify(fields)) return { id, revision };
  return { id, ...changePerson(tx, { id, revision, person }, who) };
}

/** The values of a card as they stand in a person. */
function personFieldsOf({ name, birth, householdSize: _elsewhere, ...rest }: Values): Partial<PersonFields> {
  const said = { ...name, ...birth, ...rest };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function takeHousehold(tx: Tx, personId: string, size: number, who: Who): void {
  const household = findHouseholdOf(tx, personId);
  if (household?.size === size) return;
  const { revision, seeksFlat, wishDistricts } = household ?? { revision: null, seeksFlat: false, wishDistricts: [] };
  changeHousehold(tx, { personId, revision, size, seeksFlat, wishDistricts }, who);
}

/** The later of two days on which the same was found right, here and elsewhere. */
function takeDays(
  tx: Tx,
  personId: string,
  { values, days, known }: { values: Values; days: CardDays; known: ReadonlyMap<CheckedField, LocalDate> },
): void {
  // The keys of an object of this type are its fields.
  const fields = (Object.keys(values) as (keyof typeof values)[]).filter((field) => values[field] !== undefined);
  const today = localDateOf(tx.at);
  for (const field of fields) {
    const [here = null, there = null] = [known.get(field), days[field]];
    // A day that is still to come, by another office's clock or somebody's will, says nothing: it would never grow old.
    const elsewhere = there !== null && there <= today ? there : null;
    setChecked(tx, personId, field, here !== null && here > (elsewhere ?? '') ? here : elsewhere);
  }
  tx.touch({ entity: 'person-checked', id: personId, op: 'put', fields });
}
