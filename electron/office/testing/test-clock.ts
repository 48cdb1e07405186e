import type { Clock } from '../ports.ts';

/** A clock that stands still until the test moves it. */
export interface DrivenClock extends Clock {
  /** Moves on to the instant; timers that fall due on the way call back in order. */
  moveTo(instant: string): void;
  advance(ms: number): void;
}

export function drivenClock(start: string): DrivenClock {
  let now = Date.parse(start);
  let timers: { at: number; callback: () => void }[] = [];
  const clock: DrivenClock = {
    now: () => new Date(now).toISOString(),
    after(delayMs, callback) {
      const timer = { at: now + delayMs, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    moveTo(instant) {
      const until = Date.parse(instant);
      for (;;) {
        const due = timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((timer) => timer !== due);
        now = Math.max(now, due.at);
        due.callback();
      }
      now = until;
    },
    advance(ms) {
      clock.moveTo(new Date(now + ms).toISOString());
    },
  };
  return clock;
}
