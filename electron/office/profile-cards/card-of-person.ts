import {
  CARD_FIELDS,
  type CardContent,
  CardDays,
  type CardField,
  CardValues,
} from '../../../shared/profile-cards/card-content.ts';
import { valuesOfPerson } from '../../../shared/profile-cards/values-of-person.ts';
import type { Db } from '../database/handles.ts';
import { findHouseholdOf } from '../households/household-row.ts';
import { findOffice } from '../office/office-row.ts';
import { listChecked } from '../people/checked-fields.ts';
import { getPerson } from '../people/person-row.ts';
import { conflict, rule } from '../rpc/faults.ts';

export interface CardOrder {
  personId: string;
  /** Of the person as the desk saw them. */
  revision: number;
  fields: readonly CardField[];
  topics: readonly string[];
}

/**
 * What goes on a person's card: of the fields that were chosen those that say something, and nothing else. Throws NOT_FOUND,
 * CONFLICT, RULE card-needs-name, nothing-on-card.
 */
export function contentOf(db: Db, order: CardOrder): CardContent {
  const person = getPerson(db, order.personId);
  if (person.revision !== order.revision) throw conflict(person.revision);
  // A pseudonym is of this office alone; on a card it would tie the person to what is known here.
  if (person.level === 'pseudonymous') throw rule('card-needs-name');
  const said: CardValues = {
    ...valuesOfPerson(person, findHouseholdOf(db, person.id)?.size ?? null),
    ...(order.topics.length === 0 ? {} : { topics: [...order.topics] }),
  };
  const chosen = CARD_FIELDS.filter((field) => order.fields.includes(field) && said[field] !== undefined);
  if (chosen.length === 0) throw rule('nothing-on-card');
  const days = Object.fromEntries(listChecked(db, person.id).map(({ field, checkedOn }) => [field, checkedOn]));
  return {
    officeName: findOffice(db).name,
    values: CardValues.parse(Object.fromEntries(chosen.map((field) => [field, said[field]]))),
    days: CardDays.parse(
      Object.fromEntries(
        chosen.flatMap((field) => {
          const day = days[field];
          return day === undefined ? [] : [[field, day]];
        }),
      ),
    ),
  };
}
