import { randomInt } from 'node:crypto';
import type { ScreenKind } from '../../../shared/screens/screens.contract.ts';
import type { Clock } from '../ports.ts';

/** Long enough to walk from the waiting room to the desk. */
export const CODE_LIFE_MS = 5 * 60_000;
/** More screens than this are not being put up at once; somebody else is asking. */
const MOST_AT_ONCE = 6;
/** One computer has a kiosk and a display at most, and may load each anew. */
const MOST_AT_ONCE_OF_ONE = 3;
const MOST_CODES_OF_ONE = 12;
/** Codes that may be given out within `CODE_LIFE_MS`, so that nobody fills the room of codes. */
const MOST_CODES = 30;
/** Wrong codes at the desk until all that wait are void. */
const MOST_TRIES = 5;
const PAUSE_MS = 60_000;

/** A screen that shows its code and waits for somebody at the desk. */
export interface Pairing {
  readonly kind: ScreenKind;
  readonly code: string;
  readonly expiresAtMs: number;
  /** Resolves to the token once it is confirmed; null when the code is void. */
  readonly settled: Promise<string | null>;
}

export interface Pairings {
  /** A new code for a screen at this address (null: of this computer); null while too many are asked for, by all or from there. */
  begin(kind: ScreenKind, address: string | null): Pairing | null;
  /** Takes a code back: the screen is gone. */
  abandon(pairing: Pairing): void;
  /**
   * The pairing with this code, taken out of the list: `settle` hands its screen the token. `wrong` counts; after the
   * last try every code is void and nothing is accepted for a minute.
   */
  take(
    code: string,
  ): { outcome: 'found'; kind: ScreenKind; settle(token: string): void } | { outcome: 'wrong' | 'paused' };
  /** How many screens wait. */
  count(): number;
  /** Voids all codes. */
  clear(): void;
}

interface Waiting {
  pairing: Pairing;
  address: string | null;
  resolve(token: string | null): void;
  cancelTimer(): void;
}

/** The codes that are shown at this moment. They live in memory only: with the office's end all are void. */
export function createPairings(clock: Clock): Pairings {
  const waiting = new Map<string, Waiting>();
  let wrongTries = 0;
  let pausedUntilMs = 0;
  let givenOut: { atMs: number; address: string | null }[] = [];
  const nowMs = (): number => Date.parse(clock.now());

  function end(code: string, token: string | null): void {
    const entry = waiting.get(code);
    waiting.delete(code);
    entry?.cancelTimer();
    entry?.resolve(token);
  }

  return {
    begin(kind, address) {
      const now = nowMs();
      givenOut = givenOut.filter(({ atMs }) => atMs > now - CODE_LIFE_MS && atMs <= now);
      if (waiting.size >= MOST_AT_ONCE || givenOut.length >= MOST_CODES) return null;
      // Security: a stranger in the network must not take all the codes that a new screen would need.
      if (address !== null && countOf(waiting.values(), address) >= MOST_AT_ONCE_OF_ONE) return null;
      if (address !== null && countOf(givenOut, address) >= MOST_CODES_OF_ONE) return null;
      givenOut.push({ atMs: now, address });
      const code = newCode(waiting);
      const { promise, resolve } = Promise.withResolvers<string | null>();
      const pairing: Pairing = { kind, code, expiresAtMs: now + CODE_LIFE_MS, settled: promise };
      const cancelTimer = clock.after(CODE_LIFE_MS, () => end(code, null));
      waiting.set(code, { pairing, address, resolve, cancelTimer });
      return pairing;
    },
    abandon(pairing) {
      if (waiting.get(pairing.code)?.pairing === pairing) end(pairing.code, null);
    },
    take(code) {
      if (nowMs() < pausedUntilMs) return { outcome: 'paused' };
      const found = waiting.get(code);
      if (!found) {
        wrongTries += 1;
        if (wrongTries < MOST_TRIES) return { outcome: 'wrong' };
        // Security: a stranger's screen that waits must not profit from somebody who tries code after code.
        for (const other of waiting.keys()) end(other, null);
        wrongTries = 0;
        pausedUntilMs = nowMs() + PAUSE_MS;
        return { outcome: 'paused' };
      }
      wrongTries = 0;
      waiting.delete(code);
      found.cancelTimer();
      return { outcome: 'found', kind: found.pairing.kind, settle: found.resolve };
    },
    count: () => waiting.size,
    clear() {
      for (const code of waiting.keys()) end(code, null);
    },
  };
}

function countOf(entries: Iterable<{ address: string | null }>, address: string): number {
  let count = 0;
  for (const entry of entries) if (entry.address === address) count += 1;
  return count;
}

function newCode(taken: ReadonlyMap<string, unknown>): string {
  for (;;) {
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    if (!taken.has(code)) return code;
  }
}
