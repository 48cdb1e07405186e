/** A word of a name: which, where, how. */
export interface PlacedWord {
  word: number;
  at: number;
  span: number;
  part: boolean;
}

/** A typed word, or two together: how like each stored word is to it, by the word's number. */
export interface TypedPart {
  at: number;
  span: number;
  likeness: Float32Array;
  byLetters: Uint8Array;
}

/** Which word of a stored name a typed word was found in. */
export interface FoundWord {
  /** The place in the list of stored words. */
  place: number;
  byLetters: boolean;
}

/** What takes from the likeness of a name; set on one half of the names in tests/fixtures/names. */
export interface NameWeights {
  /** Each word of the name that was not typed, and that there is one at all. */
  otherWord: number;
  incomplete: number;
  /** A typed word that the name has not: the middle one is left out more often than the first or the last. */
  missingMiddle: number;
  missingEnd: number;
  /** Found only in a part of a word, or in two together. */
  part: number;
  /** The words stand in another order. */
  order: number;
  /** How much the least alike word decides, from 0 to 1. */
  leastShare: number;
  /** Below this a single word, or a name of several, is another. */
  oneWord: number;
  severalWords: number;
  /** From here on nothing else is tried. */
  good: number;
}

export const WEIGHTS: NameWeights = {
  otherWord: 0.02,
  incomplete: 0.1,
  missingMiddle: 0.1,
  missingEnd: 0.2,
  part: 0.04,
  order: 0.04,
  leastShare: 0.25,
  oneWord: 0.7,
  severalWords: 0.72,
  good: 0.75,
};

interface Pair {
  part: TypedPart;
  place: number;
  stored: PlacedWord;
  likeness: number;
}

/** How likely a stored name is meant; null when it is not. Each typed word and each word of the name counts once, the likeliest pairs first. */
export function likenessOfName(
  parts: readonly TypedPart[],
  typedCount: number,
  words: readonly PlacedWord[],
  weights: NameWeights,
): { score: number; words: FoundWord[] } | null {
  const pairs: Pair[] = [];
  for (const part of parts) {
    for (let place = 0; place < words.length; place += 1) {
      const stored = words[place];
      if (!stored) continue;
      const alike = part.likeness[stored.word] ?? 0;
      if (alike > 0) pairs.push({ part, place, stored, likeness: alike - (stored.part ? weights.part : 0) });
    }
  }
  pairs.sort((a, b) => b.likeness - a.likeness);
  let [usedTyped, usedName, total, least] = [0, 0, 0, 1];
  const chosen: Pair[] = [];
  for (const pair of pairs) {
    const typedBits = bits(pair.part.at, pair.part.span);
    const nameBits = bits(pair.stored.at, pair.stored.span);
    if ((usedTyped & typedBits) !== 0 || (usedName & nameBits) !== 0) continue;
    usedTyped |= typedBits;
    usedName |= nameBits;
    total += pair.likeness;
    least = Math.min(least, pair.likeness);
    chosen.push(pair);
  }
  const [first] = chosen;
  if (!first) return null;
  const alike = (total / chosen.length) * (1 - weights.leastShare) + least * weights.leastShare;
  if (alike < (chosen.length === 1 ? weights.oneWord : weights.severalWords)) return null;
  let score = alike;
  let missing = 0;
  for (let at = 0; at < typedCount; at += 1) {
    if ((usedTyped & (1 << at)) !== 0) continue;
    missing += 1;
    score -= at === 0 || at === typedCount - 1 ? weights.missingEnd : weights.missingMiddle;
  }
  // Of two words both must be there, of more one may be missing.
  if (missing > (typedCount >= 3 ? 1 : 0)) return null;
  let strong = 0;
  for (const word of words) if (!word.part) strong |= 1 << word.at;
  let others = 0;
  for (let left = strong & ~usedName; left !== 0; left &= left - 1) others += 1;
  if (others > 0) score -= weights.incomplete + others * weights.otherWord;
  chosen.sort((a, b) => a.part.at - b.part.at);
  for (let i = 1; i < chosen.length; i += 1) {
    if ((chosen[i]?.stored.at ?? 0) > (chosen[i - 1]?.stored.at ?? 0)) continue;
    score -= weights.order;
    break;
  }
  return {
    score,
    words: chosen.map(({ place, stored, part }) => ({ place, byLetters: part.byLetters[stored.word] === 1 })),
  };
}

const bits = (at: number, span: number) => ((1 << span) - 1) << at;
