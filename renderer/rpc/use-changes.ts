import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client, connection } from './client.ts';
import { invalidateEntities } from './invalidation.ts';
import { tellSignedOut } from './signed-out.ts';

/** A burst of changes (close of day touches every ticket) is answered by one round of questions. */
const GATHER_MS = 40;

/** Keeps the screens up to date while somebody is signed in: listens to the office's changes and asks again for what they touch. */
export function useChanges(signedIn: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!signedIn) return;
    const stop = new AbortController();
    let gathered = new Set<string>();
    let timer: number | null = null;
    const ask = () => {
      timer = null;
      const entities = gathered;
      gathered = new Set();
      void invalidateEntities(queryClient, entities);
    };
    const listen = async () => {
      try {
        for await (const change of await client.changes.watch({}, { signal: stop.signal })) {
          gathered.add(change.entity);
          timer ??= window.setTimeout(ask, GATHER_MS);
        }
        // The office has ended the session without a word of ours: somebody was taken out of the team, say. Nothing of
        // theirs may stay on the screen.
        if (!stop.signal.aborted) tellSignedOut();
      } catch {
        // The line is gone or the session ended; both are told elsewhere, and the next sign-in listens anew.
      }
    };
    void listen();
    return () => {
      // On a line that is gone there is nobody to tell; the listening ended with it.
      if (connection.state() === 'open') stop.abort();
      if (timer !== null) window.clearTimeout(timer);
    };
  }, [signedIn, queryClient]);
}
