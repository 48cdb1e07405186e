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
/** Sounds are ASCII characters. */
const SOUNDS = 128;
/** Longer than any word of a name; what is behind is not compared. */
const LONGEST = 48;

export interface WordAligner {
  /** How alike two words sound: 1 the same, 0 nothing in common. */
  likeness(a: SoundedWord, b: SoundedWord): number;
  /** The same for a word that is still being typed: what `name` has behind it costs nothing. */
  prefixLikeness(typed: SoundedWord, name: SoundedWord): number;
}

/** Compares words by weighted edit distance over their sounds. Its work space is used again for every pair. */
export function wordAligner(costs: AlignmentCosts = COSTS): WordAligner {
  const table = substitutionTable(costs);
  const drops = { latin: dropTables('latin', costs), abjad: dropTables('abjad', costs) };
  const weights = Float64Array.from({ length: SOUNDS }, (_, code) => weightOf(String.fromCharCode(code)));
  const splits = splitTable();
  const work = { codesA: codes(), codesB: codes(), dropsA: row(), dropsB: row(), rows: [row(), row(), row()] as const };

  const lengthOf = (word: SoundedWord): number => {
    let length = 0;
    for (let at = 0; at < word.sounds.length; at += 1) length += weights[word.sounds.charCodeAt(at)] ?? 0;
    return length;
  };
  const takeApart = (word: SoundedWord, other: Writing, into: Uint8Array, costInto: Float64Array): number => {
    const count = Math.min(word.sounds.length, LONGEST);
    const { first, middle, last } = drops[other];
    for (let at = 0; at < count; at += 1) {
      const code = word.sounds.charCodeAt(at) % SOUNDS;
      into[at] = code;
      costInto[at] = (at === count - 1 ? last : at === 0 ? first : middle)[code] ?? 1;
    }
    return count;
  };

  function distance(first: SoundedWord, second: SoundedWord, openEnd: boolean): number {
    const { codesA, codesB, dropsA, dropsB } = work;
    const m = takeApart(first, second.writing, codesA, dropsA);
    const n = takeApart(second, first.writing, codesB, dropsB);
    let [older, before, now]: readonly Float64Array[] = work.rows;
    if (!older || !before || !now) return m + n;
    now[0] = 0;
    for (let j = 1; j <= n; j += 1) now[j] = (now[j - 1] ?? 0) + (dropsB[j - 1] ?? 0);
    for (let i = 1; i <= m; i += 1) {
      [older, before, now] = [before, now, older];
      const drop = dropsA[i - 1] ?? 0;
      const [sound, soundBefore] = [codesA[i - 1] ?? 0, i > 1 ? (codesA[i - 2] ?? 0) : 0];
      now[0] = (before[0] ?? 0) + drop;
      for (let j = 1; j <= n; j += 1) {
        const other = codesB[j - 1] ?? 0;
        let best = (before[j - 1] ?? 0) + (table[sound * SOUNDS + other] ?? 1);
        best = Math.min(best, (before[j] ?? 0) + drop, (now[j - 1] ?? 0) + (dropsB[j - 1] ?? 0));
        if (j > 1 && splits[sound] === (codesB[j - 2] ?? 0) * SOUNDS + other)
          best = Math.min(best, (before[j - 2] ?? 0) + costs.split);
        if (i > 1 && splits[other] === soundBefore * SOUNDS + sound)
          best = Math.min(best, (older[j - 1] ?? 0) + costs.split);
        now[j] = best;
      }
    }
    let found = now[n] ?? 0;
    if (openEnd) for (let j = 0; j < n; j += 1) found = Math.min(found, now[j] ?? found);
    return first.writing === 'abjad' && second.writing === 'abjad' ? found * costs.bothAbjad : found;
  }

  return {
    likeness(first, second) {
      if (first.sounds === second.sounds && first.writing === second.writing) return 1;
      const length = (lengthOf(first) + lengthOf(second)) / 2;
      return length === 0 ? 0 : Math.max(0, 1 - distance(first, second, false) / length);
    },
    prefixLikeness(typed, name) {
      const length = lengthOf(typed);
      return length === 0 ? 0 : Math.max(0, 1 - distance(typed, name, true) / length);
    },
  };
}

const codes = () => new Uint8Array(LONGEST + 1);
const row = () => new Float64Array(LONGEST + 1);

/** For each sound the two that it may stand for, as one number; 0: none. */
function splitTable(): Uint16Array {
  const splits = new Uint16Array(SOUNDS);
  for (const [one, two] of Object.entries(SPLITS))
    splits[one.charCodeAt(0)] = two.charCodeAt(0) * SOUNDS + two.charCodeAt(1);
  return splits;
}

/** What it costs to leave a sound out beside a word in `other` writing, by where it stands. */
function dropTables(other: Writing, costs: AlignmentCosts) {
  const table = (place: 'first' | 'middle' | 'last') =>
    Float64Array.from({ length: SOUNDS }, (_, code) => dropCost(String.fromCharCode(code), place, other, costs));
  return { first: table('first'), middle: table('middle'), last: table('last') };
}

function dropCost(sound: string, place: 'first' | 'middle' | 'last', other: Writing, costs: AlignmentCosts): number {
  if (VOWELS.includes(sound)) {
    if (other === 'abjad' && place !== 'last') return costs.shortVowel;
    if (place === 'last') return sound === 'e' ? costs.finalE : costs.finalVowel;
    return place === 'first' ? costs.leadingVowel : costs.latinVowel;
  }
  if (sound === '3') return costs.ain;
  if (LONG_VOWELS.includes(sound)) return place === 'last' ? costs.finalVowel : costs.longVowel;
  if (sound === 'h') return place === 'last' ? costs.finalH : costs.h;
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
