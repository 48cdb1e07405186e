import type { Instant, LocalDate } from '../kernel/instants.ts';
import type { Place } from './consulting-hours.rules.ts';
import { daysBetween } from './wall-time.rules.ts';

/** What came of an offer. Who was reached thinks it over; who was not can be tried again. */
export const OFFER_RESULTS = ['reached', 'not-reached', 'declined', 'moved'] as const;
export type OfferResult = (typeof OFFER_RESULTS)[number];

/** Why somebody is offered a slot, for the desk to read. */
export const MATCH_REASONS = ['waited-longest', 'deadline', 'language', 'same-district', 'plain-notice'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface FreedSlot {
  startsAt: Instant;
  day: LocalDate;
  minutes: number;
  place: Place;
  outpostId: string | null;
  /** The languages that can be spoken in it; null: any. */
  languages: readonly string[] | null;
  /** The districts that the office serves. */
  districts: readonly string[];
}

export interface EarlierWish {
  id: string;
  /** The appointment that would move. */
  startsAt: Instant;
  minutes: number;
  place: Place;
  outpostId: string | null;
  language: string | null;
  /** The notice that they can keep, hours. */
  noticeHours: number;
  district: string | null;
  deadlineOn: LocalDate | null;
  /** The day on which the appointment was asked for. */
  requestedOn: LocalDate;
  /** What came of an offer of this slot before. */
  offered: OfferResult | null;
}

export interface Match {
  id: string;
  reasons: MatchReason[];
  /** Days since the appointment was asked for. */
  waitedDays: number;
  /** Days that the slot is earlier. */
  daysGained: number;
  /** How many of all that fit have waited longer: 0 is the fairest choice. */
  waitedLongerThanThis: number;
  /** How many of all that fit have waited less long. */
  waitedLessThanThis: number;
}

const MS_PER_HOUR = 3_600_000;
/** A deadline so near comes first. */
const DEADLINE_DAYS = 14;

/**
 * All whom a freed slot suits, best first. It suits who speaks its language, would gain by it, keeps its notice, needs no
 * more time and no other place. Whose deadline the present appointment misses comes first, then a deadline that is near,
 * then who has waited longest; a slot outside the office prefers those of its district. Nobody is preferred for being easy
 * to reach.
 */
export function matchesFor(slot: FreedSlot, wishes: readonly EarlierWish[], now: Instant, today: LocalDate): Match[] {
  const fitting = wishes.filter((wish) => suits(slot, wish, now));
  const longest = Math.max(0, ...fitting.map((wish) => daysBetween(wish.requestedOn, today)));
  const ranked = fitting.map((wish) => {
    const waitedDays = daysBetween(wish.requestedOn, today);
    const isUrgent = wish.deadlineOn !== null && slot.day <= wish.deadlineOn;
    const deadlineDays = isUrgent && wish.deadlineOn ? daysBetween(today, wish.deadlineOn) : null;
    const missesIt = isUrgent && wish.deadlineOn !== null && wish.startsAt.slice(0, 10) > wish.deadlineOn;
    const near = deadlineDays !== null && deadlineDays <= DEADLINE_DAYS;
    const sameDistrict = wish.district !== null && slot.districts.includes(wish.district);
    const reasons: MatchReason[] = [];
    if (missesIt || near) reasons.push('deadline');
    if (waitedDays === longest) reasons.push('waited-longest');
    if (slot.languages !== null && wish.language !== null) reasons.push('language');
    if (sameDistrict) reasons.push('same-district');
    reasons.push('plain-notice');
    return {
      match: {
        id: wish.id,
        reasons,
        waitedDays,
        daysGained: daysBetween(slot.day, wish.startsAt.slice(0, 10)),
        waitedLongerThanThis: 0,
        waitedLessThanThis: 0,
      },
      order: [missesIt ? 0 : near ? 1 : 2, slot.place === 'outpost' && !sameDistrict ? 1 : 0, -waitedDays],
    };
  });
  ranked.sort((a, b) => compare(a.order, b.order) || a.match.id.localeCompare(b.match.id));
  return ranked.map(({ match }) => ({
    ...match,
    waitedLongerThanThis: ranked.filter((other) => other.match.waitedDays > match.waitedDays).length,
    waitedLessThanThis: ranked.filter((other) => other.match.waitedDays < match.waitedDays).length,
  }));
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) if (value !== b[index]) return value - (b[index] ?? 0);
  return 0;
}

/** Whether the slot is anything for them. */
export function suits(slot: FreedSlot, wish: EarlierWish, now: Instant): boolean {
  const noticeMs = Date.parse(slot.startsAt) - Date.parse(now);
  return (
    wish.offered !== 'declined' &&
    wish.offered !== 'moved' &&
    noticeMs > 0 &&
    noticeMs >= wish.noticeHours * MS_PER_HOUR &&
    Date.parse(wish.startsAt) > Date.parse(slot.startsAt) &&
    wish.minutes <= slot.minutes &&
    wish.place === slot.place &&
    wish.outpostId === slot.outpostId &&
    (slot.languages === null || wish.language === null || slot.languages.includes(wish.language))
  );
}
