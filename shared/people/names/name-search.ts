import { type MeantWords, type WordStore, wordStore } from './meant-words.ts';
import { joinedWord, type NameWord } from './name-words.ts';
import {
  type FoundWord,
  likenessOfName,
  type NameWeights,
  type PlacedWord,
  type TypedPart,
  WEIGHTS,
} from './score-name.ts';
import type { StoredWord } from './stored-name.ts';

/** One stored name of somebody. */
export interface SearchedName {
  /** Whose; a number of the caller's. */
  owner: number;
  words: readonly Pick<StoredWord, 'key' | 'at' | 'span' | 'part'>[];
}

/** A name in which what was typed was found. */
export interface NameHit {
  owner: number;
  name: number;
  /** The higher, the likelier. */
  score: number;
  /** For each part of what was typed the place of the word in the stored name that it was found in; none for what was left out. */
  words: readonly FoundWord[];
}

export interface NameQuery {
  /** The words as typed, in their order. */
  typed: readonly NameWord[];
  /** Whether the last one may go on. */
  unfinished: boolean;
  /** Who may be found; null: everybody. */
  among: ReadonlySet<number> | null;
}

/** Names in memory, found by words in any spelling, script and order. */
export interface NameSearch {
  /** Adds a name; returns its number. */
  add(name: SearchedName): number;
  remove(name: number): void;
  /** The best names, one for each owner, best first. */
  find(query: NameQuery, most: number): NameHit[];
}

/** So many names are compared word by word, of as many people; the rest has less of what was typed. */
const MOST_COMPARED = 120;
/** Words that are typed one after the other are looked up once. */
const KEPT_LOOKUPS = 24;
const STEPS = 400;

interface HeldName {
  owner: number;
  words: readonly PlacedWord[];
  /** How many words count by themselves. */
  strong: number;
}

/** A typed word, or two together, and what they may mean. */
type LookedUpPart = TypedPart & MeantWords;

