import { faultOf } from '../rpc/fault.ts';
import type { ScreenClient } from '../rpc/screen-client.ts';
import type { ScreenSession } from './screen-session.ts';

/** The office tells what changed; and it is asked in any case, since a wait grows shorter without anybody doing anything. */
const ASK_EVERY_MS = 10_000;
/** A burst of changes is answered by one question. */
const GATHER_MS = 120;
/** Two questions without an answer: what stands on the screen may not be true any more. */
const STALE_AFTER_MS = 25_000;

export interface FeedState<T> {
  /** What the office said last; it stays when the line is lost. */
  value: T | null;
  /** Whether that may be old. */
  stale: boolean;
  /** When it was said, by `performance.now()`. */
  receivedAtMs: number;
}

export interface Feed<T> {
  state(): FeedState<T>;
  subscribe(listener: () => void): () => void;
  start(): void;
}

/** Keeps what a screen shows up to date while it is let in. Nothing that was known is forgotten by a fault. */
export function createFeed<T>(client: ScreenClient, session: ScreenSession, ask: () => Promise<T>): Feed<T> {
  let state: FeedState<T> = { value: null, stale: false, receivedAtMs: 0 };
  let round = 0;
  let isAsking = false;
  let askAgain = false;
  const listeners = new Set<() => void>();

  function enter(next: FeedState<T>): void {
    state = next;
    for (const listener of listeners) listener();
  }

  async function question(own: number): Promise<void> {
    // One question at a time; what comes meanwhile is asked once more.
    if (isAsking) {
      askAgain = true;
      return;
    }
    isAsking = true;
    try {
      do {
        askAgain = false;
        const value = await ask();
        if (own === round) enter({ value, stale: false, receivedAtMs: performance.now() });
      } while (askAgain);
    } catch (error) {
      // Whatever it is: what is known stays, and grows old. Only a broken line is nothing to be told.
      if (faultOf(error).code !== 'CONNECTION') look();
    } finally {
      isAsking = false;
    }
  }

  async function listen(own: number): Promise<void> {
    let timer: number | null = null;
    try {
      const ticks = await client.ticks({});
      while (!(await ticks.next()).done) {
        if (own !== round) return;
        timer ??= window.setTimeout(() => {
          timer = null;
          void question(own);
        }, GATHER_MS);
      }
    } catch {
      // The line is gone, and with it this round; or the office has closed, and the next question tells.
    }
  }

  function look(): void {
    const isOld = performance.now() - state.receivedAtMs > STALE_AFTER_MS;
    const stale = state.value !== null && (isOld || session.standing().at !== 'in');
    if (stale !== state.stale) enter({ ...state, stale });
  }

  function follow(): void {
    look();
    if (session.standing().at !== 'in') {
      round += 1;
      return;
    }
    round += 1;
    void question(round);
    void listen(round);
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      session.subscribe(follow);
      window.setInterval(() => {
        if (session.standing().at === 'in') void question(round);
        look();
      }, ASK_EVERY_MS);
      follow();
    },
  };
}
