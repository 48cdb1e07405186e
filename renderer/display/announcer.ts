import type { CallView } from '../../shared/screens/screens.contract.ts';

/** Speaks one call in all its languages; resolves when it is over, soon after the signal at the latest. */
export type Speak = (call: CallView, signal: AbortSignal) => Promise<void>;

export interface Announcer {
  /** What is called at the moment, newest first, and the office's time. New calls are spoken one after another. */
  show(calls: readonly CallView[], now: string): void;
  /** The call that is spoken at this moment; null: none. */
  speaking(): CallView | null;
  subscribe(listener: () => void): () => void;
  stop(): void;
}

/** A screen that was just switched on does not repeat what was called before. */
const STILL_NEW_MS = 15_000;

/**
 * Speaks each call once, never two at a time. A call that came first is spoken first; one that is over before its turn
 * (the person stands at the desk already) is not spoken any more; one that is over while it is spoken falls silent.
 */
export function createAnnouncer(speak: Speak): Announcer {
  const known = new Set<string>();
  const listeners = new Set<() => void>();
  let isFirst = true;
  let waiting: CallView[] = [];
  let current: { call: CallView; abort: AbortController } | null = null;
  let stopped = false;

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function speakNext(): void {
    const call = stopped || current ? undefined : waiting.shift();
    if (!call) return;
    const abort = new AbortController();
    current = { call, abort };
    tell();
    // A voice that can't be heard must not keep the next from being spoken.
    void speak(call, abort.signal)
      .catch(() => {})
      .then(() => {
        current = null;
        tell();
        speakNext();
      });
  }

  return {
    show(calls, now) {
      const active = new Map(calls.filter((call) => call.active).map((call) => [call.key, call]));
      waiting = waiting.filter(({ key }) => active.has(key));
      if (current && !active.has(current.call.key)) current.abort.abort();
      const fresh = [...active.values()]
        .filter(({ key }) => !known.has(key))
        .sort((a, b) => a.calledAt.localeCompare(b.calledAt) || a.number - b.number);
      for (const call of fresh) {
        known.add(call.key);
        const isOld = Date.parse(now) - Date.parse(call.calledAt) > STILL_NEW_MS;
        if (!(isFirst && isOld)) waiting.push(call);
      }
      isFirst = false;
      speakNext();
    },
    speaking: () => current?.call ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      stopped = true;
      waiting = [];
      current?.abort.abort();
    },
  };
}
