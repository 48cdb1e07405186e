import { z } from 'zod';
import { LanguageId, PriorityReasonId, ReadingLanguageId, TopicId } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/instants.ts';
import { text } from '../kernel/text.ts';
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
  /** Parked: when it comes back by itself. */
  wakeAt: Instant.nullable(),
  forwardedTo: ForwardTarget.nullable(),
  /** Words that travelled with the newest forwarding (V0). */
  forwardWords: z.string(),
  /** Why it stands at this place in the line for the calling desk, or why it was called; null: neither. */
  why: z.strictObject({ reason: z.enum(CALL_REASONS), creditMinutes: z.int() }).nullable(),
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
    errors: { rule: ['numbers-exhausted', 'day-closed'] },
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
    }),
    output: Acted,
    errors: { rule: ['not-possible', 'day-closed'] },
  }),
  /** Calls the first in the order of calling; RULE nobody-waits when there is none. */
  callNext: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({ requestId: RequestId }),
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
  park: action({ reason: z.enum(PARKING_REASONS) }),
  /** Back into the line with the arrival time it had. */
  requeue: action({}),
  /** Ends a ticket without a talk. */
  leave: action({ reason: z.enum(LEAVING_REASONS) }),
  /** Takes back the newest action of today on this ticket, whoever took it; clocks run on as if it had not been. */
  undo: action({}),
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
        .array(z.strictObject({ ticketId: Id, revision: Revision, reason: z.enum(LEAVING_REASONS) }))
        .max(999),
    }),
    output: z.strictObject({ day: LocalDate, tickets: z.int(), resolved: z.int() }),
    errors: { rule: ['tickets-open', 'still-serving', 'day-closed'] },
  }),
  /** Takes the close of day back, today only. */
  reopenDay: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({ requestId: RequestId }),
    output: Nothing,
    errors: { rule: ['day-open'] },
  }),
};
