import type { ServingStep } from './serving.rules.ts';

/** What can be said at the door about one language, from the most to the least certain. */
export const DOOR_VERDICTS = ['now', 'likely', 'not-certain', 'unlikely', 'other-day', 'nobody'] as const;
export type DoorVerdict = (typeof DOOR_VERDICTS)[number];

export interface DoorFacts {
  /** What whoCanServe said for this language. */
  steps: readonly ServingStep[];
  /** Whole minutes from now until the last who can serve today stops; null: nobody entered until when. */
  minutesLeft: number | null;
  /** How many wait who want the same people. */
  ahead: number;
  /** Whether one of those who can serve is not talking with anybody. */
  somebodyFree: boolean;
  /** The waiting range of a new ticket in minutes; null: not known. */
  range: { fromMinutes: number; toMinutes: number } | null;
}

/**
 * The verdict for one language. It promises nothing: `now` only when nobody is ahead and somebody who serves is free,
 * `likely` only when even the long end of the range lies within the time that is left, and that time is known. What is
 * partly understood or does not meet the wish is nobody.
 */
export function doorVerdict({ steps, minutesLeft, ahead, somebodyFree, range }: DoorFacts): DoorVerdict {
  const serves = steps.filter((step) => step.fit !== 'partly' && !('wishMet' in step && !step.wishMet));
  const today = serves.some(({ kind }) => kind !== 'appointment');
  if (!today || (minutesLeft !== null && minutesLeft <= 0))
    return serves.some(({ kind }) => kind === 'appointment') ? 'other-day' : 'nobody';
  if (ahead === 0 && somebodyFree) return 'now';
  if (range === null || minutesLeft === null) return 'not-certain';
  if (range.toMinutes <= minutesLeft) return 'likely';
  return range.fromMinutes >= minutesLeft ? 'unlikely' : 'not-certain';
}
