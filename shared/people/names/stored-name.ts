import type { IndexedWord } from './indexed-words.ts';
import type { SoundedWord } from './sounds.ts';
import { readingsOf, readingsText } from './word-row.ts';

/** A word of a stored name: what `IndexedWord` says, with the word's own identity. */
export interface StoredWord {
  /** The letters and readings: the same for everybody who has the word. */
  key: string;
  at: number;
  span: 1 | 2;
  part: boolean;
  /** As it stands in the name. */
  written: string;
}

// Letters, digits and blanks are all that a word of a name has.
const BETWEEN_WORDS = '\t';
const BETWEEN_PARTS = '=';

/** The words of a name as one text for the database. */
export function storedName(words: readonly IndexedWord[]): string {
  return words
    .map(({ word, at, span, part }) =>
      [`${at.toString(36)}${span}${part ? 'p' : 'w'}${word.text}`, readingsText(word), word.written].join(
        BETWEEN_PARTS,
      ),
    )
    .join(BETWEEN_WORDS);
}

/** The words that `storedName` wrote, in its order. */
export function wordsOfStored(stored: string): StoredWord[] {
  if (stored === '') return [];
  return stored.split(BETWEEN_WORDS).map((word) => {
    const end = word.lastIndexOf(BETWEEN_PARTS);
    return {
      key: word.slice(3, end),
      at: Number.parseInt(word.slice(0, 1), 36),
      span: word[1] === '2' ? 2 : 1,
      part: word[2] === 'p',
      written: word.slice(end + 1),
    };
  });
}

/** The letters and readings behind a word's key. */
export function wordOfKey(key: string): { text: string; readings: SoundedWord[] } {
  const [text = '', readings = ''] = key.split(BETWEEN_PARTS);
  return { text, readings: readingsOf(readings) };
}
