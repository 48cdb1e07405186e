import type { NoteLevel } from '../../../shared/consultations/consultations.contract.ts';

export interface Draft {
  text: string;
  level: NoteLevel;
}

/** What the screen may say about the draft. "Saved" only ever comes from the office's answer. */
export type DraftStatus =
  | { kind: 'nothing' }
  | { kind: 'unsaved' }
  | { kind: 'saved'; savedAt: string }
  | { kind: 'failed' };

interface DraftSaverOptions {
  /** Durable when it resolves; resolves to the office's time of saving. */
  save: (draft: Draft) => Promise<string>;
  onStatus: (status: DraftStatus) => void;
  /** Pause after the last key before it is saved. */
  pauseMs?: number;
  /** While somebody types without a pause it is saved at least this often: what a dead office takes is of the last second. */
  atLeastEveryMs?: number;
  retryMs?: number;
}

/**
 * Saves a draft while it is typed: one save at a time, the newest text always last, a failed one again by itself.
 * Two seconds after the last key a power cut must not take a word (P: draft survives), so that the pause is short.
 */
export function createDraftSaver({
  save,
  onStatus,
  pauseMs = 500,
  atLeastEveryMs = 1000,
  retryMs = 2000,
}: DraftSaverOptions) {
  let unsaved: Draft | null = null;
  let firstUnsavedAtMs = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  /** The saves one after the other: two on the way could arrive in the wrong order. */
  let queue: Promise<void> = Promise.resolve();

  const cancelTimer = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const saveIn = (ms: number) => {
    cancelTimer();
    timer = setTimeout(() => void saveNow(), ms);
  };
  const saveOnce = async () => {
    const draft = unsaved;
    if (!draft) return;
    unsaved = null;
    try {
      const savedAt = await save(draft);
      // Something typed meanwhile is not saved; its own save says so.
      if (unsaved === null) onStatus({ kind: 'saved', savedAt });
    } catch {
      unsaved ??= draft;
      onStatus({ kind: 'failed' });
      saveIn(retryMs);
    }
  };
  const saveNow = (): Promise<void> => {
    cancelTimer();
    queue = queue.then(saveOnce);
    return queue;
  };

  return {
    /** Something was typed or the level was changed. */
    changed(draft: Draft): void {
      if (unsaved === null) firstUnsavedAtMs = Date.now();
      unsaved = draft;
      onStatus({ kind: 'unsaved' });
      const waitedMs = Date.now() - firstUnsavedAtMs;
      saveIn(Math.max(0, Math.min(pauseMs, atLeastEveryMs - waitedMs)));
    },
    /** Saves at once what is not saved yet; resolves when it is, or when it failed. */
    flush: saveNow,
    /** Drops what is not saved yet, after what is on its way has arrived: the note was written, nothing may come after it. */
    async drop(): Promise<void> {
      cancelTimer();
      unsaved = null;
      await queue;
      // A save that failed meanwhile wants to be tried again.
      cancelTimer();
      unsaved = null;
      onStatus({ kind: 'nothing' });
    },
    stop: cancelTimer,
  };
}
