import { searchPeople } from '../../../electron/office/people/search-people.ts';
import { seeded } from '../../../shared/waiting-time/seeded.ts';
import { spreadOf } from '../../bench/measure.ts';
import { madeRegistry } from './made-registry.ts';
import type { SearchedName } from './read-name-files.ts';
import { officeWithPeople } from './search-registry.ts';

/** How often somebody stands first, among five, among ten; milliseconds for a search of the office. */
export interface SearchSummary {
  r1: number;
  r5: number;
  r10: number;
  p50ms: number;
  p95ms: number;
}

const REGISTERED = 25_000;

/**
 * Types each variant into the search of a real office in whose files all registered names stand, filled up with made ones
 * to `people`. A hit counts when it bears the registered name, whichever of those who share it.
 */
export async function judgeSearch(searched: readonly SearchedName[], people = REGISTERED): Promise<SearchSummary> {
  const registered = [...new Set(searched.map((one) => one.registered))];
  // Mixed: among equals the newest stands first, and the registered ones shall be no older than the others.
  const everybody = mixed([
    ...registered.map((name) => ({ givenName: name, familyName: '', ownScriptName: '' })),
    ...madeRegistry(Math.max(0, people - registered.length), 11),
  ]);
  const { office, ids } = await officeWithPeople(everybody);
  try {
    const names = new Map(
      everybody.map((person, at) => [ids[at] ?? '', `${person.givenName} ${person.familyName}`.trim()]),
    );
    const ranks: number[] = [];
    const times: number[] = [];
    for (const { variant, registered: name } of searched) {
      const startedAt = performance.now();
      const hits = searchPeople(office.db, variant, '2026-11-23');
      times.push(performance.now() - startedAt);
      ranks.push(hits.findIndex((hit) => names.get(hit.id) === name));
    }
    const within = (most: number) => ranks.filter((rank) => rank >= 0 && rank < most).length / ranks.length;
    const { p50, p95 } = spreadOf(times);
    return { r1: within(1), r5: within(5), r10: within(10), p50ms: p50, p95ms: p95 };
  } finally {
    office.close();
  }
}

/** The same in another order, always the same one. */
function mixed<T>(list: readonly T[]): T[] {
  const random = seeded(12);
  return list
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
