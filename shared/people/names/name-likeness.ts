import { wordAligner } from './align-words.ts';
import { joinedWord, type NameWord } from './name-words.ts';

/** Two words of two names that may be the same word. */
export interface WordPair {
  first: NameWord;
  second: NameWord;
  /** 1 the same, 0 nothing in common. */
  likeness: number;
}

export interface NameComparison {
  /** 1 the same name, 0 nothing in common. From SAME_NAME on the names are taken for spellings of one. */
  likeness: number;
  pairs: readonly WordPair[];
}

/** From here on two full names are taken for one; tuned for precision and recall alike (tests/eval). */
export const SAME_NAME = 0.79;
/** A second reading is a guess. */
export const SECOND_READING = 0.05;
/** Words of one name that the other does not have: a father's or a second name left out. */
const EXTRA_WORD = 0.06;
/** A single word says little about a person who has more. */
const ONE_WORD_OF_MORE = 0.3;
const OTHER_ORDER = 0.01;
/** Two words less alike have no part in each other. */
const SAME_AT_ALL = 0.3;

const aligner = wordAligner();

type Readings = Pick<NameWord, 'readings'>;

/** How alike two words of names sound, in whichever script; 0 when less than `least`. */
export function wordLikeness(first: Readings, second: Readings, least = 0): number {
  let best = 0;
  for (const [i, a] of first.readings.entries()) {
    for (const [j, b] of second.readings.entries()) {
      best = Math.max(best, aligner.likeness(a, b, least) - (i === j ? 0 : SECOND_READING));
    }
  }
  return best;
}

interface Option extends WordPair {
  atFirst: readonly number[];
  atSecond: readonly number[];
}

/** Compares two full names, word by word in any order, two words written together included. */
export function compareNames(first: readonly NameWord[], second: readonly NameWord[]): NameComparison {
  const [a, b] = [strongWords(first), strongWords(second)];
  const options: Option[] = [];
  for (const [i, one] of a.entries()) {
    for (const [j, other] of b.entries()) {
      options.push({ ...pairOf(one, other), atFirst: [i], atSecond: [j] });
    }
  }
  if (first.length !== second.length) options.push(...joinedOptions(first, second));
  const chosen = choose(options);
  const usedFirst = chosen.reduce((sum, option) => sum + option.atFirst.length, 0);
  const usedSecond = chosen.reduce((sum, option) => sum + option.atSecond.length, 0);
  const [leftFirst, leftSecond] = [a.length - usedFirst, b.length - usedSecond];
  const missing = Math.min(leftFirst, leftSecond);
  const extra = Math.max(leftFirst, leftSecond) - missing;
  const likenesses = [...chosen.map((option) => option.likeness), ...Array<number>(missing).fill(0)];
  if (likenesses.length === 0) return { likeness: 0, pairs: [] };
  const mean = likenesses.reduce((sum, one) => sum + one, 0) / likenesses.length;
  const least = Math.min(...likenesses);
  const penalty =
    extra * EXTRA_WORD +
    (likenesses.length === 1 && extra > 0 ? ONE_WORD_OF_MORE : 0) +
    (inOrder(chosen) ? 0 : OTHER_ORDER);
  return { likeness: Math.max(0, (mean + least) / 2 - penalty), pairs: chosen };
}

function strongWords(words: readonly NameWord[]): readonly NameWord[] {
  const strong = words.filter((word) => !word.weak);
  return strong.length > 0 ? strong : words;
}

/** Two neighbours of one name against one word of the other: Ali Reza and Alireza, Ben Ali and Benali. */
function joinedOptions(first: readonly NameWord[], second: readonly NameWord[]): Option[] {
  const [a, b] = [strongWords(first), strongWords(second)];
  return [
    ...joinedNeighbours(first, a).flatMap(({ word, at }) =>
      b.map((other, j) => ({ ...pairOf(word, other), atFirst: at, atSecond: [j] })),
    ),
    ...joinedNeighbours(second, b).flatMap(({ word, at }) =>
      a.map((one, i) => ({ ...pairOf(one, word), atFirst: [i], atSecond: at })),
    ),
  ];
}

function joinedNeighbours(words: readonly NameWord[], strong: readonly NameWord[]) {
  return words.slice(1).flatMap((word, index) => {
    const before = words[index];
    if (!before) return [];
    const at = [strong.indexOf(before), strong.indexOf(word)].filter((place) => place >= 0);
    return at.length === 0 ? [] : [{ word: joinedWord(before, word), at }];
  });
}

function pairOf(first: NameWord, second: NameWord): WordPair {
  return { first, second, likeness: wordLikeness(first, second, SAME_AT_ALL) };
}

/** The likeliest pairs first, each word once. What is not alike at all stays without a partner. */
function choose(options: readonly Option[]): Option[] {
  const usedFirst = new Set<number>();
  const usedSecond = new Set<number>();
  const chosen: Option[] = [];
  for (const option of options.toSorted((x, y) => y.likeness - x.likeness)) {
    if (option.likeness < SAME_AT_ALL) break;
    if (option.atFirst.some((at) => usedFirst.has(at)) || option.atSecond.some((at) => usedSecond.has(at))) continue;
    for (const at of option.atFirst) usedFirst.add(at);
    for (const at of option.atSecond) usedSecond.add(at);
    chosen.push(option);
  }
  return chosen;
}

function inOrder(chosen: readonly Option[]): boolean {
  const second = chosen
    .toSorted((x, y) => (x.atFirst[0] ?? 0) - (y.atFirst[0] ?? 0))
    .map((option) => option.atSecond[0] ?? 0);
  return second.every((at, index) => index === 0 || at > (second[index - 1] ?? 0));
}
