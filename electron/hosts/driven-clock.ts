import type { Instant } from '../../shared/kernel/instants.ts';
import type { Clock } from '../office/ports.ts';

/** A clock that stands still until it is moved on: a day of eight hours is played in seconds, with its true times. */
export interface DrivenClock extends Clock {
  /** Moves on to the instant; what falls due on the way is called in order, each at its own time. Never goes back. */
  moveTo(instant: Instant): void;
}

/** A driven clock that shows `start` until it is moved. */
export function createDrivenClock(start: Instant): DrivenClock {
  let nowMs = Date.parse(start);
  const timers = new Set<{ dueMs: number; callback: () => void }>();
  const nextDue = (untilMs: number) =>
    [...timers].filter((timer) => timer.dueMs <= untilMs).sort((a, b) => a.dueMs - b.dueMs)[0];
  return {
    now: () => new Date(nowMs).toISOString(),
    after(delayMs, callback) {
      // At least one millisecond, so that a callback that sets itself anew can't hold the clock for ever.
      const timer = { dueMs: nowMs + Math.max(1, delayMs), callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    moveTo(instant) {
      const targetMs = Date.parse(instant);
      for (let timer = nextDue(targetMs); timer; timer = nextDue(targetMs)) {
        timers.delete(timer);
        nowMs = Math.max(nowMs, timer.dueMs);
        timer.callback();
      }
      nowMs = Math.max(nowMs, targetMs);
    },
  };
}
