import type { Clock } from '../../office/ports.ts';
import { systemClock } from '../system-clock.ts';

/** A clock that knows that computers sleep. */
export interface WakingClock extends Clock {
  /** The computer woke up: calls back at once what was due meanwhile. */
  catchUp(): void;
}

interface Wait {
  dueAtMs: number;
  callback: () => void;
  cancelTimer: () => void;
}

/**
 * The machine's clock for a process that sleeps with its computer. A timer counts running time only, so that after
 * eight hours of sleep tonight's export would come eight hours late; here each is due at a time of day.
 */
export function createWakingClock(clock: Clock = systemClock): WakingClock {
  const waits = new Set<Wait>();
  const nowMs = (): number => Date.parse(clock.now());
  const look = (wait: Wait): void => {
    wait.cancelTimer();
    const leftMs = wait.dueAtMs - nowMs();
    if (leftMs > 0) {
      wait.cancelTimer = clock.after(leftMs, () => look(wait));
      return;
    }
    waits.delete(wait);
    wait.callback();
  };
  return {
    now: () => clock.now(),
    after(delayMs, callback) {
      const wait: Wait = { dueAtMs: nowMs() + delayMs, callback, cancelTimer: () => {} };
      waits.add(wait);
      wait.cancelTimer = clock.after(delayMs, () => look(wait));
      return () => {
        wait.cancelTimer();
        waits.delete(wait);
      };
    },
    catchUp() {
      // A copy: what is called back may wait anew, and is not due again at once.
      for (const wait of Array.from(waits)) look(wait);
    },
  };
}
