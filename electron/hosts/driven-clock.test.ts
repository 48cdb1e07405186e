import { expect, test } from 'vitest';
import { createDrivenClock } from './driven-clock.ts';

const at = (time: string) => `2026-11-23T${time}:00.000Z`;

test('stands still until it is moved, and never goes back', () => {
  const clock = createDrivenClock(at('08:00'));
  expect(clock.now()).toBe(at('08:00'));
  clock.moveTo(at('09:30'));
  expect(clock.now()).toBe(at('09:30'));
  clock.moveTo(at('07:00'));
  expect(clock.now()).toBe(at('09:30'));
});

test('calls what falls due on the way in order, each at its own time', () => {
  const clock = createDrivenClock(at('08:00'));
  const calls: string[] = [];
  clock.after(2 * 3_600_000, () => calls.push(`second ${clock.now()}`));
  clock.after(3_600_000, () => {
    calls.push(`first ${clock.now()}`);
    clock.after(1_800_000, () => calls.push(`from first ${clock.now()}`));
  });
  const cancel = clock.after(3_600_000, () => calls.push('cancelled'));
  clock.after(9 * 3_600_000, () => calls.push('too late'));
  cancel();
  clock.moveTo(at('12:00'));
  expect(calls).toEqual([`first ${at('09:00')}`, `from first ${at('09:30')}`, `second ${at('10:00')}`]);
});

test('a callback that sets itself anew without a delay does not hold the clock', () => {
  const clock = createDrivenClock(at('08:00'));
  let calls = 0;
  const again = () => {
    calls += 1;
    clock.after(0, again);
  };
  clock.after(0, again);
  clock.moveTo('2026-11-23T08:00:00.050Z');
  expect(calls).toBe(50);
});
