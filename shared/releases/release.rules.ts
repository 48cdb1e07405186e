import { addDays, type LocalDate } from '../kernel/instants.ts';

/** For what a client opens one employer's notes to the other; each has its words in every client language. */
export const RELEASE_PURPOSES = ['joint-advice', 'cover', 'handover'] as const;
export type ReleasePurpose = (typeof RELEASE_PURPOSES)[number];

export const RELEASE_SCOPES = ['case', 'topics'] as const;
export const RELEASE_MANNERS = ['paper', 'electronic'] as const;
export const RELEASE_STATES = ['active', 'expired', 'withdrawn'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/**
 * The version of the form's text; it is printed on the form and kept with each release. A reworded phrase needs a new
 * one (a test compares).
 */
export const RELEASE_TEXT_VERSION = '2026-11.1';

const DEFAULT_MONTHS = 12;
const LONGEST_MONTHS = 24;

/** The day `months` later; a day that the month does not have becomes its last one (31 January + 1 month: 28 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}

/** The last day of a release that was given on a day, unless the client wants another: twelve months. */
export function usualEnd(givenOn: LocalDate): LocalDate {
  return addDays(addMonths(givenOn, DEFAULT_MONTHS), -1);
}

/** The last day that a release given on a day may have. Nobody can see further ahead to what they will agree to. */
export function latestEnd(givenOn: LocalDate): LocalDate {
  return addDays(addMonths(givenOn, LONGEST_MONTHS), -1);
}

export type ReleaseProblem = 'release-in-the-future' | 'release-over' | 'release-too-long' | 'release-without-topic';

/** What is wrong with a release that is to be recorded today; null when nothing is. */
export function releaseProblem(
  release: { givenOn: LocalDate; validUntil: LocalDate; scope: 'case' | 'topics'; topics: readonly string[] },
  today: LocalDate,
): ReleaseProblem | null {
  if (release.givenOn > today) return 'release-in-the-future';
  if (release.validUntil < today || release.validUntil < release.givenOn) return 'release-over';
  if (release.validUntil > latestEnd(release.givenOn)) return 'release-too-long';
  if (release.scope === 'topics' && release.topics.length === 0) return 'release-without-topic';
  return null;
}

/** Where a release stands on a day; its last day still counts. */
export function releaseState(
  release: { validUntil: LocalDate; withdrawnAt: string | null },
  today: LocalDate,
): ReleaseState {
  if (release.withdrawnAt !== null) return 'withdrawn';
  return release.validUntil < today ? 'expired' : 'active';
}
