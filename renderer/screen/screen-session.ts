import type { Connection } from '../rpc/connection.ts';
import { faultOf } from '../rpc/fault.ts';
import type { ScreenClient } from '../rpc/screen-client.ts';
import type { TokenStore } from './token-store.ts';

/** Where a screen stands with its office. */
export type ScreenStanding =
  | { at: 'connecting' }
  /** Shows this code until somebody at the desk has typed it. */
  | { at: 'pairing'; code: string }
  /** Too many screens wait for a code, or the office is not open yet; it goes on by itself. */
  | { at: 'waiting'; why: 'closed' | 'busy' }
  /** A second window whose secret is void: the desk opens another. */
  | { at: 'put-out' }
  | { at: 'in' };

export interface ScreenSession {
  standing(): ScreenStanding;
  subscribe(listener: () => void): () => void;
  start(): void;
}

const TRY_AGAIN_MS = 3_000;

/**
 * Lets a screen in, and again after each loss of the line: with the token that it keeps, or else by showing a code. It
 * never gives up; what it stands at is to be shown.
 */
export function createScreenSession(client: ScreenClient, connection: Connection, tokens: TokenStore): ScreenSession {
  let standing: ScreenStanding = { at: 'connecting' };
  let line = 0;
  const listeners = new Set<() => void>();

  function stand(next: ScreenStanding): void {
    standing = next;
    for (const listener of listeners) listener();
  }

  /** Once through for one line; a new line begins anew. */
  async function letIn(own: number): Promise<void> {
    const isCurrent = () => own === line;
    while (isCurrent()) {
      try {
        const next = await step(client, tokens, (code) => isCurrent() && stand({ at: 'pairing', code }));
        if (!isCurrent()) return;
        if (next !== 'again') return stand(next);
      } catch (error) {
        if (!isCurrent()) return;
        const fault = faultOf(error);
        if (fault.code === 'CONNECTION') return;
        stand({ at: 'waiting', why: fault.reason === 'pairing-busy' ? 'busy' : 'closed' });
        await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
      }
    }
  }

  function follow(): void {
    line += 1;
    if (connection.state() === 'open') void letIn(line);
    else if (standing.at !== 'connecting') stand({ at: 'connecting' });
  }

  return {
    standing: () => standing,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      connection.subscribe(follow);
      connection.start();
      follow();
    },
  };
}

async function step(
  client: ScreenClient,
  tokens: TokenStore,
  showCode: (code: string) => void,
): Promise<ScreenStanding | 'again'> {
  if (tokens.kind === 'shell') {
    await client.self({});
    return { at: 'in' };
  }
  const token = tokens.read();
  if (token !== null) {
    try {
      await client.enter({ token });
      return { at: 'in' };
    } catch (error) {
      if (faultOf(error).reason !== 'not-paired') throw error;
      if (tokens.kind === 'window') return { at: 'put-out' };
      tokens.forget();
    }
  }
  for await (const told of await client.pair({})) {
    if (told.step === 'code') showCode(told.code);
    else tokens.keep(told.token);
  }
  // Paired, or the code was too old; either way from the start.
  return 'again';
}
