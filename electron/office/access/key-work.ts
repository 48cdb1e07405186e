import type { Right } from '../../../shared/access/rights.ts';
import type { Core } from '../core.ts';
import { Fault } from '../rpc/faults.ts';
import type { Who } from './session.ts';

/**
 * Runs work with keys after all earlier work of that kind: sign-ins, so that each meets the pause that the one before has
 * earned, and everything that reads the keyring, waits for cryptography and writes it, so that none writes over what
 * another has written meanwhile. Work must not wait for other work of this kind: it would wait for ever.
 */
export function oneAtATime<T>(core: Core, work: () => Promise<T>): Promise<T> {
  const next = core.keyWork.then(work, work);
  core.keyWork = next.catch(() => undefined);
  return next;
}

/**
 * The same for somebody who is signed in. Throws UNAUTHENTICATED or FORBIDDEN when session or right ended in the line.
 */
export function oneAtATimeFor<T>(core: Core, who: Who, right: Right | 'signed-in', work: () => Promise<T>): Promise<T> {
  return oneAtATime(core, () => {
    requireStill(who, right);
    return work();
  });
}

/** Throws unless the session goes on and has the right: both may end while a task waits. */
export function requireStill(who: Who, right: Right | 'signed-in'): void {
  if (who.ended.signal.aborted) throw new Fault('UNAUTHENTICATED');
  if (right !== 'signed-in' && !who.rights.has(right)) throw new Fault('FORBIDDEN');
}
