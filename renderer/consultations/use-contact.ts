import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ContactView } from '../../shared/consultations/consultations.contract.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { type ContactPatch, withPatches } from './contact-changes.ts';

/**
 * A contact and the way to change it. A tap shows at once; the changes go to the office one after the other, since each
 * must carry the revision that the one before it made. A refused change leaves the screen with what the office has.
 */
export function useContact(contactId: string) {
  const queryClient = useQueryClient();
  const query = useQuery(orpc.consultations.get.queryOptions({ input: { contactId } }));
  const [patches, setPatches] = useState<readonly ContactPatch[]>([]);
  const command = useCommand(orpc.consultations.change);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const { run } = command;

  const send = useCallback(
    async (patch: ContactPatch) => {
      const queryKey = orpc.consultations.get.queryKey({ input: { contactId } });
      const known = queryClient.getQueryData(queryKey);
      const { person, ...rest } = patch;
      const done = known
        ? await run({
            contactId,
            revision: known.revision,
            ...rest,
            ...(person === undefined ? {} : { personId: person?.id ?? null }),
            ...(rest.obstacles
              ? { obstacles: rest.obstacles.map(({ obstacle, state, cause }) => ({ obstacle, state, cause })) }
              : {}),
          })
        : null;
      if (done) {
        // A fetch that is under way was answered before this change and would bring the old state back.
        await queryClient.cancelQueries({ queryKey });
        queryClient.setQueryData(
          queryKey,
          (now: ContactView | undefined) => now && { ...withPatches(now, [patch]), revision: done.revision },
        );
      }
      setPatches((waiting) => waiting.filter((one) => one !== patch));
      if (done) void queryClient.invalidateQueries({ queryKey });
    },
    [contactId, queryClient, run],
  );

  const change = useCallback(
    (patch: ContactPatch) => {
      setPatches((waiting) => [...waiting, patch]);
      queue.current = queue.current.then(() => send(patch));
    },
    [send],
  );

  const contact = useMemo(() => (query.data ? withPatches(query.data, patches) : undefined), [query.data, patches]);
  return {
    contact,
    error: query.error,
    refetch: query.refetch,
    change,
    /** Resolves when every change so far has been answered. */
    settled: () => queue.current,
    saving: patches.length > 0,
  };
}
