import type { Clock } from '../office/ports.ts';

/** setTimeout fires at once for anything longer than 2^31 - 1 ms. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  after(delayMs, callback) {
    let timeout: NodeJS.Timeout;
    const wait = (leftMs: number): void => {
      const stepMs = Math.min(Math.max(0, leftMs), LONGEST_TIMEOUT_MS);
      timeout = setTimeout(() => (leftMs > stepMs ? wait(leftMs - stepMs) : callback()), stepMs);
      // A timer for tonight must not keep a process alive whose work is done.
      timeout.unref();
    };
    wait(delayMs);
    return () => clearTimeout(timeout);
  },
};
