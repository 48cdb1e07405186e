import { foldName } from './fold-name.ts';

/** Whether every word typed begins some word of the text, whatever its accents and case. No word: everything matches. */
export function matchesWords(text: string, typed: string): boolean {
  const present = foldName(text).split(' ');
  return foldName(typed)
    .split(' ')
    .filter((word) => word !== '')
    .every((word) => present.some((part) => part.startsWith(word)));
}
