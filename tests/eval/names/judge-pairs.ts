import { compareNames, SAME_NAME } from '../../../shared/people/names/name-likeness.ts';
import { nameWords } from '../../../shared/people/names/name-words.ts';
import type { NamePair } from './make-name-pairs.ts';

/** How well pairs of names are told apart; times in microseconds. */
export interface PairsSummary {
  pairs: number;
  precision: number;
  recall: number;
  f1: number;
  usPerPair: number;
}

/** Judges each pair by its names alone, as the list of likely duplicates does before it looks at anything else. */
export function judgePairs(pairs: readonly NamePair[]): PairsSummary {
  const startedAt = performance.now();
  const judged = pairs.map(
    ({ query, target }) => compareNames(nameWords(query), nameWords(target)).likeness >= SAME_NAME,
  );
  const usPerPair = ((performance.now() - startedAt) * 1000) / pairs.length;
  const count = (said: boolean, is: boolean) =>
    pairs.filter(({ match }, at) => match === is && judged[at] === said).length;
  const [right, wrong, missed] = [count(true, true), count(true, false), count(false, true)];
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  return {
    pairs: pairs.length,
    precision: share(right, right + wrong),
    recall: share(right, right + missed),
    f1: share(2 * right, 2 * right + wrong + missed),
    usPerPair,
  };
}
