import { nameWords } from '../../../shared/people/names/name-words.ts';
import { soundKeys } from '../../../shared/people/names/sound-keys.ts';
import { seeded } from '../../../shared/waiting-time/seeded.ts';
import type { NameVariants } from './name-variants.ts';

/** Two full names and whether they are meant to be one person's. */
export interface NamePair {
  query: string;
  target: string;
  match: boolean;
}

/**
 * Person pairs from the variants of names: half of them one person in two spellings (also in Arabic script, with and
 * without the article, with a father's name left out, family name first), half of them the false positives of an office:
 * siblings with one family name, people who share a given name, names that sound alike.
 */
export function makeNamePairs(names: readonly NameVariants[], options: { pairs: number; seed: number }): NamePair[] {
  const random = seeded(options.seed);
  const pick = <T>(from: readonly [T, ...T[]] | readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new Error('Nothing to pick from');
    return one;
  };
  const alike = likeSounding(names);
  const spell = (name: NameVariants, script: 'latin' | 'arabic', not?: string) => {
    if (script === 'arabic') return name.arabic;
    const others = name.latin.filter((one) => one !== not);
    return pick(others.length > 0 ? others : name.latin);
  };
  const full = (
    given: NameVariants,
    middle: NameVariants | null,
    family: NameVariants,
    other: readonly string[] | null,
  ) => {
    const script = random() < (other === null ? 0.1 : 0.35) ? 'arabic' : 'latin';
    const words = [
      spell(given, script, other?.[0]),
      ...(middle ? [spell(middle, script)] : []),
      withArticle(spell(family, script, other?.at(-1)), random()),
    ];
    return random() < 0.08 ? words.toReversed() : words;
  };
  return Array.from({ length: options.pairs }, (_, index): NamePair => {
    const [given, family, third] = [pick(names), pick(names), pick(names)];
    const middle = random() < 0.2 ? third : null;
    const query = full(given, middle, family, null);
    if (index % 2 === 0) {
      const target = full(given, random() < 0.5 ? middle : null, family, query);
      return { query: query.join(' '), target: target.join(' '), match: true };
    }
    const kind = random();
    const other = (one: NameVariants) => {
      const near = alike.get(one.arabic) ?? [];
      return near.length > 0 && random() < 0.5 ? pick(near) : pick(names.filter((name) => name !== one));
    };
    const [otherGiven, otherFamily] =
      kind < 0.5 ? [other(given), family] : kind < 0.85 ? [given, other(family)] : [other(given), other(family)];
    return { query: query.join(' '), target: full(otherGiven, middle, otherFamily, query).join(' '), match: false };
  });
}

function withArticle(word: string, chance: number): string {
  const arabic = /^[\u0600-\u06ff]/.test(word);
  if (word.startsWith('ال') || chance > 0.25) return word;
  if (arabic) return `ال${word}`;
  return chance < 0.1 ? `al-${word}` : chance < 0.18 ? `El ${word}` : `al ${word}`;
}

/** Names that share a consonant key and no spelling: Hassan and Hussein. */
function likeSounding(names: readonly NameVariants[]): Map<string, NameVariants[]> {
  const keysOf = (name: NameVariants) =>
    new Set(
      [name.arabic, name.latin[0] ?? '']
        .flatMap(nameWords)
        .flatMap((word) => word.readings.flatMap(({ sounds }) => soundKeys(sounds))),
    );
  const keyed = names.map((name) => ({ name, keys: keysOf(name) }));
  return new Map(
    keyed.map(({ name, keys }) => [
      name.arabic,
      keyed
        .filter((other) => other.name !== name && [...keys].some((key) => other.keys.has(key)))
        .map((other) => other.name)
        .filter((other) => !other.latin.some((one) => name.latin.includes(one))),
    ]),
  );
}
