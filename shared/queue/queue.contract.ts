import { z } from 'zod';
import {
  District,
  LanguageId,
  PriorityReasonId,
  ReadingLanguageId,
  ResultId,
  TopicId,
} from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/instants.ts';
import { line, text } from '../kernel/text.ts';
import { Nothing, procedure } from '../procedure.ts';
import { CALL_REASONS } from './calling-order.rules.ts';
import {
  LANES,
  LEAVING_REASONS,
  PARKING_REASONS,
  TICKET_EVENT_TYPES,
  TICKET_KINDS,
  TICKET_SOURCES,
  TICKET_STATES,
} from './ticket.rules.ts';
import { ForwardTarget } from './ticket-event-detail.ts';

const TicketKind = z.enum(TICKET_KINDS);
const GenderWish = z.enum(['w', 'm']);
/** The code on a slip that says "first next time"; typed by hand, so letter case does not matter. */
const ReturnCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{4}$/);
/** An adult, or a minor: then somebody else is looked for. */
const CompanionInterprets = z.enum(['adult', 'minor']).nullable();

export const CheckIn = z.strictObject({
  requestId: RequestId,
  kind: TicketKind.default('walk-in'),
  spoken: LanguageId,
  /** Null: the same as spoken. */
  understood: LanguageId.nullable().default(null),
  /** `none`: cannot read. */
  read: ReadingLanguageId.nullable().default(null),
  topics: z.array(TopicId).max(8),
  personId: Id.nullable().default(null),
  adults: z.int().min(0).max(20).default(0),
  children: z.int().min(0).max(20).default(0),
  /** Who of those who came along interprets; null: nobody. */
  companionInterprets: CompanionInterprets.default(null),
  /** V0: everybody in the office sees it; organisational words only. */
  doorNote: text(200).default(''),
  priorityReason: PriorityReasonId.nullable().default(null),
  /** Wants to talk with a woman or with a man. */
  genderWish: GenderWish.nullable().default(null),
  lane: z.enum(LANES).default('counter'),
  /** When an appointment, a call back or a home visit is due. */
  dueAt: Instant.nullable().default(null),
  /** The code of a slip that says "first next time"; gives priority once. */
  returnCode: ReturnCode.nullable().default(null),
});
export type CheckIn = z.input<typeof CheckIn>;

export const TicketView = z.strictObject({
  id: Id,
  revision: Revision,
  number: z.int().min(1).max(999),
  label: z.string(),
  kind: TicketKind,
  source: z.enum(TICKET_SOURCES),
  lane: z.enum(LANES),
  spoken: z.string(),
  understood: z.string(),
  read: z.string(),
  topics: z.array(z.string()),
  /** The name as the desk shows it; null for an anonymous ticket. */
  person: z.strictObject({ id: Id, name: z.string() }).nullable(),
  adults: z.int(),
  children: z.int(),
  companionInterprets: CompanionInterprets,
  doorNote: z.string(),
  priorityReason: z.string().nullable(),
  genderWish: GenderWish.nullable(),
  arrivedAt: Instant,
  dueAt: Instant.nullable(),
  state: z.enum(TICKET_STATES),
  since: Instant,
  desk: z.int().nullable(),
  staffId: Id.nullable(),
  reason: z.string().nullable(),
  clocks: z.strictObject({ waitingMs: z.int(), wayMs: z.int(), serviceMs: z.int() }),
  runningClock: z.enum(['waitingMs', 'wayMs', 'serviceMs']).nullable(),
  /** What an undo takes back. Taking back the issue makes the ticket void; null: nothing of today. */
  undoable: z.strictObject({ type: z.enum(TICKET_EVENT_TYPES), at: Instant, staffId: Id.nullable() }).nullable(),
  /** How often called since the ticket last came into the line. */
  calls: z.int(),
  /** One of its times was typed, not measured. */
  corrected: z.boolean(),
  /** Called: how often the office still calls again before the ticket is missed. */
  repeatsLeft: z.int(),
  /** Parked: when it comes back by itself. */
  wakeAt: Instant.nullable(),
  forwardedTo: ForwardTarget.nullable(),
  /** Words that travelled with the newest forwarding (V0). */
  forwardWords: z.string(),
  /** Why it stands at this place in the line for the calling desk, or why it was called; null: neither. */
  why: z.strictObject({ reason: z.enum(CALL_REASONS), creditMinutes: z.int() }).nullable(),
  /** How long the person was told that they would wait, minutes from the arrival; null: nothing was promised. */
  promise: z.strictObject({ fromMinutes: z.int(), toMinutes: z.int() }).nullable(),
  /** Who of those signed in speaks a language that the person understands. */
  servableBy: z.array(Id),
  contactId: Id.nullable(),
  /** The day of a ticket that an earlier, unclosed day left over: it can only be resolved. Not there for tickets of today. */
  leftOverFrom: LocalDate.optional(),
});
export type TicketView = z.infer<typeof TicketView>;

