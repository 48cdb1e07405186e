import { MutationCache, onlineManager, QueryCache, QueryClient } from '@tanstack/react-query';
import type { Connection } from './connection.ts';
import { faultOf } from './fault.ts';
import { tellSignedOut } from './signed-out.ts';

/** The screens' memory of what the office said. Nothing is asked again by the clock: the office tells what changed. */
export function createQueryClient(connection: Connection): QueryClient {
  const onError = (error: unknown) => {
    if (faultOf(error).code === 'UNAUTHENTICATED') tellSignedOut();
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
