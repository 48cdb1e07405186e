import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { orpc } from '../rpc/client.ts';
import { type OwnChange, withOwnChange } from './own-change.ts';

/**
 * Puts a change of one's own into the list as soon as the office has said yes. The list is asked again by the office's
 * change events, a moment later; a key pressed in between would otherwise carry the revision from before one's own
 * change, and be told that somebody else was quicker.
 */
export function useOwnChange(): (change: OwnChange) => void {
  const queryClient = useQueryClient();
  return useCallback(
    (change) =>
      void queryClient.setQueryData(
        orpc.interpreters.list.queryKey({ input: {} }),
        (list) => list && withOwnChange(list, change),
      ),
    [queryClient],
  );
}