export const QueueDay = z.strictObject({
  day: LocalDate,
  closedAt: Instant.nullable(),
  /** The instant by the office's clock, so that a screen's own clock does not matter. */
  now: Instant,
  /** In the order of calling for those who wait, then by number, then what earlier days that nobody closed left open. */
  tickets: z.array(TicketView),
});
export type QueueDay = z.infer<typeof QueueDay>;

/** What happened to one ticket, oldest first. */
export const TicketHistory = z.strictObject({
  day: LocalDate,
  clocks: TicketView.shape.clocks,
  events: z.array(
    z.strictObject({
      sequence: z.int(),
      type: z.enum(TICKET_EVENT_TYPES),
      at: Instant,
      /** The time before it was corrected. */
      measuredAt: Instant,
      /** The time was typed, not measured. */
      corrected: z.boolean(),
      takenBack: z.boolean(),
      staffId: Id.nullable(),
      desk: z.int().nullable(),
      reason: z.string().nullable(),
      /** Of a call: why this number. */
      why: TicketView.shape.why,
    }),
  ),
});
export type TicketHistory = z.infer<typeof TicketHistory>;

/** What somebody gets at the close of day instead of a talk. */
const Instead = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('slip') }),
  z.strictObject({ kind: z.literal('call-back'), day: LocalDate, from: LocalTime, reach: line(60) }),
  z.strictObject({ kind: z.literal('appointment'), day: LocalDate, from: LocalTime }),
]);

/** One block of the week, as the quick lane's history tells. */
const QuickBlock = z.strictObject({
  /** 1 Monday to 7 Sunday. */
  weekday: z.int().min(1).max(7),
  hour: z.int().min(0).max(23),
  /** Matters of a few minutes in this hour, mean of the open days. */
  perDay: z.number(),
  minutesPerDay: z.number(),
});

const desk = ['desk'] as const;
const OnTicket = { requestId: RequestId, ticketId: Id, revision: Revision };
const Acted = z.strictObject({ ticketId: Id, revision: Revision });
/** An action on a ticket: CONFLICT when somebody was quicker, RULE not-possible when its state does not allow it. */
const action = <S extends z.ZodRawShape>(extra: S) =>
  procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({ ...OnTicket, ...extra }),
    output: Acted,
    errors: { rule: ['not-possible', 'day-closed'] },
  });

