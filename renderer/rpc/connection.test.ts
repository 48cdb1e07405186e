// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ConnectionLostError, createConnection } from './connection.ts';
import type { OpenedLink } from './transport.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A line that answers with its own name until it is cut. */
function line(name: string): { opened: OpenedLink; cut: () => void } {
  const closed = Promise.withResolvers<void>();
  return { opened: { link: { call: async () => name }, whenClosed: closed.promise }, cut: () => closed.resolve() };
}

test('a call made before the first line waits for it', async () => {
  const first = line('first');
  const arrives = Promise.withResolvers<OpenedLink>();
  const connection = createConnection(() => arrives.promise);
  connection.start();
  const answer = connection.link.call([], {}, { context: {} });
  expect(connection.state()).toBe('connecting');
  arrives.resolve(first.opened);
  expect(await answer).toBe('first');
  expect(connection.state()).toBe('open');
});

test('after a loss calls are refused at once, and the next line is opened by itself', async () => {
  const lines = [line('first'), line('second')];
  let opened = 0;
  const connection = createConnection(async () => {
    const next = lines[opened++];
    if (!next) throw new Error('no more lines');
    return next.opened;
  });
  const states: string[] = [];
  connection.subscribe(() => states.push(connection.state()));
  connection.start();
  await vi.advanceTimersByTimeAsync(0);
  lines[0]?.cut();
  await vi.advanceTimersByTimeAsync(0);
  expect(connection.state()).toBe('lost');
  await expect(connection.link.call([], {}, { context: {} })).rejects.toBeInstanceOf(ConnectionLostError);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await connection.link.call([], {}, { context: {} })).toBe('second');
  expect(states).toEqual(['open', 'lost', 'open']);
});

test('an office that is still starting is waited for before it counts as lost', async () => {
  let tries = 0;
  const connection = createConnection(async () => {
    tries += 1;
    throw new Error('not there');
  });
  connection.start();
  await vi.advanceTimersByTimeAsync(600);
  expect(connection.state()).toBe('connecting');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(connection.state()).toBe('lost');
  expect(tries).toBeGreaterThan(4);
});
