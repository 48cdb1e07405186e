import { useQuery } from '@tanstack/react-query';
import type { PersonView } from '../../shared/people/people.contract.ts';
import type { CardDays, CardValues } from '../../shared/profile-cards/card-content.ts';
import { valuesOfPerson } from '../../shared/profile-cards/values-of-person.ts';
import { orpc } from '../rpc/client.ts';
import { NOBODY_YET } from './choose-who.tsx';

/** What this office has of somebody, as a card would have it. */
export interface Here {
  /** Null: somebody new. */
  person: PersonView | null;
  values: CardValues;
  days: CardDays;
}

/** What this office has of a person; null until it is decided who it is, and until the office has answered. */
export function useHere(who: string | null): Here | null {
  const id = who ?? '';
  const enabled = who !== null && who !== NOBODY_YET;
  const person = useQuery({ ...orpc.people.get.queryOptions({ input: { id } }), enabled });
  const household = useQuery({ ...orpc.households.of.queryOptions({ input: { personId: id } }), enabled });
  const checked = useQuery({ ...orpc.people.checked.queryOptions({ input: { id } }), enabled });
  if (who === NOBODY_YET) return { person: null, values: {}, days: {} };
  if (!enabled || !person.data || !household.data || !checked.data) return null;
  return {
    person: person.data,
    values: valuesOfPerson(person.data, household.data.household?.size ?? null),
    days: Object.fromEntries(checked.data.fields.map(({ field, checkedOn }) => [field, checkedOn])),
  };
}
