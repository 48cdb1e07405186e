/** How far somebody who speaks one language follows another one without having learnt it. */
export type Understanding = 'same' | 'partly' | 'none';

interface Pair {
  between: readonly [string, string];
  understanding: Exclude<Understanding, 'same'>;
  source: string;
}

/**
 * Pairs that people at a counter take for one language, each with its source. What is not listed is `none`. A `none` is
 * listed where it is often assumed otherwise, so that nobody adds it as an oversight.
 *
 * What somebody has learnt is not in here and is never inferred (Pashto speakers who know Dari, Ukrainian speakers who
 * know Russian): whoever does is asked what they understand. Arabic is one entry of the catalogue although Maghrebi and
 * Levantine speakers may strain to follow each other; the catalogue would have to part it first.
 */
export const LANGUAGE_PAIRS: readonly Pair[] = [
  {
    between: ['fa', 'prs'],
    understanding: 'partly',
    source:
      'ISO 639-3: the macrolanguage Persian (fas) has the members Iranian Persian (pes) and Dari (prs); largely intelligible to each other, with other words for daily and official life, so that interpreters are ordered apart',
  },
  {
    between: ['kmr', 'ckb'],
    understanding: 'none',
    source:
      'P. G. Kreyenbroek, On the Kurdish Language (1992): in grammar Kurmanji and Sorani differ as much as English and German; written in two scripts',
  },
  {
    between: ['prs', 'ps'],
    understanding: 'none',
    source:
      'Both are official in Afghanistan; Dari is a south-western, Pashto an eastern Iranian language. Many speak both: ask',
  },
  {
    between: ['uk', 'ru'],
    understanding: 'none',
    source: 'Related East Slavic languages. Many from Ukraine know both, and some do not want to speak Russian: ask',
  },
];

/** How far speakers of these two languages follow each other. Symmetric; the same language is `same`. */
export function understandingBetween(one: string, other: string): Understanding {
  if (one === other) return 'same';
  const pair = LANGUAGE_PAIRS.find(({ between: [a, b] }) => (a === one && b === other) || (a === other && b === one));
  return pair?.understanding ?? 'none';
}
