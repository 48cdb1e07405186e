import { ORPCError } from '@orpc/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PairingStep } from '../../shared/screens/screens.contract.ts';
import type { Connection, ConnectionState } from '../rpc/connection.ts';
import type { ScreenClient } from '../rpc/screen-client.ts';
import { createScreenSession } from './screen-session.ts';
import type { TokenStore } from './token-store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function tokens(kind: TokenStore['kind'], kept: string | null): TokenStore & { kept(): string | null } {
  let token = kept;
  return {
    kind,
    read: () => token,
    keep: (next) => {
      token = next;
    },
    forget: () => {
      token = null;
    },
    kept: () => token,
  };
}

function line(): { connection: Connection; become(state: ConnectionState): void } {
  let state: ConnectionState = 'connecting';
  const listeners = new Set<() => void>();
  return {
    // A session asks for the state of the line alone.
    connection: {
      state: () => state,
      subscribe: (listener: () => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      start: () => {},
    } as unknown as Connection,
    become(next) {
      state = next;
      for (const listener of listeners) listener();
    },
  };
}

const notPaired = () => new ORPCError('RULE', { data: { reason: 'not-paired' } });
const closed = () => new ORPCError('UNAVAILABLE', { data: { reason: 'closed' } });

function client(parts: {
  enter?: (input: { token: string }) => Promise<{ name: string }>;
  steps?: PairingStep[];
}): ScreenClient {
  const { enter = () => Promise.reject(notPaired()), steps = [] } = parts;
  async function* pairing() {
    yield* steps.splice(0);
  }
  return { enter, self: async () => ({ name: '' }), pair: async () => pairing() } as unknown as ScreenClient;
}

test('a device shows its code, keeps the token that it gets, and is in', async () => {
  const store = tokens('device', null);
  const { connection, become } = line();
  const entered: string[] = [];
  const steps: PairingStep[] = [
    { step: 'code', code: '123456', secondsLeft: 300 },
    { step: 'paired', token: 'secret' },
  ];
  const session = createScreenSession(
    client({ enter: async ({ token }) => (entered.push(token), { name: 'Tablet' }), steps }),
    connection,
    store,
  );
  const seen: string[] = [];
  session.subscribe(() => seen.push(session.standing().at));
  session.start();
  become('open');
  await vi.advanceTimersByTimeAsync(0);
  expect([store.kept(), entered, session.standing(), seen]).toEqual([
    'secret',
    ['secret'],
    { at: 'in' },
    ['pairing', 'in'],
  ]);
});

test('after a loss it comes in again with what it keeps', async () => {
  const { connection, become } = line();
  const enter = vi.fn<(input: { token: string }) => Promise<{ name: string }>>().mockResolvedValue({ name: '' });
  const session = createScreenSession(client({ enter }), connection, tokens('device', 'secret'));
  session.start();
  become('open');
  await vi.advanceTimersByTimeAsync(0);
  become('lost');
  expect(session.standing()).toEqual({ at: 'connecting' });
  become('open');
  await vi.advanceTimersByTimeAsync(0);
  expect([session.standing(), enter.mock.calls.length]).toEqual([{ at: 'in' }, 2]);
});

test('it waits for an office that is not open yet, and keeps its token', async () => {
  const store = tokens('device', 'secret');
  const { connection, become } = line();
  const enter = vi
    .fn<(input: { token: string }) => Promise<{ name: string }>>()
    .mockRejectedValueOnce(closed())
    .mockResolvedValue({ name: '' });
  const session = createScreenSession(client({ enter }), connection, store);
  session.start();
  become('open');
  await vi.advanceTimersByTimeAsync(0);
  expect(session.standing()).toEqual({ at: 'waiting', why: 'closed' });
  await vi.advanceTimersByTimeAsync(3_000);
  expect([session.standing(), store.kept()]).toEqual([{ at: 'in' }, 'secret']);
});

test('a device that was put out forgets its token and shows a code; a window of this computer says so', async () => {
  const store = tokens('device', 'old');
  const device = line();
  const first = createScreenSession(
    client({ steps: [{ step: 'code', code: '000042', secondsLeft: 300 }] }),
    device.connection,
    store,
  );
  const seen: string[] = [];
  first.subscribe(() => {
    const standing = first.standing();
    if (standing.at === 'pairing') seen.push(standing.code);
    // Enough: it would go on for ever.
    device.become('lost');
  });
  first.start();
  device.become('open');
  await vi.advanceTimersByTimeAsync(0);
  expect([store.kept(), seen]).toEqual([null, ['000042']]);

  const window = line();
  const second = createScreenSession(client({}), window.connection, tokens('window', 'old'));
  second.start();
  window.become('open');
  await vi.advanceTimersByTimeAsync(0);
  expect(second.standing()).toEqual({ at: 'put-out' });
});
