import { useSyncExternalStore } from 'react';
import { atSessionEnd } from '../access/session-end.ts';

let selected: string | null = null;
const listeners = new Set<() => void>();

/** Which ticket stands in the middle of the desk; null lets the desk choose: the talk that is on, else who is next. */
export function selectTicket(ticketId: string | null): void {
  selected = ticketId;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSelectedTicket(): string | null {
  return useSyncExternalStore(subscribe, () => selected);
}

atSessionEnd(() => selectTicket(null));
