import { useEffect, useState } from 'react';
import type { EmergencyView } from '../../shared/emergency/emergency.contract.ts';
import { client, connection } from '../rpc/client.ts';
import { useConnectionState } from '../rpc/use-connection-state.ts';

/** The emergency calls that are on, kept up to date whether or not somebody is signed in. */
export function useEmergencyCalls(): readonly EmergencyView[] {
  const line = useConnectionState();
  const [calls, setCalls] = useState<readonly EmergencyView[]>([]);
  useEffect(() => {
    if (line !== 'open') return;
    const stop = new AbortController();
    const listen = async () => {
      try {
        for await (const told of await client.emergency.watch({}, { signal: stop.signal })) setCalls(told.calls);
      } catch {
        // The line is gone; the next one listens anew.
      }
    };
    void listen();
    return () => {
      if (connection.state() === 'open') stop.abort();
    };
  }, [line]);
  return calls;
}
