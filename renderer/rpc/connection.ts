import type { ClientContext, ClientLink } from '@orpc/client';
import type { Transport } from './transport.ts';

export type ConnectionState = 'connecting' | 'open' | 'lost';

/** Thrown for a call that was made while there is no line, so that nobody waits for an answer that cannot come. */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError';
}

export interface Connection {
  /** Calls through whatever line is open at the moment. */
  link: ClientLink<ClientContext>;
  state(): ConnectionState;
  subscribe(listener: () => void): () => void;
  /** Starts to connect, and from then on connects again whenever the line is lost. */
  start(): void;
}

const PAUSES_MS = [250, 500, 1000, 2000, 5000] as const;

/** A line that comes back by itself. A session belongs to its line: after each loss somebody must sign in again. */
export function createConnection(transport: Transport): Connection {
  let state: ConnectionState = 'connecting';
  let current: ClientLink<ClientContext> | null = null;
  let failures = 0;
  const listeners = new Set<() => void>();
  const firstLine = Promise.withResolvers<void>();

  const enter = (next: ConnectionState) => {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener();
  };

  const open = async (): Promise<void> => {
    try {
      const opened = await transport();
      failures = 0;
      current = opened.link;
      firstLine.resolve();
      enter('open');
      await opened.whenClosed;
    } catch {
      failures += 1;
    }
    current = null;
    // The very first attempts count as connecting: an office that is still starting is no loss.
    if (state === 'open' || failures > 2) enter('lost');
    const pauseMs = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 5000;
    window.setTimeout(() => void open(), pauseMs);
  };

  return {
    link: {
      call: async (path, input, options) => {
        if (state === 'connecting') await firstLine.promise;
        if (!current) throw new ConnectionLostError('There is no line to the office');
        return current.call(path, input, options);
      },
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => void open(),
  };
}
