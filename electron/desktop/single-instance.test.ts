import type { App } from 'electron';
import { expect, test } from 'vitest';
import { isFirstInstance } from './single-instance.ts';
import { createEvents } from './testing/events.ts';

function appThat(gotLock: boolean) {
  const events = createEvents();
  return { app: { on: events.on as unknown as App['on'], requestSingleInstanceLock: () => gotLock }, events };
}

function windowThat(isMinimized: boolean) {
  const calls: string[] = [];
  const call = (name: string) => () => void calls.push(name);
  const window = { isMinimized: () => isMinimized, restore: call('restore'), show: call('show'), focus: call('focus') };
  return { window, calls };
}

test('a second start is told so, and listens to nobody', () => {
  const { app, events } = appThat(false);
  const { window, calls } = windowThat(false);
  expect(isFirstInstance(app, () => window)).toBe(false);
  events.happen('second-instance');
  expect(calls).toEqual([]);
});

test.each([
  [true, ['restore', 'show', 'focus']],
  [false, ['show', 'focus']],
])('the first one comes to the front (minimised: %s)', (isMinimized, expected) => {
  const { app, events } = appThat(true);
  const { window, calls } = windowThat(isMinimized);
  expect(isFirstInstance(app, () => window)).toBe(true);
  events.happen('second-instance');
  expect(calls).toEqual(expected);
});

test('a second start while the first has no window yet is no failure', () => {
  const { app, events } = appThat(true);
  expect(isFirstInstance(app, () => null)).toBe(true);
  expect(() => events.happen('second-instance')).not.toThrow();
});
