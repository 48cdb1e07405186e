import { speaksOf } from '../catalogue/own-ids.ts';
import type { LocalDate } from '../kernel/instants.ts';
import { understandingBetween } from './understanding.rules.ts';

/** In the order in which they are tried. */
export const SERVING_STEPS = ['tandem', 'volunteer', 'telephone', 'appointment'] as const;
export type ServingStepKind = (typeof SERVING_STEPS)[number];

/** What somebody at the door needs. */
export interface ServingNeed {
  spoken: string;
  understood: string;
  topics: readonly string[];
  /** Wants to talk with a woman (w) or a man (m); null: no wish. */
  genderWish: 'w' | 'm' | null;
}

/** As people state it of themselves; null: not stated. */
export type Gender = 'w' | 'm' | 'd' | null;

/** Somebody of the staff who is signed in. */
export interface PresentStaff {
  id: string;
  /** Languages in which this person advises. */
  languages: readonly string[];
  /** Languages in which this person manages a few sentences. */
  basicLanguages: readonly string[];
  gender: Gender;
}

/** A volunteer or a telephone service that is on call now. */
export interface OnCallInterpreter {
  id: string;
  kind: 'volunteer' | 'telephone';
  languages: readonly string[];
  gender: Gender;
  /** Topics that this person does not interpret (the office's ids). */
  topicsNotTaken: readonly string[];
  /** Wall time of today until when; null: until somebody says otherwise. */
  until: string | null;
}

/** Consulting hours that are still to come, nearest first as the caller has sorted them. */
export interface HoursAhead {
  day: LocalDate;
  from: string;
  to: string;
  languages: readonly string[];
}

export interface Present {
  staff: readonly PresentStaff[];
  interpreters: readonly OnCallInterpreter[];
  hours: readonly HoursAhead[];
}

/**
 * How well it goes: `full` in the language that the person speaks; `understood` in another one that they understand;
 * `partly` in a related language, or with somebody's few sentences. Partly is shown and never counts as being served.
 */
export type Fit = 'full' | 'understood' | 'partly';

export type ServingStep =
  | { kind: 'tandem'; staffId: string; language: string; fit: Fit; wishMet: boolean }
  | {
      kind: 'volunteer' | 'telephone';
      interpreterId: string;
      language: string;
      fit: Fit;
      wishMet: boolean;
      until: string | null;
    }
  | { kind: 'appointment'; day: LocalDate; from: string; to: string; language: string; fit: Fit };

const FIT_RANK: Readonly<Record<Fit, number>> = { full: 0, understood: 1, partly: 2 };

/**
 * Who can serve this person, best first: staff who speak the language, else a volunteer on call, else a telephone
 * interpreter, else an appointment in that language's next consulting hour. Within one kind what is understood fully comes
 * before partly, and within that whoever meets the wish to talk with a woman or a man; an option that does not meet it is
 * kept and says so, since a wish may be asked about. Interpreters who do not take one of the topics are left out.
 *
 * Pure, and the order of the lists matters only between equals. Never names a language that nobody in `present` has.
 */
export function whoCanServe(need: ServingNeed, present: Present): ServingStep[] {
  const met = (gender: Gender) => need.genderWish === null || need.genderWish === gender;
  const tandem = present.staff.flatMap((staff): ServingStep[] => {
    const best = bestFit(need, staff.languages) ?? basicFit(need, staff.basicLanguages);
    return best ? [{ kind: 'tandem', staffId: staff.id, ...best, wishMet: met(staff.gender) }] : [];
  });
  const called = (kind: 'volunteer' | 'telephone') =>
    present.interpreters.flatMap((interpreter): ServingStep[] => {
      if (interpreter.kind !== kind) return [];
      if (need.topics.some((topic) => speaksOf(interpreter.topicsNotTaken, topic))) return [];
      const best = bestFit(need, interpreter.languages);
      if (!best) return [];
      return [
        { kind, interpreterId: interpreter.id, ...best, wishMet: met(interpreter.gender), until: interpreter.until },
      ];
    });
  const ahead = present.hours.flatMap((hours): ServingStep[] => {
    const best = bestFit(need, hours.languages);
    return best ? [{ kind: 'appointment', day: hours.day, from: hours.from, to: hours.to, ...best }] : [];
  });
  return [tandem, called('volunteer'), called('telephone'), ahead].flatMap((steps) =>
    steps.sort((a, b) => FIT_RANK[a.fit] - FIT_RANK[b.fit] || wishRank(a) - wishRank(b)),
  );
}

/** The staff who serve the person alone: a common language, and the wish met. Whoever calls must be one of them. */
export function servingStaff(steps: readonly ServingStep[]): string[] {
  return steps.flatMap((step) => (step.kind === 'tandem' && step.fit !== 'partly' && step.wishMet ? step.staffId : []));
}

/**
 * The step to take next: the first that does the whole thing and has not been tried in vain. Null when there is none;
 * `partly` is never proposed, only shown.
 */
export function nextStep(
  steps: readonly ServingStep[],
  triedInVain: ReadonlySet<string> = new Set(),
): ServingStep | null {
  return (
    steps.find(
      (step) => step.fit !== 'partly' && !('wishMet' in step && !step.wishMet) && !triedInVain.has(stepKey(step)),
    ) ??
    steps.find((step) => step.fit !== 'partly' && !triedInVain.has(stepKey(step))) ??
    null
  );
}

/** What identifies a step, so that one that was tried in vain is not proposed again. */
export function stepKey(step: ServingStep): string {
  if (step.kind === 'tandem') return `tandem:${step.staffId}`;
  if (step.kind === 'appointment') return `appointment:${step.day}`;
  return `${step.kind}:${step.interpreterId}`;
}

function wishRank(step: ServingStep): number {
  return 'wishMet' in step && !step.wishMet ? 1 : 0;
}

function bestFit(
  { spoken, understood }: ServingNeed,
  languages: readonly string[],
): { language: string; fit: Fit } | null {
  if (languages.includes(spoken)) return { language: spoken, fit: 'full' };
  if (languages.includes(understood)) return { language: understood, fit: 'understood' };
  const related = languages.find((language) => understandingBetween(language, spoken) === 'partly');
  return related === undefined ? null : { language: related, fit: 'partly' };
}

function basicFit(
  { spoken, understood }: ServingNeed,
  languages: readonly string[],
): { language: string; fit: Fit } | null {
  const language = [spoken, understood].find((one) => languages.includes(one));
  return language === undefined ? null : { language, fit: 'partly' };
}
