import { wordAligner } from './align-words.ts';
import { alignmentTables, soundLength } from './alignment-tables.ts';
import { SECOND_READING } from './name-likeness.ts';
import type { NameWord } from './name-words.ts';
import { nearKeys, soundKeys } from './sound-keys.ts';
import { soundTree } from './sound-tree.ts';
import type { SoundedWord } from './sounds.ts';
import { spelledWords } from './spelled-words.ts';
import { wordOfKey } from './stored-name.ts';

/** The stored words that somebody may mean by a typed one. */
export interface MeantWords {
  /** The likeliest first. */
  words: readonly number[];
  /** By word: 1 the same letters; less the less alike; 0 not meant. */
  likeness: Float32Array;
  /** By word, 1: the letters were typed so, or their beginning; else the word only sounds like it. */
  byLetters: Uint8Array;
}

/** Below this a word is another name. */
const SAME_WORD = 0.62;
const SAME_BEGINNING = 0.86;
/** The letters say more than the sounds, the whole word more than its beginning, and the more the less is left. */
const SOUND = 0.98;
const BEGINNING = 0.88;
const LEFT_LETTER = 0.01;
const MOST_LEFT = 8;
const BEGINNING_SOUND = 0.84;
/** Less says too little of how a word goes on to be looked for by sounds: two consonants, or one with two vowels. */
const LEAST_SOUNDS = 2;
/** A word has two readings at most. */
const READINGS = 2;

/** Every word of all names, once. */
export interface WordStore {
  /** The number of a word, new if nobody had it yet. */
  numberOf(key: string): number;
  count(): number;
  /** Which words may be meant; while it is being typed also those that go on after it. */
  meantBy(typed: NameWord, options: { unfinished: boolean }): MeantWords;
}

interface StoredReading extends SoundedWord {
  /** Words that have it, as `number * READINGS + place`. */
  of: number[];
}

/** An empty one. */
export function wordStore(): WordStore {
  const tables = alignmentTables();
  const aligner = wordAligner();
  const numbers = new Map<string, number>();
  const spelled = spelledWords();
  const readings: StoredReading[] = [];
  const numberOfReading = new Map<string, number>();
  const byKey = new Map<string, number[]>();
  const beginnings = soundTree(tables);
  /** In which look-up a reading was compared last: it may have several keys. */
  let [compared, lookup] = [new Int32Array(1024), 0];

  function addReading(reading: SoundedWord, word: number): void {
    const identity = `${reading.writing} ${reading.sounds}`;
    const known = numberOfReading.get(identity);
    if (known !== undefined) {
      readings[known]?.of.push(word);
      return;
    }
    const number = readings.push({ ...reading, of: [word] }) - 1;
    numberOfReading.set(identity, number);
    beginnings.add(reading, number);
    for (const key of new Set(soundKeys(reading.sounds))) {
      const there = byKey.get(key);
      if (there) there.push(number);
      else byKey.set(key, [number]);
    }
  }

  function soundingLike(typed: SoundedWord, tell: (reading: StoredReading, likeness: number) => void): void {
    lookup += 1;
    if (compared.length < readings.length) compared = new Int32Array(readings.length * 2);
    for (const key of nearKeys(soundKeys(typed.sounds))) {
      for (const number of byKey.get(key) ?? []) {
        if (compared[number] === lookup) continue;
        compared[number] = lookup;
        const reading = readings[number];
        if (!reading) continue;
        const likeness = aligner.likeness(typed, reading, SAME_WORD);
        if (likeness > 0) tell(reading, likeness);
      }
    }
  }

  return {
    numberOf(key) {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const word = numbers.size;
      numbers.set(key, word);
      const stored = wordOfKey(key);
      spelled.add(stored.text, word);
      for (const [place, reading] of stored.readings.slice(0, READINGS).entries())
        addReading(reading, word * READINGS + place);
      return word;
    },
    count: () => numbers.size,
    meantBy(typed, { unfinished }) {
      const likeness = new Float32Array(numbers.size);
      const byLetters = new Uint8Array(numbers.size);
      const words: number[] = [];
      const mean = (word: number, alike: number, letters: 0 | 1) => {
        const before = likeness[word] ?? 0;
        if (alike <= before) return;
        if (before === 0) words.push(word);
        likeness[word] = alike;
        byLetters[word] = letters;
      };
      spelled.findBegun(typed.text, (word, left) =>
        mean(word, left === 0 ? 1 : BEGINNING - LEFT_LETTER * Math.min(left, MOST_LEFT), 1),
      );
      for (const [place, reading] of typed.readings.entries()) {
        const tell = (found: StoredReading | undefined, alike: number, weight: number) => {
          for (const one of found?.of ?? [])
            mean(Math.floor(one / READINGS), (alike - (one % READINGS === place ? 0 : SECOND_READING)) * weight, 0);
        };
        soundingLike(reading, (found, alike) => tell(found, alike, SOUND));
        if (!unfinished || soundLength(tables, reading.sounds) < LEAST_SOUNDS) continue;
        beginnings.findBegun(reading, SAME_BEGINNING, (number, alike) =>
          tell(readings[number], alike, BEGINNING_SOUND),
        );
      }
      words.sort((a, b) => (likeness[b] ?? 0) - (likeness[a] ?? 0));
      return { words, likeness, byLetters };
    },
  };
}