export const queueContract = {
  today: procedure({ access: { right: 'queue.work', from: desk }, input: Nothing, output: QueueDay, errors: {} }),
  checkIn: procedure({
    access: { right: 'queue.work', from: desk },
    input: CheckIn,
    output: z.strictObject({ ticketId: Id, revision: Revision, number: z.int(), label: z.string() }),
    errors: { rule: ['not-offered', 'numbers-exhausted', 'day-closed', 'no-such-slip', 'record-merged'] },
  }),
  /** Corrects what was entered at the door, as long as the ticket is open. */
  change: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({
      ...OnTicket,
      spoken: LanguageId,
      understood: LanguageId.nullable(),
      read: ReadingLanguageId.nullable(),
      topics: z.array(TopicId).max(8),
      personId: Id.nullable(),
      adults: z.int().min(0).max(20),
      children: z.int().min(0).max(20),
      companionInterprets: CompanionInterprets.default(null),
      doorNote: text(200),
      priorityReason: PriorityReasonId.nullable(),
      genderWish: GenderWish.nullable().default(null),
      lane: z.enum(LANES).default('counter'),
    }),
    output: Acted,
    errors: { rule: ['not-offered', 'not-possible', 'day-closed', 'record-merged'] },
  }),
  /** Calls the first in the order of calling; RULE nobody-waits when there is none. */
  callNext: procedure({
    access: { right: 'queue.work', from: desk },
    /** `lane`: the first of this lane only; null: of both. */
    input: z.strictObject({ requestId: RequestId, lane: z.enum(LANES).nullable().default(null) }),
    output: Acted,
    errors: { rule: ['nobody-waits', 'day-closed'] },
  }),
  call: action({}),
  appeared: action({}),
  notAppeared: action({}),
  /** Begins the talk: opens the ticket's contact, or goes on with the one that is there. */
  start: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject(OnTicket),
    output: z.strictObject({ ticketId: Id, revision: Revision, contactId: Id }),
    errors: { rule: ['not-possible', 'day-closed'] },
  }),
  /** Calls again who was called; RULE no-repeats-left after the number that the settings say: then they are missed. */
  recall: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject(OnTicket),
    output: Acted,
    errors: { rule: ['not-possible', 'day-closed', 'no-repeats-left'] },
  }),
  /** Sets aside for a thing. With a time the ticket comes back by itself; RULE time-passed when that is over. */
  park: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({ ...OnTicket, reason: z.enum(PARKING_REASONS), wakeAt: Instant.nullable().default(null) }),
    output: Acted,
    errors: { rule: ['not-possible', 'day-closed', 'time-passed'] },
  }),
  /** Back into the line for another desk, a colleague or an employer, at the chosen place, with words that all may read (V0). */
  forward: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({ ...OnTicket, forward: ForwardTarget, words: text(200).default('') }),
    output: Acted,
    errors: { rule: ['not-possible', 'day-closed', 'no-such-desk'] },
  }),
  /** Puts the time of an event right; it is marked as corrected from then on. */
  correctTime: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({ ...OnTicket, sequence: z.int().min(1), time: LocalTime }),
    output: Acted,
    errors: { rule: ['not-possible', 'day-closed', 'time-out-of-order'] },
  }),
  history: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({ ticketId: Id }),
    output: TicketHistory,
    errors: {},
  }),
  /** Back into the line with the arrival time it had. */
  requeue: action({}),
  /** Ends a ticket without a talk. */
  leave: action({ reason: z.enum(LEAVING_REASONS) }),
  /** Takes back the newest action of today on this ticket, whoever took it; clocks run on as if it had not been. */
  undo: action({}),
  /** Whom a slip "first next time" belongs to: what was said at the door then. */
  findReturnSlip: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({ code: ReturnCode }),
    output: z.strictObject({
      day: LocalDate,
      label: z.string(),
      spoken: z.string(),
      understood: z.string(),
      read: z.string(),
      topics: z.array(z.string()),
    }),
    errors: { rule: ['no-such-slip'] },
  }),
  /** The printable slip "first next time" of a ticket that was given one. */
  returnSlip: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({ ticketId: Id }),
    output: z.strictObject({ html: z.string() }),
    errors: {},
  }),
  /** A sheet of reserve numbers for a power cut: to be printed before, cut up, and typed in afterwards. */
  reserveSheet: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({ first: z.int().min(1).max(999), count: z.int().min(1).max(48) }),
    output: z.strictObject({ html: z.string() }),
    errors: {},
  }),
  /** Types a reserve number in, with the real times; they are marked as corrected. */
  enterPaper: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({
      requestId: RequestId,
      /** Today, or an earlier day that is not closed. */
      day: LocalDate,
      number: z.int().min(1).max(999),
      arrived: LocalTime,
      spoken: LanguageId,
      topics: z.array(TopicId).max(8),
      adults: z.int().min(0).max(20).default(0),
      children: z.int().min(0).max(20).default(0),
      priorityReason: PriorityReasonId.nullable().default(null),
      /** What became of it: still waits, was talked with, or left. */
      outcome: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('waits') }),
        z.strictObject({ kind: z.literal('served'), started: LocalTime, finished: LocalTime, result: ResultId }),
        z.strictObject({ kind: z.literal('left'), at: LocalTime, reason: z.enum(LEAVING_REASONS) }),
      ]),
    }),
    output: z.strictObject({ ticketId: Id, revision: Revision, number: z.int(), label: z.string() }),
    errors: { rule: ['not-offered', 'day-closed', 'number-taken', 'time-out-of-order', 'no-topic', 'not-possible'] },
  }),
  /**
   * Counts one matter of the quick lane: topic, language, district, no name. With a ticket in hand its times are taken
   * over and it is finished; without one the minutes are an estimate and marked so.
   */
  tally: procedure({
    access: { right: 'consultations.write', from: desk },
    input: z.strictObject({
      requestId: RequestId,
      ticket: z.strictObject({ ticketId: Id, revision: Revision }).nullable().default(null),
      topic: TopicId,
      quantity: z.int().min(1).max(20).default(1),
      spoken: LanguageId,
      district: District.nullable().default(null),
      minutes: z.int().min(1).max(30).default(5),
    }),
    output: z.strictObject({ contactId: Id, ticketId: Id.nullable() }),
    errors: { rule: ['not-offered', 'day-closed', 'not-possible'] },
  }),
  /** Takes a tally without a ticket back, today only; one with a ticket is taken back by `undo`. */
  undoTally: procedure({
    access: { right: 'consultations.write', from: desk },
    input: z.strictObject({ requestId: RequestId, contactId: Id }),
    output: Nothing,
    errors: { rule: ['day-closed'] },
  }),
  /** How large the quick lane should be, from the last twelve weeks, and what was counted today. */
  quickLane: procedure({
    access: { right: 'queue.work', from: desk },
    input: Nothing,
    output: z.strictObject({
      contacts: z.int(),
      /** Share of matters of a few minutes, 0 to 1; null without history. */
      share: z.number().nullable(),
      blocks: z.array(QuickBlock),
      /** The hours of the week in which one desk for short matters is worth it, the busiest first. */
      worthIt: z.array(QuickBlock),
      today: z.int(),
    }),
    errors: {},
  }),
  /** The printable slip: no name, no topic. */
  slip: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({ ticketId: Id }),
    output: z.strictObject({ html: z.string() }),
    errors: {},
  }),
  /** Resolves every open ticket as told, also those left over, and closes the day; RULE tickets-open names none, the screen lists them. */
  closeDay: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({
      requestId: RequestId,
      resolutions: z
        .array(
          z.strictObject({
            ticketId: Id,
            revision: Revision,
            reason: z.enum(LEAVING_REASONS),
            instead: Instead.nullable().default(null),
          }),
        )
        .max(999),
    }),
    output: z.strictObject({ day: LocalDate, tickets: z.int(), resolved: z.int() }),
    errors: {
      rule: [
        'tickets-open',
        'still-serving',
        'day-closed',
        'not-possible',
        'time-skipped',
        'past',
        'closed',
        'staff-away',
        'overlaps',
        'desks-taken',
        'seats-taken',
        'warnings',
      ],
    },
  }),
  /** Takes the close of day back, today only, with everything that it resolved. */
  reopenDay: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({ requestId: RequestId }),
    output: Nothing,
    errors: { rule: ['day-open'] },
  }),
};
