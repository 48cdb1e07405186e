import { foldName } from '../kernel/fold-name.ts';

/** Whether there is a word of two letters or more: one letter is no question yet. */
export function isSearchable(words: string): boolean {
  return foldName(words)
    .split(' ')
    .some((word) => [...word].length >= 2);
}
