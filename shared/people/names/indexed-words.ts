import { joinedWord, type NameWord, nameWords } from './name-words.ts';

/** A word under which a name is found. */
export interface IndexedWord {
  word: NameWord;
  /** At which word of the name it begins, and how many it takes in. */
  at: number;
  span: 1 | 2;
  /** No word that counts by itself: a part of one, two together, or a connecting word. */
  part: boolean;
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
/** Nobody has more; a pasted paragraph shall not fill the index. */
export const MOST_WORDS = 24;

/**
 * Every word under which a name is found: its words; the parts of those that are two names in one (Abd al-Rahman also under
 * Rahman); two neighbours together (Ali Reza under Alireza); umlauts also in two letters (Mueller). A comma in the name
 * separates given and family name, which nobody writes together; without one only the first two words of three are.
 */
export function indexedWords(name: string): IndexedWord[] {
  const segments = name.split(',').map(nameWords);
  const words = segments.flat().slice(0, MOST_WORDS);
  const found = words.map((word, at): IndexedWord => ({ word, at, span: 1, part: word.weak }));
  const parts = words.flatMap((word, at) => {
    const pieces = word.written.split(' ');
    return nameWords(pieces.length > 1 ? pieces.join(', ') : servedName(word))
      .filter(({ text }) => text !== word.text)
      .map((part): IndexedWord => ({ word: part, at, span: 1, part: true }));
  });
  const together = neighbours(segments).flatMap((at): IndexedWord[] => {
    const [before, word] = [words[at], words[at + 1]];
    return before && word ? [{ word: joinedWord(before, word), at, span: 2, part: true }] : [];
  });
  const spelled = name.replace(/[äöüÄÖÜ]/g, (letter) => UMLAUTS[letter] ?? letter);
  const inTwoLetters = spelled === name ? [] : indexedWords(spelled).filter(({ part }) => !part);
  return [...found, ...parts, ...together, ...inTwoLetters].filter(({ word }) => word.text !== '');
}

/** At which words somebody may write it and the next one together. */
function neighbours(segments: readonly (readonly NameWord[])[]): number[] {
  if (segments.length === 1) return (segments[0]?.length ?? 0) > 2 ? [0] : [];
  let begin = 0;
  return segments.flatMap((segment) => {
    const from = begin;
    begin += segment.length;
    return segment.slice(1).map((_, at) => from + at);
  });
}

/** What stands behind "servant of" in a name that is written as one word. */
function servedName(word: NameWord): string {
  if (word.text.startsWith('عبد')) return word.text.replace(/^عبد(?:ال)?(?=.{3})/u, '');
  const sounds = word.readings[0]?.sounds ?? '';
  return /^abd.{4,}/.test(sounds) ? sounds.slice(3) : '';
}
