import type { PowerMonitor } from 'electron';
import { expect, test } from 'vitest';
import { watchPower } from './power.ts';
import { createEvents, preventable } from './testing/events.ts';

function watched() {
  const events = createEvents();
  const calls: string[] = [];
  const call = (name: string) => () => void calls.push(name);
  watchPower(
    { on: events.on as unknown as PowerMonitor['on'] }, // see events.ts
    { lock: call('lock'), catchUp: call('catch up'), shutDown: call('shut down') },
  );
  return { events, calls };
}

test.each([
  ['lock-screen', 'lock'],
  ['suspend', 'lock'],
  ['user-did-resign-active', 'lock'],
  ['resume', 'catch up'],
  ['unlock-screen', 'catch up'],
])('%s: %s', (event, expected) => {
  const { events, calls } = watched();
  expect(events.happen(event)).toBe(true);
  expect(calls).toEqual([expected]);
});

test('the computer waits with its end for the office', () => {
  const { events, calls } = watched();
  const event = preventable({});
  events.happen('shutdown', event);
  expect([calls, event.isPrevented]).toEqual([['shut down'], true]);
});
