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
  const byArabic = new Map<string, string[]>();
  for (const line of readFileSync(FILE, 'utf8').split('\n')) {
    const [latin, arabic] = line.split('\t');
    if (!latin || !arabic || halfOf(arabic) !== half) continue;
    byArabic.set(arabic, [...(byArabic.get(arabic) ?? []), latin]);
  }
  return [...byArabic].map(([arabic, latin]) => ({ arabic, latin })).filter(({ latin }) => latin.length >= 2);
}

function halfOf(arabic: string): Half {
  let hash = 0;
  for (const letter of arabic) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return hash % 2 === 0 ? 'tune' : 'sealed';
}
