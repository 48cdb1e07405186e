import { useSyncExternalStore } from 'react';
import type { SessionView } from '../../shared/access/access.contract.ts';
import type { Right } from '../../shared/access/rights.ts';

let session: SessionView | null = null;
const listeners = new Set<() => void>();

/** Who is signed in on this line; null ends the session for the screens. */
export function setSession(next: SessionView | null): void {
  session = next;
  for (const listener of listeners) listener();
}

export function currentSession(): SessionView | null {
  return session;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who is signed in, or null before sign-in and after a lock. */
export function useMaybeSession(): SessionView | null {
  return useSyncExternalStore(subscribe, () => session);
}

/** Who is signed in. Throws on a screen that is shown without anybody signed in, which would be a fault of ours. */
export function useSession(): SessionView {
  const current = useMaybeSession();
  if (!current) throw new Error('This screen needs somebody signed in');
  return current;
}

/** Whether the person signed in holds a right; for hiding what they could not do. The office itself decides. */
export function useRight(right: Right): boolean {
  return useMaybeSession()?.rights.includes(right) ?? false;
}
