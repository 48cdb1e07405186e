import { z } from 'zod';
import { LanguageId, TopicId } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/instants.ts';
import { line, phoneNumber, text } from '../kernel/text.ts';
import { Nothing, procedure } from '../procedure.ts';
import { DOOR_VERDICTS } from './door-answer.rules.ts';
import { SERVING_STEPS } from './serving.rules.ts';
import { DEMAND_CAUSES, DEMAND_OUTCOMES } from './unmet-demand.rules.ts';

export const INTERPRETER_KINDS = ['volunteer', 'telephone'] as const;
/** As people state it of themselves; null: not stated. */
export const StatedGender = z.enum(['w', 'm', 'd']).nullable();

const Hours = z
  .strictObject({ weekday: z.int().min(1).max(7), from: LocalTime, to: LocalTime })
  .refine(({ from, to }) => from < to);

/** What is entered about a volunteer or a telephone service. */
export const InterpreterFields = z.strictObject({
  kind: z.enum(INTERPRETER_KINDS),
  name: line(80),
  phone: phoneNumber(40),
  gender: StatedGender,
  languages: z.array(LanguageId).min(1).max(14),
  topicsNotTaken: z.array(TopicId).max(60),
  hours: z.array(Hours).max(28),
  remark: text(200),
});
export type InterpreterFields = z.input<typeof InterpreterFields>;

/** V1 of the office: names and numbers never leave the desk. */
export const InterpreterView = z.strictObject({
  id: Id,
  revision: Revision,
  kind: z.enum(INTERPRETER_KINDS),
  name: z.string(),
  phone: z.string(),
  gender: StatedGender,
  languages: z.array(z.string()),
  topicsNotTaken: z.array(z.string()),
  hours: z.array(z.strictObject({ weekday: z.int(), from: z.string(), to: z.string() })),
  remark: z.string(),
  awayUntil: LocalDate.nullable(),
  /** Pledged secrecy on a day, before whom; null: not yet, so that they can't be assigned. */
  pledge: z.strictObject({ on: LocalDate, takenBy: z.string() }).nullable(),
  /** What was said for today; null: the hours of the week hold. */
  today: z.strictObject({ onCall: z.boolean(), until: z.string().nullable() }).nullable(),
  /** On call now, until when; null: not now. */
  onCall: z.strictObject({ until: z.string().nullable() }).nullable(),
});
export type InterpreterView = z.infer<typeof InterpreterView>;

const Fit = z.enum(['full', 'understood', 'partly']);

export const ServingStepView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tandem'), staffId: Id, language: z.string(), fit: Fit, wishMet: z.boolean() }),
  z.strictObject({
    kind: z.enum(INTERPRETER_KINDS),
    interpreterId: Id,
    language: z.string(),
    fit: Fit,
    wishMet: z.boolean(),
    until: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('appointment'),
    day: LocalDate,
    from: z.string(),
    to: z.string(),
    language: z.string(),
    fit: Fit,
  }),
]);
export type ServingStepView = z.infer<typeof ServingStepView>;

const ATTEMPT_OUTCOMES = ['asked', 'could-not', 'came'] as const;
export const AttemptView = z.strictObject({
  kind: z.enum(SERVING_STEPS),
  outcome: z.enum(ATTEMPT_OUTCOMES),
  language: z.string(),
  interpreterId: Id.nullable(),
  colleagueId: Id.nullable(),
  at: Instant,
});
export type AttemptView = z.infer<typeof AttemptView>;

export const TicketServing = z.strictObject({
  ticketId: Id,
  /** Who can serve it, best first; partly and wish not met are in here and say so. */
  steps: z.array(ServingStepView),
  /** The step to take next; null: nobody presents serves it, or everything was tried. */
  next: ServingStepView.nullable(),
  /** What was tried, oldest first. */
  attempts: z.array(AttemptView),
});
export type TicketServing = z.infer<typeof TicketServing>;

export const DoorAnswer = z.strictObject({
  language: z.string(),
  verdict: z.enum(DOOR_VERDICTS),
  /** By whom it would be today; null: nobody. */
  by: z.enum(['tandem', ...INTERPRETER_KINDS]).nullable(),
  /** The interpreter's name, for the desk; never for the client. */
  name: z.string().nullable(),
  /** Wall time until which somebody is there today; null: nobody entered it, or nobody is there. */
  until: z.string().nullable(),
  ahead: z.int(),
  range: z.strictObject({ fromMinutes: z.int(), toMinutes: z.int() }).nullable(),
  /** The next consulting hour in which the language is spoken; null: none in the next four weeks. */
  nextHours: z.strictObject({ day: LocalDate, from: z.string(), to: z.string() }).nullable(),
  /** A related language that somebody present speaks: understood in part, to be asked about. */
  partly: z.string().nullable(),
});
export type DoorAnswer = z.infer<typeof DoorAnswer>;

/** How getting an interpreter went for one language. */
export const StepCount = z.strictObject({
  language: z.string(),
  asked: z.int(),
  couldNot: z.int(),
  came: z.int(),
  /** Given an appointment in a consulting hour instead. */
  appointments: z.int(),
  /** From the first question to somebody's coming, the middle of all; null: it never came to that. */
  minutesToCome: z.int().nullable(),
});
export type StepCount = z.infer<typeof StepCount>;

