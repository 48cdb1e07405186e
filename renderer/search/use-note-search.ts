import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { EmployerKind } from '../../shared/access/access.contract.ts';
import type { NoteLevel } from '../../shared/consultations/consultations.contract.ts';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import { isSearchable } from '../../shared/search/search.rules.ts';
import { orpc } from '../rpc/client.ts';

export interface NoteFilters {
  topic: string | null;
  from: LocalDate | null;
  to: LocalDate | null;
  employer: EmployerKind | null;
  level: NoteLevel | null;
}

export const NO_FILTERS: NoteFilters = { topic: null, from: null, to: null, employer: null, level: null };

const TYPING_PAUSE_MS = 120;
/** While the office still takes older notes in, what is shown is asked again. */
const WHILE_BUILDING_MS = 700;

/** Notes in which every word stands, as they are typed; what was found stays until the next answer is there. */
export function useNoteSearch(words: string, filters: NoteFilters = NO_FILTERS, mayAsk = true) {
  const [asked] = useDebouncedValue(words.trim(), TYPING_PAUSE_MS);
  const searching = mayAsk && isSearchable(asked);
  const found = useQuery({
    ...orpc.search.notes.queryOptions({ input: { words: asked, ...filters }, enabled: searching }),
    placeholderData: keepPreviousData,
    // Nobody is told when a note changes that not everybody may read: an answer is good for one look.
    staleTime: 0,
    gcTime: 0,
    refetchInterval: (query) => (query.state.data && query.state.data.reach !== 'all' ? WHILE_BUILDING_MS : false),
  });
  return {
    searching,
    hits: searching ? (found.data?.hits ?? []) : [],
    more: searching && (found.data?.more ?? false),
    reach: searching ? (found.data?.reach ?? 'all') : 'all',
    settled: asked === words.trim() && !found.isFetching && !found.isPlaceholderData,
    error: found.error,
    retry: () => void found.refetch(),
  };
}

export type NoteSearch = ReturnType<typeof useNoteSearch>;
