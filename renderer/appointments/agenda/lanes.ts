import { minutesOfDay } from '../../../shared/appointments/wall-time.rules.ts';

/** How many times lie beside each other where this one lies, and which of the lanes is its own. */
export interface InLane<T> {
  item: T;
  lane: number;
  lanes: number;
}

/** A block shorter than this could not be read; it takes this much room. */
export const SHORTEST_MINUTES = 25;

/**
 * Lays times beside each other that overlap: each group of times that hang together gets as many lanes as are taken at
 * once, and each time the first lane that is free. In the order of their begin.
 */
export function inLanes<T extends { from: string; to: string; minutes: number }>(items: readonly T[]): InLane<T>[] {
  const sorted = items
    .map((item) => {
      const begin = minutesOfDay(item.from);
      return { item, begin, end: begin + Math.max(SHORTEST_MINUTES, item.minutes) };
    })
    .toSorted((a, b) => a.begin - b.begin || b.end - a.end);
  const placed: InLane<T>[] = [];
  let group: InLane<T>[] = [];
  let laneEnds: number[] = [];
  for (const { item, begin, end } of sorted) {
    if (laneEnds.every((laneEnd) => laneEnd <= begin)) {
      group = [];
      laneEnds = [];
    }
    const free = laneEnds.findIndex((laneEnd) => laneEnd <= begin);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = end;
    const placing = { item, lane, lanes: laneEnds.length };
    group.push(placing);
    placed.push(placing);
    for (const one of group) one.lanes = laneEnds.length;
  }
  return placed;
}
