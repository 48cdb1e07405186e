/** How long a note on the screen counts as read once: the screen asks again by itself at every change in the office. */
const ONE_READING_MS = 10 * 60_000;

/** What a session has read of the other employer's notes. */
export interface Readings {
  /** The session was given this version of a note. */
  add(noteId: string, version: number): void;
  /** The notes that are to be written into the journal. */
  waiting(): string[];
  /** They were written. What could not be written waits on, so that it is not given without it. */
  written(): void;
}

/**
 * Keeps what a session reads until the journal has it. A version that is on the screen for a while is one reading.
 *
 * @param nowMs the time by the office's clock, in milliseconds.
 */
export function createReadings(nowMs: () => number): Readings {
  const readAtMs = new Map<string, number>();
  const waiting = new Map<string, string>();
  return {
    add(noteId, version) {
      const key = `${noteId} ${version}`;
      const before = readAtMs.get(key);
      if (before === undefined || nowMs() - before >= ONE_READING_MS) waiting.set(key, noteId);
    },
    waiting: () => [...new Set(waiting.values())],
    written() {
      for (const key of waiting.keys()) readAtMs.set(key, nowMs());
      waiting.clear();
    },
  };
}
