import { type Instant, type LocalDate } from '../kernel/instants.ts';
import { type ConsultingHours, type Place, serves } from './consulting-hours.rules.ts';
import { isHard, type Occupied, overlapsOf } from './overlap.rules.ts';
import { isSkipped, minutesOfDay, spanOf, wallTime } from './wall-time.rules.ts';

export interface FreeSlot {
  day: LocalDate;
  /** Wall time `HH:MM`. */
  from: string;
  minutes: number;
  place: Place;
  outpostId: string | null;
  /** Who of the staff is free for it; empty: nobody was named for these hours, whoever is there. */
  staffIds: readonly string[];
}

export interface SlotNeed {
  language: string | null;
  topics: readonly string[];
  /** Only with this member of staff; null: whoever is free. */
  staffId: string | null;
  /** Null: wherever. */
  place: Place | null;
  /** Null: as long as the hours' own slots. */
  minutes: number | null;
}

const MINUTES_BETWEEN_SLOTS = 5;

/**
 * The free slots of one day, by time: in hours by appointment that meet the need, each slot with those of the staff who are
 * free then. One slot may be offered in two places; one that begins before `after` is not offered.
 *
 * @param taken appointments that take time on that day.
 * @param desks how many talks the office has room for at once.
 */
export function freeSlotsOn(
  day: LocalDate,
  hours: readonly ConsultingHours[],
  taken: readonly Occupied[],
  need: SlotNeed,
  { desks, travelMinutes, after }: { desks: number; travelMinutes: number; after: Instant },
): FreeSlot[] {
  const slots: FreeSlot[] = [];
  for (const h of hours) {
    if (h.kind !== 'by-appointment' || !serves(h, need)) continue;
    if (need.place !== null && h.place !== need.place) continue;
    if (need.staffId !== null && h.staffIds.length > 0 && !h.staffIds.includes(need.staffId)) continue;
    const minutes = need.minutes ?? h.slotMinutes;
    const travel = h.place === 'home' ? travelMinutes : 0;
    const step = Math.max(MINUTES_BETWEEN_SLOTS, minutes + 2 * travel);
    for (let at = minutesOfDay(h.from); at + minutes <= minutesOfDay(h.to); at += step) {
      const from = wallTime(at);
      if (isSkipped(day, from)) continue;
      const span = spanOf(day, from, minutes);
      if (span.startsAt <= after) continue;
      const wanted = need.staffId === null ? h.staffIds : [need.staffId];
      const free = wanted.filter((staffId) =>
        isFree({ ...span, travel, staffIds: [staffId], place: h.place }, taken, desks),
      );
      if (wanted.length > 0 && free.length === 0) continue;
      if (wanted.length === 0 && !hasRoom({ ...span, travel, place: h.place, outpostId: h.outpostId }, taken, desks))
        continue;
      slots.push({ day, from, minutes, place: h.place, outpostId: h.outpostId, staffIds: free });
    }
  }
  return slots.sort((a, b) => a.from.localeCompare(b.from) || a.place.localeCompare(b.place));
}

interface Wanted {
  startsAt: Instant;
  endsAt: Instant;
  travel: number;
  place: Place;
}

function isFree(wanted: Wanted & { staffIds: string[] }, taken: readonly Occupied[], desks: number): boolean {
  const { startsAt, endsAt, travel, place, staffIds } = wanted;
  const slot = { id: '', startsAt, endsAt, travelMinutes: travel, place, staffIds, personIds: [], interpreterId: null };
  // A slot is offered only where the way is long enough too; who knows better can book beside the proposals.
  return !overlapsOf(slot, taken, desks).some((overlap) => isHard(overlap) || overlap.kind === 'travel');
}

/** Hours without names: in the office there is room as long as a desk is free, elsewhere for one at a time. */
function hasRoom(wanted: Wanted & { outpostId: string | null }, taken: readonly Occupied[], desks: number): boolean {
  if (wanted.place === 'office') return isFree({ ...wanted, staffIds: [] }, taken, desks);
  return !taken.some(
    (other) =>
      other.place === wanted.place &&
      Date.parse(other.startsAt) < Date.parse(wanted.endsAt) &&
      Date.parse(wanted.startsAt) < Date.parse(other.endsAt),
  );
}

/** The promise: the third next free slot lies within three weeks. */
export const PROMISE_DAYS = 21;
/** Days looked ahead; what lies beyond is "more than eight weeks". */
export const HORIZON_DAYS = 56;
const THIRD = 3;

/**
 * Days from `today` to the third next free slot; null: none within the horizon. The third, not the next: a single slot that
 * somebody gave back says nothing about how long people wait (the measure of advanced access, Murray and Berwick 2003).
 */
export function thirdNextDays(
  slotsOn: (daysAhead: number) => number,
  horizonDays: number = HORIZON_DAYS,
): number | null {
  let seen = 0;
  for (let ahead = 0; ahead <= horizonDays; ahead += 1) {
    seen += slotsOn(ahead);
    if (seen >= THIRD) return ahead;
  }
  return null;
}

/** Whether the three-week promise is broken. */
export function isBeyondPromise(days: number | null): boolean {
  return days === null || days >= PROMISE_DAYS;
}
