import { type AlignmentCosts, COSTS, weightOf } from './alignment-costs.ts';
import { LONG_VOWELS, VOWELS, type Writing } from './sounds.ts';

/** Codes of sounds are below. */
export const SOUNDS = 64;
/** Longer than any word of a name; what is behind is not compared. */
export const LONGEST = 48;

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

/** The code of a sound, from its character: small tables stay near the processor. */
export function codeOfSound(character: number): number {
  // Letters are 1 to 26 and 33 to 58; ain is a digit, which would be s.
  return character === AIN ? 0 : character & (SOUNDS - 1);
}

const AIN = '3'.charCodeAt(0);
/** Every sound that there is. */
const ALL = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ3'];

/** What it costs to leave a sound out, by where in its word it stands. */
export interface DropTables {
  first: Float64Array;
  middle: Float64Array;
  last: Float64Array;
}

/** The costs by the codes of sounds, ready for millions of look-ups. */
export interface AlignmentTables {
  /** At `one * SOUNDS + other`. */
  substitution: Float64Array;
  /** Leaving a sound out beside a word in that writing. */
  drops: Readonly<Record<Writing, DropTables>>;
  /** What a sound counts for in the length of a word. */
  weights: Float64Array;
  /** For each sound the two that it may stand for, as one number; 0: none. */
  splits: Uint16Array;
  split: number;
  bothAbjad: number;
}

export function alignmentTables(costs: AlignmentCosts = COSTS): AlignmentTables {
  return {
    substitution: substitutionTable(costs),
    drops: { latin: dropTables('latin', costs), abjad: dropTables('abjad', costs) },
    weights: bySound(weightOf),
    splits: splitTable(),
    split: costs.split,
    bothAbjad: costs.bothAbjad,
  };
}

/** The length of a word as its likeness counts it. */
export function soundLength(tables: AlignmentTables, sounds: string): number {
  let length = 0;
  for (let at = 0; at < sounds.length; at += 1) length += tables.weights[codeOfSound(sounds.charCodeAt(at))] ?? 0;
  return length;
}

function bySound(valueOf: (sound: string) => number): Float64Array {
  const table = new Float64Array(SOUNDS);
  for (const sound of ALL) table[codeOf(sound)] = valueOf(sound);
  return table;
}

const codeOf = (sound: string, at = 0) => codeOfSound(sound.charCodeAt(at));

function splitTable(): Uint16Array {
  const splits = new Uint16Array(SOUNDS);
  for (const [one, two] of Object.entries(SPLITS)) splits[codeOf(one)] = codeOf(two) * SOUNDS + codeOf(two, 1);
  return splits;
}

function dropTables(other: Writing, costs: AlignmentCosts): DropTables {
  const table = (place: keyof DropTables) => bySound((sound) => dropCost(sound, place, other, costs));
  return { first: table('first'), middle: table('middle'), last: table('last') };
}

function dropCost(sound: string, place: keyof DropTables, other: Writing, costs: AlignmentCosts): number {
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
  const isVowel = (sound: string) => (VOWELS + LONG_VOWELS).includes(sound);
  for (const a of ALL) {
    for (const b of ALL) {
      const alike = isVowel(a) ? costs.vowels : costs.consonants;
      table[codeOf(a) * SOUNDS + codeOf(b)] = a === b ? 0 : isVowel(a) === isVowel(b) ? alike : costs.unlike;
    }
  }
  for (const [pair, cost] of Object.entries(costs.pairs)) {
    const [a, b] = [codeOf(pair), codeOf(pair, 1)];
    table[a * SOUNDS + b] = cost;
    table[b * SOUNDS + a] = cost;
  }
  return table;
}
