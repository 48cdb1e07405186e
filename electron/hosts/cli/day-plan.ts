import type { Visit } from './day-file.ts';
import type { SeededRandom } from './seeded-random.ts';

/** When what happens to a visit, in seconds after midnight by the office's wall clock. */
export interface PlannedVisit {
  visit: Visit;
  arrivesAtS: number;
  calledAtS: number;
  startsAtS: number;
  finishesAtS: number;
  /** Who serves: an index among the counsellors. */
  counsellor: number;
}

/** Longer nobody waits in the demonstration: a counsellor then sees two at once, as it happens on bad days. */
const LONGEST_WAIT_S = 45 * 60;
/** Close of day and the night's run still fit before midnight. */
const LAST_FINISH_S = 23 * 3600 + 59 * 60 + 20;

/**
 * Plans a day: everybody arrives when the file says, is called by whoever is free first, and is served for the minutes
 * that the file says, cut only where the day ends.
 *
 * @param visits in the order of their times
 */
export function planDay(visits: readonly Visit[], counsellors: number, random: SeededRandom): PlannedVisit[] {
  const freeAtS = Array.from({ length: counsellors }, () => 0);
  return visits.map((visit) => {
    const arrivesAtS = secondsOf(visit.time);
    const counsellor = freeAtS.indexOf(Math.min(...freeAtS));
    const earliestS = arrivesAtS + random.between(20, 240);
    const calledAtS = Math.min(
      Math.max(earliestS, freeAtS[counsellor] ?? 0),
      arrivesAtS + LONGEST_WAIT_S,
      LAST_FINISH_S - 10,
    );
    const startsAtS = Math.min(calledAtS + random.between(20, 90), LAST_FINISH_S - 5);
    const finishesAtS = Math.min(startsAtS + visit.minutes * 60, LAST_FINISH_S);
    freeAtS[counsellor] = Math.max(freeAtS[counsellor] ?? 0, finishesAtS + 60);
    const notBeforeArrival = (seconds: number) => Math.max(arrivesAtS, seconds);
    return {
      visit,
      counsellor,
      arrivesAtS,
      calledAtS: notBeforeArrival(calledAtS),
      startsAtS: notBeforeArrival(startsAtS),
      finishesAtS: notBeforeArrival(finishesAtS),
    };
  });
}

export const PLANNED_STEPS = ['arrives', 'called', 'starts', 'finishes'] as const;
export type PlannedStep = (typeof PLANNED_STEPS)[number];

/** All steps of all visits in the order in which they happen; what happens at one moment keeps the order of the file. */
export function stepsInOrder(
  plan: readonly PlannedVisit[],
): { atS: number; step: PlannedStep; planned: PlannedVisit }[] {
  return plan
    .flatMap((planned) => PLANNED_STEPS.map((step) => ({ atS: planned[`${step}AtS`], step, planned })))
    .sort((a, b) => a.atS - b.atS);
}

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60;
}
