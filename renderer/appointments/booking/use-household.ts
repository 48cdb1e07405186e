import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { LivingWith } from '../../../shared/households/households.contract.ts';
import { useRight } from '../../access/session-store.ts';
import type { ChosenPerson } from '../../people/person-picker.tsx';
import { orpc } from '../../rpc/client.ts';

/** The household of those who come, themselves among them; empty while nobody else lives there whom the office would name. */
export function useHousehold(people: readonly ChosenPerson[]): readonly LivingWith[] {
  const mayRead = useRight('people.read');
  const asks = mayRead && people.length > 0;
  const household = useQuery({
    ...orpc.households.livingWith.queryOptions({ input: { personIds: people.map(({ id }) => id) } }),
    enabled: asks,
    placeholderData: keepPreviousData,
  });
  const members = asks ? (household.data?.people ?? []) : [];
  const isAlone = members.every(({ id }) => people.some((person) => person.id === id)) && members.length < 2;
  return isAlone ? [] : members;
}
