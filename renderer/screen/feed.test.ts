import { ORPCError } from '@orpc/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ScreenClient } from '../rpc/screen-client.ts';
import { createFeed } from './feed.ts';
import type { ScreenSession, ScreenStanding } from './screen-session.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function setting() {
  let standing: ScreenStanding = { at: 'in' };
  const listeners = new Set<() => void>();
  const session: ScreenSession = {
    standing: () => standing,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {},
  };
  const stand = (next: ScreenStanding): void => {
    standing = next;
    for (const listener of listeners) listener();
  };
  let tick: () => void = () => {};
  async function* ticks(): AsyncGenerator<Record<string, never>, void> {
    for (;;) {
      await new Promise<void>((resolve) => {
        tick = resolve;
      });
      yield {};
    }
  }
  // A feed uses this one procedure by itself.
  const client = { ticks: async () => ticks() } as unknown as ScreenClient;
  return { session, stand, client, tick: () => tick() };
}

test('what is known stays when the line is lost, is called old, and is asked for again by itself', async () => {
  const { session, stand, client } = setting();
  const ask = vi.fn<() => Promise<string[]>>().mockResolvedValue(['A 001']);
  const feed = createFeed(client, session, ask);
  feed.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(feed.state()).toMatchObject({ value: ['A 001'], stale: false });

  stand({ at: 'connecting' });
  expect(feed.state()).toMatchObject({ value: ['A 001'], stale: true });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(feed.state()).toMatchObject({ value: ['A 001'], stale: true });

  ask.mockResolvedValue(['A 001', 'A 002']);
  stand({ at: 'in' });
  await vi.advanceTimersByTimeAsync(0);
  expect(feed.state()).toMatchObject({ value: ['A 001', 'A 002'], stale: false });
});

test('an office that answers with faults only is old after a while; nothing is emptied', async () => {
  const { session, client } = setting();
  const ask = vi.fn<() => Promise<string[]>>().mockResolvedValue(['A 001']);
  const feed = createFeed(client, session, ask);
  feed.start();
  await vi.advanceTimersByTimeAsync(0);
  ask.mockRejectedValue(new ORPCError('UNAVAILABLE', { data: { reason: 'closed' } }));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(feed.state().stale).toBe(false);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(feed.state()).toMatchObject({ value: ['A 001'], stale: true });
  ask.mockResolvedValue([]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(feed.state()).toMatchObject({ value: [], stale: false });
});

test('an answer that never comes makes it old, too', async () => {
  const { session, client } = setting();
  const ask = vi.fn<() => Promise<string>>().mockResolvedValueOnce('first');
  const feed = createFeed(client, session, ask);
  feed.start();
  await vi.advanceTimersByTimeAsync(0);
  ask.mockReturnValue(new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(40_000);
  expect(feed.state()).toMatchObject({ value: 'first', stale: true });
});

test('a change is asked for at once, a burst of them by one question', async () => {
  const { session, client, tick } = setting();
  const ask = vi.fn<() => Promise<number>>().mockResolvedValue(1);
  createFeed(client, session, ask).start();
  await vi.advanceTimersByTimeAsync(0);
  expect(ask).toHaveBeenCalledTimes(1);
  for (let count = 0; count < 5; count += 1) {
    tick();
    await vi.advanceTimersByTimeAsync(5);
  }
  await vi.advanceTimersByTimeAsync(200);
  expect(ask).toHaveBeenCalledTimes(2);
});
