import { readFileSync } from 'node:fs';

/** One name as Wikidata has it in Arabic script, with its Latin spellings, the most frequent first. */
export interface NameVariants {
  arabic: string;
  latin: readonly string[];
}

/** `tune` is for setting costs and thresholds; `sealed` only for reporting. Split by Arabic spelling, so no name is in both. */
export type Half = 'tune' | 'sealed';

const FILE = new URL('../../fixtures/names/wikidata-region.tsv', import.meta.url);

/** The names of one half that have at least two Latin spellings. */
export function nameVariants(half: Half): NameVariants[] {
  return allNames().filter(({ arabic, latin }) => halfOf(arabic) === half && latin.length >= 2);
}

/** All names, the most frequent first. */
export function allNames(): NameVariants[] {
  const byArabic = new Map<string, { latin: string[]; count: number }>();
  for (const line of readFileSync(FILE, 'utf8').split('\n')) {
    const [latin, arabic, count] = line.split('\t');
    if (!latin || !arabic) continue;
    const known = byArabic.get(arabic) ?? { latin: [], count: 0 };
    byArabic.set(arabic, { latin: [...known.latin, latin], count: known.count + Number(count) });
  }
  return [...byArabic].toSorted(([, a], [, b]) => b.count - a.count).map(([arabic, { latin }]) => ({ arabic, latin }));
}

function halfOf(arabic: string): Half {
  let hash = 0;
  for (const letter of arabic) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return hash % 2 === 0 ? 'tune' : 'sealed';
}
