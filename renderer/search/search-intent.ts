import { atSessionEnd } from '../access/session-end.ts';

/** What the search page is to show when it opens: words, and the note that was chosen. */
export interface SearchIntent {
  words: string;
  noteId: string | null;
}

let intent: SearchIntent | null = null;

/** Leaves words for the search page. Not in the address: a browser remembers where it has been, and words can be names. */
export function leaveSearchIntent(next: SearchIntent): void {
  intent = next;
}

/** What was left for the search page, once. */
export function takeSearchIntent(): SearchIntent | null {
  const left = intent;
  intent = null;
  return left;
}

atSessionEnd(() => {
  intent = null;
});
