import { currentSession } from './session-store.ts';

const others = new Set<(staffId: string) => void>();

/** Somebody has signed in: what anybody else had half typed leaves the memory of this page. */
export function forgetKeptOfOthers(staffId: string): void {
  for (const forget of others) forget(staffId);
}

/**
 * What somebody had half typed when the screen locked itself, in the memory of this page only. It is given back to the
 * same person and gone as soon as anybody else signs in: nobody reads what another one typed.
 */
export function keptFor<T>(): {
  keep(entry: T | null): void;
  take(): T | null;
} {
  let kept: { staffId: string; entry: T } | null = null;
  others.add((staffId) => {
    if (kept?.staffId !== staffId) kept = null;
  });
  return {
    /** Keeps the entry for who is signed in; null forgets it. */
    keep(entry) {
      const session = currentSession();
      kept = session && entry !== null ? { staffId: session.staffId, entry } : null;
    },
    /** Gives back what this person left; what somebody else left is forgotten. */
    take() {
      const mine = kept?.staffId === currentSession()?.staffId ? (kept?.entry ?? null) : null;
      if (!mine) kept = null;
      return mine;
    },
  };
}
