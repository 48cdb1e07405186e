import { type AlignmentCosts, COSTS, weightOf } from './alignment-costs.ts';
import { LONG_VOWELS, type SoundedWord, VOWELS, type Writing } from './sounds.ts';

/** One letter on one side for two sounds on the other: Ishaq has s and h, which Latin script writes like sh. */
const SPLITS: Readonly<Record<string, string>> = {
  S: 'sh',
  T: 'th',
  D: 'dh',
  K: 'kh',
  G: 'gh',
  C: 'tS',
  J: 'zh',
  j: 'dj',
};
const SOUNDS = 128;

export interface WordAligner {
  /** How alike two words sound: 1 the same, 0 nothing in common. */
  likeness(a: SoundedWord, b: SoundedWord): number;
  /** The same for a word that is still being typed: what `name` has behind it costs nothing. */
  prefixLikeness(typed: SoundedWord, name: SoundedWord): number;
}

/** A word taken apart once: codes of its sounds, what each costs to leave out beside either writing, and its length. */
interface TakenApart {
  codes: Uint8Array;
  drops: Readonly<Record<Writing, Float64Array>>;
  length: number;
}

/** Compares words by weighted edit distance over their sounds. */
export function wordAligner(costs: AlignmentCosts = COSTS): WordAligner {
  const table = substitutionTable(costs);
  const apart = new WeakMap<SoundedWord, TakenApart>();
  let rows: [Float64Array, Float64Array, Float64Array] = [
    new Float64Array(64),
    new Float64Array(64),
    new Float64Array(64),
  ];

  const takenApart = (word: SoundedWord): TakenApart => {
    const known = apart.get(word);
    if (known) return known;
    const taken = takeApart(word, costs);
    apart.set(word, taken);
    return taken;
  };

  function distance(first: SoundedWord, second: SoundedWord, openEnd: boolean): number {
    const [a, b] = [takenApart(first), takenApart(second)];
    const [dropsA, dropsB] = [a.drops[second.writing], b.drops[first.writing]];
    const [m, n] = [a.codes.length, b.codes.length];
    if (n >= rows[0].length) rows = [new Float64Array(n + 1), new Float64Array(n + 1), new Float64Array(n + 1)];
    let [older, before, row] = rows;
    row[0] = 0;
    for (let j = 1; j <= n; j += 1) row[j] = (row[j - 1] ?? 0) + (dropsB[j - 1] ?? 0);
    for (let i = 1; i <= m; i += 1) {
      [older, before, row] = [before, row, older];
      const drop = dropsA[i - 1] ?? 0;
      const base = (a.codes[i - 1] ?? 0) * SOUNDS;
      row[0] = (before[0] ?? 0) + drop;
      for (let j = 1; j <= n; j += 1) {
        let best = (before[j - 1] ?? 0) + (table[base + (b.codes[j - 1] ?? 0)] ?? 1);
        best = Math.min(best, (before[j] ?? 0) + drop, (row[j - 1] ?? 0) + (dropsB[j - 1] ?? 0));
        if (j > 1 && isSplit(a.codes, i, b.codes, j)) best = Math.min(best, (before[j - 2] ?? 0) + costs.split);
        if (i > 1 && isSplit(b.codes, j, a.codes, i)) best = Math.min(best, (older[j - 1] ?? 0) + costs.split);
        row[j] = best;
      }
    }
    const found = openEnd ? Math.min(...row.subarray(0, n + 1)) : (row[n] ?? 0);
    return first.writing === 'abjad' && second.writing === 'abjad' ? found * costs.bothAbjad : found;
  }

  return {
    likeness(first, second) {
      if (first.sounds === second.sounds && first.writing === second.writing) return 1;
      const length = (takenApart(first).length + takenApart(second).length) / 2;
      return length === 0 ? 0 : Math.max(0, 1 - distance(first, second, false) / length);
    },
    prefixLikeness(typed, name) {
      const { length } = takenApart(typed);
      return length === 0 ? 0 : Math.max(0, 1 - distance(typed, name, true) / length);
    },
  };
}

const SPLIT_CODES = new Map(
  Object.entries(SPLITS).map(([one, two]) => [one.charCodeAt(0), [two.charCodeAt(0), two.charCodeAt(1)] as const]),
);

/** Whether sound `i` of one word stands for sounds `j - 1` and `j` of the other; both count from one. */
function isSplit(one: Uint8Array, i: number, two: Uint8Array, j: number): boolean {
  const split = SPLIT_CODES.get(one[i - 1] ?? 0);
  return split !== undefined && split[0] === two[j - 2] && split[1] === two[j - 1];
}

function takeApart(word: SoundedWord, costs: AlignmentCosts): TakenApart {
  const sounds = [...word.sounds];
  const drops = (other: Writing) =>
    Float64Array.from(sounds, (sound, at) => dropCost(sound, { at, last: sounds.length - 1, other }, costs));
  return {
    codes: Uint8Array.from(sounds, (sound) => sound.charCodeAt(0)),
    drops: { latin: drops('latin'), abjad: drops('abjad') },
    length: sounds.reduce((sum, sound) => sum + weightOf(sound), 0),
  };
}

function dropCost(
  sound: string,
  { at, last, other }: { at: number; last: number; other: Writing },
  costs: AlignmentCosts,
): number {
  if (VOWELS.includes(sound)) {
    if (other === 'abjad' && at < last) return costs.shortVowel;
    if (at === last) return sound === 'e' ? costs.finalE : costs.finalVowel;
    return at === 0 ? costs.leadingVowel : costs.latinVowel;
  }
  if (sound === '3') return costs.ain;
  if (LONG_VOWELS.includes(sound)) return at === last ? costs.finalVowel : costs.longVowel;
  if (sound === 'h') return at === last ? costs.finalH : costs.h;
  return sound === 'w' || sound === 'y' ? costs.glide : costs.consonant;
}

function substitutionTable(costs: AlignmentCosts): Float64Array {
  const table = new Float64Array(SOUNDS * SOUNDS);
  const isVowel = Array.from({ length: SOUNDS }, (_, code) =>
    (VOWELS + LONG_VOWELS).includes(String.fromCharCode(code)),
  );
  for (let a = 0; a < SOUNDS; a += 1) {
    for (let b = 0; b < SOUNDS; b += 1) {
      const alike = isVowel[a] ? costs.vowels : costs.consonants;
      table[a * SOUNDS + b] = a === b ? 0 : isVowel[a] === isVowel[b] ? alike : costs.unlike;
    }
  }
  for (const [pair, cost] of Object.entries(costs.pairs)) {
    const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    table[a * SOUNDS + b] = cost;
    table[b * SOUNDS + a] = cost;
  }
  return table;
}
