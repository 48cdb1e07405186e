import type { SessionView } from '../../shared/access/access.contract.ts';
import type { Right } from '../../shared/access/rights.ts';
import { sharedState } from '../ui/shared-state.ts';

const session = sharedState<SessionView | null>(null);

/** Who is signed in on this line; null ends the session for the screens. */
export function setSession(next: SessionView | null): void {
  session.set(next);
}

/** Who is signed in, for code outside of components; null: nobody. */
export function currentSession(): SessionView | null {
  return session.get();
}

/** Who is signed in, or null before sign-in and after a lock. */
export function useMaybeSession(): SessionView | null {
  return session.use();
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
