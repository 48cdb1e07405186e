import { useSyncExternalStore } from 'react';
import { connection } from './client.ts';
import type { ConnectionState } from './connection.ts';

/** Whether there is a line to the office at this moment. */
export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.state);
}
