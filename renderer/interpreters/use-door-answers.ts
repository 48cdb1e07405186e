import { useQuery } from '@tanstack/react-query';
import { useRight } from '../access/session-store.ts';
import { orpc } from '../rpc/client.ts';

/** What is said at the door must not be older than a minute; changes of tickets and people ask at once. */
const ASK_AGAIN_MS = 20_000;

/** What can truly be said now for these languages (null: those of the office), live. */
export function useDoorAnswers(
  languages: readonly string[] | null,
  { topics = [], withRange = true }: { topics?: readonly string[]; withRange?: boolean } = {},
) {
  const mayWork = useRight('queue.work');
  return useQuery({
    ...orpc.interpreters.doorAnswers.queryOptions({
      input: {
        languages: languages === null ? null : [...languages],
        topics: [...topics],
        genderWish: null,
        withRange,
      },
    }),
    enabled: mayWork,
    refetchInterval: ASK_AGAIN_MS,
    placeholderData: (before) => before,
  });
}
