import { nameWords } from './name-words.ts';
import { soundKeys } from './sound-keys.ts';

/** Longer names than this have enough pairs among their first words. */
const MOST_WORDS = 4;

/**
 * The pairs of consonant keys of a name's words: two spellings of a full name share at least one, in whichever order the
 * words stand. A name of one word has its keys alone.
 */
export function nameBlocks(name: string): string[] {
  const words = nameWords(name).filter(({ weak }) => !weak);
  const keyed = words.slice(0, MOST_WORDS).map((word) => {
    const [first] = word.readings;
    return first ? soundKeys(first.sounds).slice(0, 4) : [];
  });
  if (keyed.length === 1) return [...new Set(keyed[0] ?? [])];
  const pairs = keyed.flatMap((keys, at) =>
    keyed
      .slice(at + 1)
      .flatMap((others) => keys.flatMap((one) => others.map((other) => [one, other].sort().join('+')))),
  );
  return [...new Set(pairs)];
}
