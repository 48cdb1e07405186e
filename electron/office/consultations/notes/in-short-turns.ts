/** No call of anybody waits longer than this for work that has time. */
const TURN_MS = 8;

/**
 * Goes through work step by step in short turns, with everything else that waits in between. Ends early and silently
 * when the signal says so. A step that throws ends it and is told to `onError`.
 */
export function inShortTurns(work: Iterator<unknown>, signal: AbortSignal, onError: (error: unknown) => void): void {
  const turn = () => {
    if (signal.aborted) return;
    const until = performance.now() + TURN_MS;
    try {
      do {
        if (work.next().done) return;
      } while (performance.now() < until);
    } catch (error) {
      onError(error);
      return;
    }
    setImmediate(turn);
  };
  setImmediate(turn);
}
