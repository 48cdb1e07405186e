// @vitest-environment jsdom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useIdleLock } from './use-idle-lock.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function idleLock(minutes: number): { locked: () => number } {
  let locked = 0;
  renderHook(() =>
    useIdleLock(minutes, () => {
      locked += 1;
    }),
  );
  return { locked: () => locked };
}

test('locks after the minutes without a sign of life, not before', () => {
  const { locked } = idleLock(5);
  vi.advanceTimersByTime(4 * 60_000 + 50_000);
  expect(locked()).toBe(0);
  vi.advanceTimersByTime(15_000);
  expect(locked()).toBeGreaterThan(0);
});

test('a key or a movement starts the minutes anew', () => {
  const { locked } = idleLock(5);
  vi.advanceTimersByTime(4 * 60_000);
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  vi.advanceTimersByTime(4 * 60_000);
  window.dispatchEvent(new Event('pointermove'));
  vi.advanceTimersByTime(4 * 60_000);
  expect(locked()).toBe(0);
});

test('a PC that slept is locked when it wakes', () => {
  const { locked } = idleLock(5);
  vi.setSystemTime(Date.now() + 60 * 60_000);
  vi.advanceTimersByTime(5000);
  expect(locked()).toBe(1);
});
