import { expect, test } from 'vitest';
import type { Clock } from '../../office/ports.ts';
import { createWakingClock } from './waking-clock.ts';

const START_MS = Date.parse('2026-11-23T18:00:00.000Z');
const HOUR_MS = 3_600_000;

/** A computer that can sleep: its clock goes on meanwhile, its timers do not. */
function computer() {
  let nowMs = START_MS;
  let ranMs = 0;
  const timers = new Set<{ dueMs: number; callback: () => void }>();
  const clock: Clock = {
    now: () => new Date(nowMs).toISOString(),
    after(delayMs, callback) {
      const timer = { dueMs: ranMs + delayMs, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  };
  const run = (ms: number): void => {
    nowMs += ms;
    ranMs += ms;
    for (const timer of Array.from(timers)) {
      if (timer.dueMs > ranMs) continue;
      timers.delete(timer);
      timer.callback();
    }
  };
  const sleep = (ms: number): void => {
    nowMs += ms;
  };
  return { clock, run, sleep, timers };
}

test('without sleep it is the machine’s clock', () => {
  const { clock, run } = computer();
  const waking = createWakingClock(clock);
  const calls: string[] = [];
  waking.after(HOUR_MS, () => calls.push(waking.now()));
  run(HOUR_MS - 1);
  expect(calls).toEqual([]);
  run(1);
  expect(calls).toEqual(['2026-11-23T19:00:00.000Z']);
});

test('what was due during sleep is due on waking, once', () => {
  const { clock, run, sleep, timers } = computer();
  const waking = createWakingClock(clock);
  let calls = 0;
  waking.after(3 * HOUR_MS, () => {
    calls += 1;
  });
  run(HOUR_MS);
  sleep(8 * HOUR_MS);
  expect(calls).toBe(0);
  waking.catchUp();
  expect([calls, timers.size]).toEqual([1, 0]);
  run(9 * HOUR_MS);
  expect(calls).toBe(1);
});

test('what is not due yet comes at its time of day, however long the sleep was', () => {
  const { clock, run, sleep } = computer();
  const waking = createWakingClock(clock);
  let calls = 0;
  waking.after(10 * HOUR_MS, () => {
    calls += 1;
  });
  sleep(8 * HOUR_MS);
  waking.catchUp();
  run(2 * HOUR_MS - 1);
  expect(calls).toBe(0);
  run(1);
  expect(calls).toBe(1);
});

test('what was taken back does not come', () => {
  const { clock, run, sleep, timers } = computer();
  const waking = createWakingClock(clock);
  let calls = 0;
  const cancel = waking.after(HOUR_MS, () => {
    calls += 1;
  });
  sleep(2 * HOUR_MS);
  cancel();
  waking.catchUp();
  run(2 * HOUR_MS);
  expect([calls, timers.size]).toEqual([0, 0]);
});
