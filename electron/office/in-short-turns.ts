import { setImmediate as nextTurn } from 'node:timers/promises';

/** No call of anybody waits longer than this for work that has time. */
const TURN_MS = 8;

/**
 * Goes through work step by step in short turns, with everything else that waits in between. Ends early and silently
 * when the signal says so. Rejects with what a step throws.
 */
export async function inShortTurns(work: Iterator<unknown>, signal: AbortSignal): Promise<void> {
  for (;;) {
    await nextTurn();
    if (signal.aborted) return;
    const until = performance.now() + TURN_MS;
    do {
      if (work.next().done) return;
    } while (performance.now() < until);
  }
}