/** An empty one. */
export function nameSearch(weights: NameWeights = WEIGHTS): NameSearch {
  const store: WordStore = wordStore();
  const names: (HeldName | null)[] = [];
  const free: number[] = [];
  /** By word: the names that have it. */
  const namesOf: number[][] = [];
  const lookups = new Map<string, MeantWords>();
  let [sum, found, stamp] = [new Float32Array(0), new Uint8Array(0), new Int32Array(0)];
  let stamped = 0;

  const lookUp = (typed: NameWord, unfinished: boolean): MeantWords => {
    const key = `${unfinished ? '…' : ''}${typed.text} ${typed.readings.map(({ sounds }) => sounds).join(' ')}`;
    const known = lookups.get(key);
    if (known) return known;
    const meant = store.meantBy(typed, { unfinished });
    lookups.set(key, meant);
    const [oldest] = lookups.keys();
    if (lookups.size > KEPT_LOOKUPS && oldest !== undefined) lookups.delete(oldest);
    return meant;
  };
  const partOf = (word: NameWord, at: number, span: number, unfinished: boolean) => ({
    at,
    span,
    ...lookUp(word, unfinished),
  });

  /** The names that have the most of the typed parts. */
  function candidates(
    parts: readonly LookedUpPart[],
    needed: number,
    among: ReadonlySet<number> | null,
  ): readonly number[] {
    if (sum.length < names.length) {
      sum = new Float32Array(names.length * 2);
      found = new Uint8Array(names.length * 2);
      stamp = new Int32Array(names.length * 2);
      stamped = 0;
    }
    const touched: number[] = [];
    const begin = stamped + 1;
    for (const part of parts) {
      stamped += 1;
      const { words, likeness } = part;
      for (let i = 0; i < words.length; i += 1) {
        const word = words[i] ?? 0;
        const alike = likeness[word] ?? 0;
        const having = namesOf[word] ?? [];
        for (let k = 0; k < having.length; k += 1) {
          const name = having[k] ?? 0;
          const last = stamp[name] ?? 0;
          // The likeliest word came first.
          if (last === stamped) continue;
          if (last < begin) {
            sum[name] = 0;
            found[name] = 0;
            touched.push(name);
          }
          stamp[name] = stamped;
          sum[name] = (sum[name] ?? 0) + alike;
          found[name] = (found[name] ?? 0) + 1;
        }
      }
    }
    const rank = (name: number) => {
      const others = Math.max(0, (names[name]?.strong ?? 0) - parts.length);
      return (sum[name] ?? 0) - others * weights.otherWord;
    };
    const kept = touched.filter(
      (name) => (found[name] ?? 0) >= needed && (among === null || among.has(names[name]?.owner ?? -1)),
    );
    if (kept.length <= MOST_COMPARED) return kept;
    // One name of each person, so that somebody with many does not crowd out the others.
    const likeliest = new Map<number, number>();
    for (const name of kept) {
      const owner = names[name]?.owner ?? -1;
      const other = likeliest.get(owner);
      if (other === undefined || rank(name) > rank(other)) likeliest.set(owner, name);
    }
    return best([...likeliest.values()], rank);
  }

  function find({ typed, unfinished, among }: NameQuery, most: number): NameHit[] {
    const last = typed.length - 1;
    const parts = typed.map((word, at) => partOf(word, at, 1, unfinished && at === last));
    const needed = parts.length >= 3 ? parts.length - 1 : parts.length;
    const hits = new Map<number, NameHit>();
    const compare = (of: readonly LookedUpPart[], list: readonly number[]) => {
      for (const name of list) {
        const held = names[name];
        if (!held) continue;
        const scored = likenessOfName(of, typed.length, held.words, weights);
        if (scored === null || scored.score <= (hits.get(held.owner)?.score ?? 0)) continue;
        hits.set(held.owner, { owner: held.owner, name, ...scored });
      }
    };
    compare(parts, candidates(parts, needed, among));
    const isFound = [...hits.values()].some(({ score }) => score >= weights.good);
    if (!isFound && typed.length > 1) {
      for (let at = 0; at < last; at += 1) {
        const [before, word] = [typed[at], typed[at + 1]];
        // Numbers have no sounds: 1991 belongs to no word.
        if (!before?.readings.length || !word?.readings.length) continue;
        const together = partOf(joinedWord(before, word), at, 2, false);
        const others = parts.filter((part) => part.at !== at && part.at !== at + 1);
        const all = [...others, together];
        compare(all, candidates(all, all.length, among));
      }
    }
    return [...hits.values()].sort((a, b) => b.score - a.score || b.owner - a.owner).slice(0, most);
  }

  return {
    add({ owner, words }) {
      const placed = words.map(({ key, at, span, part }) => ({ word: store.numberOf(key), at, span, part }));
      const strong = new Set(words.flatMap(({ at, part }) => (part ? [] : [at]))).size;
      const name = free.pop() ?? names.length;
      names[name] = { owner, words: placed, strong };
      for (const { word } of placed) {
        const having = (namesOf[word] ??= []);
        if (having.at(-1) !== name) having.push(name);
      }
      lookups.clear();
      return name;
    },
    remove(name) {
      for (const { word } of names[name]?.words ?? []) {
        const having = namesOf[word];
        const at = having?.indexOf(name) ?? -1;
        if (at >= 0) having?.splice(at, 1);
      }
      names[name] = null;
      free.push(name);
    },
    find,
  };
}

/** Those with the highest rank, counted out in steps instead of sorted. */
function best(names: readonly number[], rank: (name: number) => number): readonly number[] {
  if (names.length <= MOST_COMPARED) return names;
  const ranks = Float32Array.from(names, rank);
  const highest = ranks.reduce((most, one) => Math.max(most, one), 0);
  const counts = new Uint32Array(STEPS + 1);
  const stepOf = (value: number) => Math.min(STEPS, Math.max(0, Math.floor((highest - value) * STEPS)));
  for (const value of ranks) counts[stepOf(value)] = (counts[stepOf(value)] ?? 0) + 1;
  let [step, total] = [0, 0];
  while (step < STEPS && total + (counts[step] ?? 0) <= MOST_COMPARED) total += counts[step++] ?? 0;
  const chosen = names.filter((_, at) => stepOf(ranks[at] ?? 0) < step);
  // Among equals the newest.
  for (let at = names.length - 1; at >= 0 && chosen.length < MOST_COMPARED; at -= 1)
    if (stepOf(ranks[at] ?? 0) === step) chosen.push(names[at] ?? 0);
  return chosen;
}
