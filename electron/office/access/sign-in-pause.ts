import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../ports.ts';
import { replaceFile } from './keyring.ts';

const LONGEST_PAUSE_S = 60;
const Stored = z.strictObject({ failures: z.int().min(0), notBefore: z.iso.datetime({ precision: 3 }) });

/** Slows down whoever guesses: passphrases, or the PINs of profile cards. */
export interface SignInPause {
  /** Seconds that sign-in is still refused for; 0: go on. */
  remainingSeconds(): number;
  /** Doubles the pause: 1, 2, 4 … 60 seconds. */
  failed(): void;
  succeeded(): void;
}

/**
 * One pause for the whole office, whoever failed: a pause for each name would tell which names exist. It is kept in a
 * file, so that a restart does not shorten it.
 */
export function signInPause(dataFolder: string, clock: Clock, file = 'sign-in-pause.json'): SignInPause {
  const path = join(dataFolder, file);
  let stored = read(path);
  return {
    remainingSeconds() {
      if (!stored) return 0;
      const remaining = Math.ceil((Date.parse(stored.notBefore) - Date.parse(clock.now())) / 1000);
      // A clock that was set back must not lock the office out for years.
      return Math.min(Math.max(remaining, 0), pauseSeconds(stored.failures));
    },
    failed() {
      const failures = (stored?.failures ?? 0) + 1;
      stored = { failures, notBefore: new Date(Date.parse(clock.now()) + pauseSeconds(failures) * 1000).toISOString() };
      keep(path, stored);
    },
    succeeded() {
      if (!stored) return;
      stored = null;
      keep(path, { failures: 0, notBefore: clock.now() });
    },
  };
}

function keep(path: string, stored: z.infer<typeof Stored>): void {
  try {
    replaceFile(path, JSON.stringify(stored));
  } catch {
    // A full disk must not keep everybody out; until the next start the pause holds all the same.
  }
}

function pauseSeconds(failures: number): number {
  return failures === 0 ? 0 : Math.min(2 ** Math.min(failures - 1, 10), LONGEST_PAUSE_S);
}

function read(path: string): z.infer<typeof Stored> | null {
  try {
    const stored = Stored.parse(JSON.parse(readFileSync(path, 'utf8')));
    return stored.failures === 0 ? null : stored;
  } catch {
    // Missing or unreadable: nobody is locked out by a damaged counter; the derivation itself costs enough.
    return null;
  }
}
