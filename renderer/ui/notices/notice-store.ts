import { sharedState } from '../shared-state.ts';

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

const state = sharedState<NoticeState>({ notice: null, undoCount: 0 });
let undoables: Undoable[] = [];
let timer: number | null = null;

/** Tells something in the bar at the bottom; it takes the place of what stood there. */
export function showNotice(notice: Notice): void {
  if (timer !== null) window.clearTimeout(timer);
  timer =
    notice.kind === 'error'
      ? null
      : window.setTimeout(() => state.set({ ...state.get(), notice: null }), DONE_STAYS_MS);
  state.set({ ...state.get(), notice });
}

/** Tells what was done and keeps the way back: the bar's button and Ctrl Z. */
export function showUndoable(undoable: Undoable, action?: Notice['action']): void {
  undoables = [...undoables, undoable];
  state.set({ ...state.get(), undoCount: undoables.length });
  showNotice({ kind: 'done', text: undoable.text, undoable: true, ...(action ? { action } : {}) });
}

/** Takes back the newest thing of today; `told` says what was taken back. Nothing happens when there is nothing. */
export async function undoNewest(told: (text: string) => string): Promise<void> {
  const newest = undoables.at(-1);
  if (!newest) return;
  undoables = undoables.slice(0, -1);
  state.set({ ...state.get(), undoCount: undoables.length });
  if (await newest.undo()) showNotice({ kind: 'notice', text: told(newest.text) });
}

/** Takes the notice away. What it offered to undo can be undone all the same. */
export function dismissNotice(): void {
  if (timer !== null) window.clearTimeout(timer);
  state.set({ ...state.get(), notice: null });
}

/** At a lock: the next person neither reads nor takes back what this one did. */
export function forgetNotices(): void {
  undoables = [];
  dismissNotice();
  state.set({ notice: null, undoCount: 0 });
}

/** The notice that is shown, and how much can be undone. */
export function useNoticeState(): NoticeState {
  return state.use();
}
