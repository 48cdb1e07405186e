import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PersonHit } from '../../shared/people/people.contract.ts';
import { orpc } from '../rpc/client.ts';

/** Long enough that a fast typist asks once, short enough that nobody waits. */
export const TYPING_PAUSE_MS = 120;

/** One and the same list each time, so that a choice in it is not taken for one in another list. */
const NOBODY: readonly PersonHit[] = [];

export interface PeopleSearch {
  hits: readonly PersonHit[];
  /** Whether the words are enough to search by; if not, the hits are the people seen last. */
  searching: boolean;
  /** Whether the hits belong to the words as they stand now. */
  settled: boolean;
  error: unknown;
  retry: () => void;
}

/** At least one word of two letters, as the office's search asks for. */
export function isSearchable(words: string): boolean {
  return words
    .trim()
    .split(/\s+/)
    .some((word) => [...word].length >= 2);
}

/** Who fits the words, as they are typed; what was found stays until the next answer is there. */
export function usePeopleSearch(words: string): PeopleSearch {
  const [asked] = useDebouncedValue(words.trim(), TYPING_PAUSE_MS);
  const searching = isSearchable(asked);
  const found = useQuery(
    orpc.people.search.queryOptions({ input: { words: asked }, enabled: searching, placeholderData: keepPreviousData }),
  );
  const recent = useQuery(orpc.people.recent.queryOptions({ input: {}, enabled: !searching }));
  const shown = searching ? found : recent;
  return {
    hits: shown.data?.hits ?? NOBODY,
    searching,
    settled: asked === words.trim() && !shown.isFetching && !shown.isPlaceholderData,
    error: shown.error,
    retry: () => void shown.refetch(),
  };
}
