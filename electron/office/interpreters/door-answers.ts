import { minutesOfDay } from '../../../shared/appointments/wall-time.rules.ts';
import { doorVerdict } from '../../../shared/interpreters/door-answer.rules.ts';
import type { DoorAnswer } from '../../../shared/interpreters/interpreters.contract.ts';
import {
  nextStep,
  type Present,
  type ServingNeed,
  type ServingStep,
} from '../../../shared/interpreters/serving.rules.ts';
import { type Instant, localDateOf, localTimeOf } from '../../../shared/kernel/instants.ts';
import { orderForDesk, type StaffedDesk, type WaitingTicket } from '../../../shared/queue/calling-order.rules.ts';
import { standingOf } from '../../../shared/queue/ticket.rules.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { waitingLine } from '../queue/call-next.ts';
import { staffedDesks } from '../queue/staffed-desks.ts';
import { eventsOfDay } from '../queue/ticket-events.ts';
import { rangeForNewTicket } from '../waiting-time/live-range.ts';
import { interpreterNames } from './interpreter-row.ts';
import { openDoorsNow, presentNow } from './present.ts';
import { stepsFor } from './serving.ts';

interface Asked {
  /** Null: those of the office. */
  languages: readonly string[] | null;
  topics: readonly string[];
  genderWish: 'w' | 'm' | null;
  /** Whether the wait is forecast too: some milliseconds for each language. */
  withRange: boolean;
}

/** What can truly be said at the door now, for each language. Promises nothing that is not sure. */
export function doorAnswers(db: Db, core: Core, asked: Asked): { now: Instant; answers: DoorAnswer[] } {
  const now = core.ports.clock.now();
  const languages = asked.languages ?? findOffice(db).languages;
  const day = localDateOf(now);
  const standing = {
    now,
    present: presentNow(db, core, now),
    doors: openDoorsNow(db, now),
    desks: staffedDesks(core),
    waiting: waitingLine(db, day),
    busy: busyStaff(db, day),
    names: interpreterNames(db),
  };
  return {
    now,
    answers: languages.map((language) => {
      const range = () =>
        asked.withRange ? rangeForNewTicket(db, core, { languages: [language], topics: asked.topics }) : null;
      return answerFor(language, asked, standing, range);
    }),
  };
}

interface Standing {
  now: Instant;
  present: Present;
  doors: ReturnType<typeof openDoorsNow>;
  desks: readonly StaffedDesk[];
  waiting: readonly WaitingTicket[];
  busy: ReadonlySet<string>;
  names: ReadonlyMap<string, string>;
}

function answerFor(language: string, asked: Asked, standing: Standing, range: () => DoorAnswer['range']): DoorAnswer {
  const need: ServingNeed = {
    spoken: language,
    understood: language,
    topics: asked.topics,
    genderWish: asked.genderWish,
  };
  const steps = stepsFor(need, standing.present);
  const best = nextStep(steps);
  const today = best && best.kind !== 'appointment' && meetsWish(best) ? best : null;
  const until = today ? untilToday(steps, standing) : null;
  const ahead = today ? aheadOf(need, standing) : 0;
  const facts = {
    steps,
    minutesLeft: until === null ? null : minutesOfDay(until) - minutesOfDay(localTimeOf(standing.now)),
    ahead,
    somebodyFree: isSomebodyFree(steps, standing),
    range: today?.kind === 'tandem' ? range() : null,
  };
  const hours = steps.find((step) => step.kind === 'appointment' && step.fit !== 'partly');
  return {
    language,
    verdict: doorVerdict(facts),
    by: today?.kind ?? null,
    name: today && today.kind !== 'tandem' ? (standing.names.get(today.interpreterId) ?? null) : null,
    until,
    ahead,
    range: facts.range,
    nextHours: hours?.kind === 'appointment' ? { day: hours.day, from: hours.from, to: hours.to } : null,
    partly: today ? null : (steps.find(({ fit }) => fit === 'partly')?.language ?? null),
  };
}

type TodayStep = Exclude<ServingStep, { kind: 'appointment' }>;

function servesToday(steps: readonly ServingStep[]): TodayStep[] {
  return steps.flatMap((step) => (step.kind !== 'appointment' && step.fit !== 'partly' && meetsWish(step) ? step : []));
}

function meetsWish(step: ServingStep): boolean {
  return step.kind === 'appointment' || step.wishMet;
}

/**
 * The latest time until which one of those who can serve is there: of staff the end of the hours that run, of an
 * interpreter the earlier of that and their own end. Null when for one of them nobody entered an end.
 */
function untilToday(steps: readonly ServingStep[], { doors }: Standing): string | null {
  const doorsFor = (staffId: string | null): string | null => {
    const ends = (doors ?? [])
      .filter(({ staffIds }) => staffId === null || staffIds.length === 0 || staffIds.includes(staffId))
      .map(({ to }) => to)
      .sort();
    return ends.at(-1) ?? null;
  };
  const ends = servesToday(steps).map((step) => {
    const open = doorsFor(step.kind === 'tandem' ? step.staffId : null);
    if (step.kind === 'tandem') return open;
    if (step.until === null || open === null) return step.until ?? open;
    return step.until < open ? step.until : open;
  });
  if (ends.length === 0 || ends.includes(null)) return null;
  return (
    ends
      .flatMap((end) => end ?? [])
      .sort()
      .at(-1) ?? null
  );
}

/** How many are called before somebody who comes now, at the desk that gets to them first. */
function aheadOf(need: ServingNeed, { now, desks, waiting }: Standing): number {
  const newcomer: WaitingTicket = {
    id: '',
    number: 1000,
    kind: 'walk-in',
    languages: [need.spoken],
    priorityReason: null,
    arrivedAt: now,
    dueAt: null,
    genderWish: need.genderWish,
  };
  const places = desks.flatMap((desk) => {
    const others = desks.filter((other) => other !== desk);
    const placed = orderForDesk([...waiting, newcomer], desk, others, now);
    const place = placed.findIndex(({ ticket }) => ticket.id === newcomer.id);
    const isServedHere = placed[place]?.callable === true && placed[place].why.reason !== 'with-interpreter';
    return isServedHere ? [placed.slice(0, place).filter(({ callable }) => callable).length] : [];
  });
  return places.length === 0 ? waiting.length : Math.min(...places);
}

function isSomebodyFree(steps: readonly ServingStep[], { desks, busy }: Standing): boolean {
  const serving = servesToday(steps);
  // With an interpreter any desk can talk.
  const anybody = serving.some(({ kind }) => kind !== 'tandem');
  return desks.some(
    ({ staffId }) =>
      !busy.has(staffId) && (anybody || serving.some((step) => step.kind === 'tandem' && step.staffId === staffId)),
  );
}

/** Those who have somebody at their desk. */
function busyStaff(db: Db, day: string): ReadonlySet<string> {
  const busy = new Set<string>();
  for (const events of eventsOfDay(db, day).values()) {
    const { state, staffId } = standingOf(events);
    if ((state === 'called' || state === 'appeared' || state === 'serving') && staffId !== null) busy.add(staffId);
  }
  return busy;
}
