import { useSyncExternalStore } from 'react';
import { navigate } from 'wouter/use-hash-location';
import { atSessionEnd } from '../access/session-end.ts';

/** The sheets that lie over the desk; at most one at a time. */
export type DeskSheet =
  | { sheet: 'check-in' }
  | { sheet: 'close-day' }
  | { sheet: 'door' }
  | { sheet: 'leaving-cause'; ticketId: string; label: string }
  | { sheet: 'tally' }
  | { sheet: 'paper' }
  | { sheet: 'correct'; ticketId: string };

let opened: DeskSheet | null = null;
const listeners = new Set<() => void>();

function become(next: DeskSheet | null): void {
  opened = next;
  for (const listener of listeners) listener();
}

/** Opens a sheet over the desk from wherever one is: F2 and a notice's button work on every screen. */
export function openDeskSheet(sheet: DeskSheet): void {
  navigate('/');
  become(sheet);
}

export function closeDeskSheet(): void {
  become(null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useDeskSheet(): DeskSheet | null {
  return useSyncExternalStore(subscribe, () => opened);
}

atSessionEnd(closeDeskSheet);
