import type { Matter } from './matters.contract.ts';

/** Digits at the queue card, 1 to 6: more nobody finds without looking. */
export const MATTER_KEYS = 6;

export interface MatterOnKey extends Matter {
  /** The lead has put it there, it was learned from the past, or the office has none yet. */
  from: 'pinned' | 'learned' | 'usual';
}

/** What a new office's keys do until it has a past of its own. */
const USUAL: readonly Matter[] = [
  { topic: 'form-help', result: 'form-filled' },
  { topic: 'authorities', result: 'informed' },
  { topic: 'everyday-life', result: 'informed' },
  { topic: 'transport-ticket', result: 'solved' },
  { topic: 'power-gas', result: 'informed' },
  { topic: 'kita', result: 'informed' },
];

/**
 * The matters on the digits, in their order: what is pinned keeps its digit; the free ones get the most frequent of the
 * past, then what is usual. None comes twice, and none that the office does not offer.
 */
export function mattersOnKeys(
  pinned: readonly (Matter & { position: number })[],
  frequent: readonly Matter[],
  isOffered: (matter: Matter) => boolean,
): MatterOnKey[] {
  const keys: (MatterOnKey | undefined)[] = Array.from({ length: MATTER_KEYS });
  for (const { position, topic, result } of pinned)
    if (isOffered({ topic, result })) keys[position - 1] = { topic, result, from: 'pinned' };
  const offered: MatterOnKey[] = [
    ...frequent.map((matter) => ({ ...matter, from: 'learned' as const })),
    ...USUAL.map((matter) => ({ ...matter, from: 'usual' as const })),
  ];
  for (const matter of offered.filter(isOffered)) {
    const free = keys.indexOf(undefined);
    if (free < 0) break;
    if (!keys.some((taken) => taken?.topic === matter.topic && taken.result === matter.result)) keys[free] = matter;
  }
  return keys.flatMap((matter) => matter ?? []);
}