const desk = ['desk'] as const;
const work = { right: 'queue.work', from: desk } as const;
const write = { right: 'interpreters.write', from: desk } as const;
const Changed = z.strictObject({ id: Id, revision: Revision });

export const interpretersContract = {
  /** All who interpret, those on call first. */
  list: procedure({
    access: write,
    input: Nothing,
    output: z.strictObject({ now: Instant, interpreters: z.array(InterpreterView) }),
    errors: {},
  }),
  /** How getting an interpreter went in the last 90 days. */
  counts: procedure({
    access: write,
    input: Nothing,
    output: z.strictObject({ languages: z.array(StepCount) }),
    errors: {},
  }),
  add: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, ...InterpreterFields.shape }),
    output: Changed,
    errors: { rule: ['not-offered'] },
  }),
  change: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision, ...InterpreterFields.shape }),
    output: Changed,
    errors: { rule: ['not-offered'] },
  }),
  /** Takes somebody off the list: name, number and hours are deleted; what was counted stays without them. */
  remove: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision }),
    output: Nothing,
    errors: {},
  }),
  /** On call today until a time (null: until somebody says otherwise), not today, or as in the week (null). */
  setToday: procedure({
    access: write,
    input: z.strictObject({
      requestId: RequestId,
      id: Id,
      revision: Revision,
      today: z.strictObject({ onCall: z.boolean(), until: LocalTime.nullable() }).nullable(),
    }),
    output: Changed,
    errors: {},
  }),
  /** Away up to and with a day; null: back. */
  setAway: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision, awayUntil: LocalDate.nullable() }),
    output: Changed,
    errors: {},
  }),
  /** The pledge of secrecy that was signed; null takes a wrong entry back. */
  recordPledge: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision, pledgedOn: LocalDate.nullable() }),
    output: Changed,
    errors: { rule: ['pledge-in-the-future'] },
  }),
  /** Who can serve each open ticket of today, and what was tried. */
  serving: procedure({
    access: work,
    input: Nothing,
    output: z.strictObject({
      tickets: z.array(TicketServing),
      /** The names that the steps need. */
      names: z.record(Id, z.string()),
    }),
    errors: {},
  }),
  /** One click for each step of getting an interpreter: asked, could not, came. */
  recordAttempt: procedure({
    access: work,
    input: z.strictObject({
      requestId: RequestId,
      ticketId: Id,
      kind: z.enum(SERVING_STEPS),
      outcome: z.enum(ATTEMPT_OUTCOMES),
      interpreterId: Id.nullable(),
      colleagueId: Id.nullable(),
      language: LanguageId,
    }),
    output: z.strictObject({ ticketId: Id }),
    errors: { rule: ['not-possible', 'pledge-missing'] },
  }),
  /** Takes back the newest of them. */
  takeBackAttempt: procedure({
    access: work,
    input: z.strictObject({ requestId: RequestId, ticketId: Id }),
    output: z.strictObject({ ticketId: Id }),
    errors: { rule: ['not-possible'] },
  }),
  /** Who could be asked now for somebody who is not in the line yet; for the warning when a minor interprets. */
  whoCould: procedure({
    access: work,
    input: z.strictObject({
      spoken: LanguageId,
      understood: LanguageId.nullable(),
      topics: z.array(TopicId).max(8),
      genderWish: z.enum(['w', 'm']).nullable(),
    }),
    output: z.strictObject({ steps: z.array(ServingStepView), names: z.record(Id, z.string()) }),
    errors: {},
  }),
  /** What can truly be said at the door, for each language of the office. */
  doorAnswers: procedure({
    access: work,
    input: z.strictObject({
      /** Null: those of the office. */
      languages: z.array(LanguageId).max(14).nullable(),
      topics: z.array(TopicId).max(8),
      genderWish: z.enum(['w', 'm']).nullable(),
      /** Without it nothing is forecast, so that no wait is called likely: for a line that only says who is there. */
      withRange: z.boolean().default(true),
    }),
    output: z.strictObject({ now: Instant, answers: z.array(DoorAnswer) }),
    errors: {},
  }),
  /** Somebody left at the door without a number: language, topic and why; nothing about the person. */
  recordDemand: procedure({
    access: work,
    input: z.strictObject({
      requestId: RequestId,
      outcome: z.enum(DEMAND_OUTCOMES),
      cause: z.enum(DEMAND_CAUSES),
      language: LanguageId,
      topics: z.array(TopicId).max(8),
    }),
    output: z.strictObject({ id: Id }),
    errors: { rule: ['not-offered'] },
  }),
  /** Takes one of today back. */
  takeBackDemand: procedure({
    access: work,
    input: z.strictObject({ requestId: RequestId, id: Id }),
    output: Nothing,
    errors: { rule: ['not-possible'] },
  }),
  /** Why a ticket that has left was turned away or gave up. */
  setLeavingCause: procedure({
    access: work,
    input: z.strictObject({ requestId: RequestId, ticketId: Id, cause: z.enum(DEMAND_CAUSES) }),
    output: z.strictObject({ ticketId: Id }),
    errors: { rule: ['not-possible'] },
  }),
};
