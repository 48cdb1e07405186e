import { joinedWord, type NameWord, nameWords } from './name-words.ts';

/** A word under which a name is found. */
export interface IndexedWord {
  word: NameWord;
  /** How many other words the name has: the fewer, the nearer to somebody who typed this one. */
  others: number;
  /** Only a part of a word of the name, or two of its words together. */
  part: boolean;
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
/** Nobody has more; a pasted paragraph shall not fill the index. */
const MOST_WORDS = 12;

/**
 * Every word under which a name is found: its words; the parts of those that are two names in one (Abd al-Rahman also under
 * Rahman); two neighbours together (Ali Reza under Alireza); umlauts also in two letters (Mueller). A comma in the name
 * separates given and family name, which nobody writes together; without one only the first two words of three are.
 */
export function indexedWords(name: string): IndexedWord[] {
  const segments = name.split(',').map((segment) => nameWords(segment).slice(0, MOST_WORDS));
  const words = segments.flat();
  const others = Math.max(0, words.filter(({ weak }) => !weak).length - 1);
  const parts = words.flatMap((word) => {
    const pieces = word.written.split(' ');
    return nameWords(pieces.length > 1 ? pieces.join(', ') : servedName(word)).filter(({ text }) => text !== word.text);
  });
  const neighbours = segments.flatMap((segment) => {
    const joined = segments.length > 1 ? segment : segment.length > 2 ? segment.slice(0, 2) : [];
    return joined.slice(1).flatMap((word, at) => {
      const before = joined[at];
      return before ? [joinedWord(before, word)] : [];
    });
  });
  const found = [
    ...words.map((word): IndexedWord => ({ word, others: word.weak ? others + 1 : others, part: word.weak })),
    ...[...parts, ...neighbours].map((word): IndexedWord => ({ word, others, part: true })),
  ];
  const spelled = name.replace(/[äöüÄÖÜ]/g, (letter) => UMLAUTS[letter] ?? letter);
  return spelled === name ? found : [...found, ...indexedWords(spelled).filter(({ part }) => !part)];
}

/** What stands behind "servant of" in a name that is written as one word. */
function servedName(word: NameWord): string {
  if (word.text.startsWith('عبد')) return word.text.replace(/^عبد(?:ال)?(?=.{3})/u, '');
  const sounds = word.readings[0]?.sounds ?? '';
  return /^abd.{4,}/.test(sounds) ? sounds.slice(3) : '';
}
