import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AlikePerson } from '../../../shared/people/duplicates.contract.ts';
import type { PersonFields } from '../../../shared/people/people.contract.ts';
import { orpc } from '../../rpc/client.ts';
import { isSearchable, TYPING_PAUSE_MS } from '../use-people-search.ts';

const NOBODY: readonly AlikePerson[] = [];

export interface AlikePeople {
  people: readonly AlikePerson[];
  /** Those that are likely the same: somebody must say that it is another person before it is stored. */
  likely: readonly string[];
  /** Whether somebody said so of exactly these. */
  isOther: boolean;
  setOther: (isOther: boolean) => void;
  /** Asks the office once more: a colleague may have stored the same person just now. */
  refetch: () => Promise<unknown>;
}

/** Who may be there already as the person that is being typed, asked with each pause. */
export function useAlikePeople(person: PersonFields): AlikePeople {
  const { givenName, familyName, ownScriptName, bornOn, birthPrecision, gender, phone, email } = person;
  const typed = { givenName, familyName, ownScriptName, bornOn, birthPrecision, gender, phone, email };
  // As text: the same values in a new object are no new wish.
  const [settled] = useDebouncedValue(JSON.stringify(typed), TYPING_PAUSE_MS);
  const input: typeof typed = JSON.parse(settled);
  const searching =
    person.level === 'named' && isSearchable([input.givenName, input.familyName, input.ownScriptName].join(' '));
  const found = useQuery(
    orpc.duplicates.alike.queryOptions({ input, enabled: searching, placeholderData: keepPreviousData }),
  );
  const people = searching ? (found.data?.people ?? NOBODY) : NOBODY;
  const likely = people.flatMap((alike) => (alike.likely ? [alike.person.id] : []));
  const [saidOtherThan, setSaidOtherThan] = useState<string | null>(null);
  return {
    people,
    likely,
    isOther: saidOtherThan === likely.join(' '),
    setOther: (isOther) => setSaidOtherThan(isOther ? likely.join(' ') : null),
    refetch: () => found.refetch(),
  };
}
