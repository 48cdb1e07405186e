/**
 * The order of bundles within one office, kind and epoch, as pure rules: which number comes next, and what is missing.
 */

/** What became of a bundle whose note was authentic. */
export const BUNDLE_STATES = ['loaded', 'stored', 'held', 'rejected', 'fork'] as const;
export type BundleState = (typeof BUNDLE_STATES)[number];

/** A number that the city knows of from an authentic note. */
export type KnownBundle = {
  sequence: number;
  state: BundleState;
  /** Sequences that this one makes unnecessary. */
  supersedes: readonly number[];
};

/** How many missing numbers are named at most; a bundle far ahead could otherwise make a list of millions. */
const MOST_NAMED = 1000;

/**
 * Moves the watermark over everything that is settled: applied, or given up by a verified later bundle.
 *
 * @param contiguous the watermark so far.
 * @returns the watermark, and the held bundle that may be applied next (null: none).
 */
export function advance(
  contiguous: number,
  known: readonly KnownBundle[],
): { contiguous: number; next: number | null } {
  const bySequence = new Map(known.map((bundle) => [bundle.sequence, bundle]));
  const givenUp = givenUpSequences(known);
  let settled = contiguous;
  for (;;) {
    const following = bySequence.get(settled + 1);
    if (following?.state === 'held') return { contiguous: settled, next: settled + 1 };
    const applied = following?.state === 'loaded' || following?.state === 'stored';
    if (!applied && !givenUp.has(settled + 1)) return { contiguous: settled, next: null };
    settled += 1;
  }
}

/** @returns the numbers below `sequence` that are neither applied, nor held, nor given up; at most a thousand. */
export function missingBefore(sequence: number, contiguous: number, known: readonly KnownBundle[]): number[] {
  const there = new Set(
    known.filter(({ state }) => state !== 'rejected' && state !== 'fork').map((each) => each.sequence),
  );
  const givenUp = givenUpSequences(known);
  const missing: number[] = [];
  for (let each = contiguous + 1; each < sequence && missing.length < MOST_NAMED; each += 1) {
    if (!there.has(each) && !givenUp.has(each)) missing.push(each);
  }
  return missing;
}

/** Only verified bundles count: a rejected one can't give anything up. */
function givenUpSequences(known: readonly KnownBundle[]): Set<number> {
  const verified = known.filter(({ state }) => state === 'loaded' || state === 'stored' || state === 'held');
  return new Set(verified.flatMap(({ supersedes }) => supersedes));
}
