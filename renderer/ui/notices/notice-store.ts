import { useSyncExternalStore } from 'react';

export interface Notice {
  kind: 'done' | 'notice' | 'error';
  text: string;
  /** A further step that the bar offers beside undo: correct what was entered, print the slip again. */
  action?: { label: string; run: () => void };
  /** Whether Ctrl Z takes back what this notice tells of. */
  undoable?: boolean;
}

/** Something of today that Ctrl Z takes back. */
export interface Undoable {
  text: string;
  undo: () => Promise<boolean>;
}

export interface NoticeState {
  notice: Notice | null;
  undoCount: number;
}

/** Notices go away by themselves after this time, errors stay until they are put away. */
const DONE_STAYS_MS = 12_000;

let state: NoticeState = { notice: null, undoCount: 0 };
let undoables: Undoable[] = [];
let timer: number | null = null;
const listeners = new Set<() => void>();

function become(next: NoticeState): void {
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells something in the bar at the bottom; it takes the place of what stood there. */
export function showNotice(notice: Notice): void {
  if (timer !== null) window.clearTimeout(timer);
  timer = notice.kind === 'error' ? null : window.setTimeout(() => become({ ...state, notice: null }), DONE_STAYS_MS);
  become({ ...state, notice });
}

/** Tells what was done and keeps the way back: the bar's button and Ctrl Z. */
export function showUndoable(undoable: Undoable, action?: Notice['action']): void {
  undoables = [...undoables, undoable];
  become({ ...state, undoCount: undoables.length });
  showNotice({ kind: 'done', text: undoable.text, undoable: true, ...(action ? { action } : {}) });
}

/** Takes back the newest thing of today; `told` says what was taken back. Nothing happens when there is nothing. */
export async function undoNewest(told: (text: string) => string): Promise<void> {
  const newest = undoables.at(-1);
  if (!newest) return;
  undoables = undoables.slice(0, -1);
  become({ ...state, undoCount: undoables.length });
  if (await newest.undo()) showNotice({ kind: 'notice', text: told(newest.text) });
}

export function dismissNotice(): void {
  if (timer !== null) window.clearTimeout(timer);
  become({ ...state, notice: null });
}

/** At a lock: the next person neither reads nor takes back what this one did. */
export function forgetNotices(): void {
  undoables = [];
  dismissNotice();
  become({ notice: null, undoCount: 0 });
}

export function useNoticeState(): NoticeState {
  return useSyncExternalStore(subscribe, () => state);
}
