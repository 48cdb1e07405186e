import { MutationCache, onlineManager, QueryCache, QueryClient } from '@tanstack/react-query';
import type { Connection } from './connection.ts';
import { faultOf } from './fault.ts';

/**
 * The screens' memory of what the office said. Nothing is asked again by the clock: the office tells what changed.
 * `onSignedOut` runs when any answer says that nobody is signed in on this line any more.
 */
export function createQueryClient(connection: Connection, onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (faultOf(error).code === 'UNAUTHENTICATED') onSignedOut();
  };
  onlineManager.setEventListener((setOnline) => {
    setOnline(true);
    return connection.subscribe(() => setOnline(connection.state() !== 'lost'));
  });
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 60_000, gcTime: 5 * 60_000, retry: false, refetchOnWindowFocus: false },
      mutations: { retry: false },
    },
  });
}
