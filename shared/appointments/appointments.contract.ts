import { z } from 'zod';
import { LanguageId, TopicId } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/instants.ts';
import { Nothing, procedure } from '../procedure.ts';
import { APPOINTMENT_EVENTS, NO_SHOW_REASONS, REMINDERS } from './appointment.rules.ts';
import { AppointmentFields, AppointmentView, TimeAndPlace } from './appointment-view.ts';
import { consultingHoursProcedures, HoursShown } from './consulting-hours.contract.ts';
import { BOOKING_RULES, Done, Minutes, On, Place, Topics, work } from './contract-parts.ts';
import { earlierSlotProcedures } from './earlier-slots.contract.ts';
import { OVERLAPS } from './overlap.rules.ts';

export const DayOfWeek = z.strictObject({
  day: LocalDate,
  /** The German name of the public holiday. */
  holiday: z.string().nullable(),
  closed: z.boolean(),
  hours: z.array(HoursShown),
  appointments: z.array(AppointmentView),
});
export type DayOfWeek = z.infer<typeof DayOfWeek>;

const Slot = z.strictObject({
  day: LocalDate,
  from: z.string(),
  minutes: z.int(),
  place: Place,
  outpostId: Id.nullable(),
  outpostName: z.string().nullable(),
  staffIds: z.array(Id),
});
export type Slot = z.infer<typeof Slot>;

const Overlapping = z.strictObject({
  kind: z.enum(OVERLAPS),
  /** Who would be in two places: staff by id. */
  staffId: Id.nullable(),
  /** When the other one is; null where the desks are all taken. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  place: Place.nullable(),
});
export type Overlapping = z.infer<typeof Overlapping>;

export const appointmentsContract = {
  /** Consulting hours and appointments of some days. */
  days: procedure({
    access: work,
    input: z.strictObject({ from: LocalDate, days: z.int().min(1).max(14) }),
    output: z.strictObject({ today: LocalDate, now: Instant, days: z.array(DayOfWeek) }),
    errors: {},
  }),
  /** One appointment with who takes part and what happened to it. */
  get: procedure({
    access: work,
    input: z.strictObject({ appointmentId: Id }),
    output: z.strictObject({
      appointment: AppointmentView,
      participants: z.array(z.strictObject({ id: Id, name: z.string() })),
      events: z.array(z.strictObject({ type: z.enum(APPOINTMENT_EVENTS), at: Instant, staffId: Id.nullable() })),
      /** What is packed for the outpost. */
      kit: z.array(z.string()),
    }),
    errors: {},
  }),
  /** A person's appointments, newest first. */
  ofPerson: procedure({
    access: work,
    input: z.strictObject({ personId: Id }),
    output: z.strictObject({
      today: LocalDate,
      now: Instant,
      appointments: z.array(AppointmentView),
      /** Was missed, and nobody has asked why yet. */
      askWhy: z.strictObject({ appointmentId: Id, revision: Revision, day: LocalDate, from: z.string() }).nullable(),
    }),
    errors: {},
  }),
  /** The next free slots for a need, earliest first. */
  freeSlots: procedure({
    access: work,
    input: z.strictObject({
      language: LanguageId.nullable(),
      topics: Topics,
      staffId: Id.nullable(),
      place: Place.nullable(),
      minutes: Minutes.nullable(),
      from: LocalDate.nullable(),
      limit: z.int().min(1).max(60),
    }),
    output: z.strictObject({
      today: LocalDate,
      slots: z.array(Slot),
      thirdNextDays: z.int().nullable(),
      travelMinutes: z.int(),
    }),
    errors: {},
  }),
  /** What stands in the way of an appointment, before it is booked or moved. */
  check: procedure({
    access: work,
    input: z.strictObject({ ...TimeAndPlace, appointmentId: Id.nullable() }),
    output: z.strictObject({
      refusals: z.array(z.enum(['time-skipped', 'past', 'closed', 'staff-away', 'overlaps', 'desks-taken'])),
      warnings: z.array(z.enum(['outside-hours', 'travel', 'person-elsewhere'])),
      overlaps: z.array(Overlapping),
      holiday: z.string().nullable(),
      /** The clock shows this time twice that night; the first of the two is meant. */
      comesTwice: z.boolean(),
    }),
    errors: {},
  }),
  book: procedure({
    access: work,
    input: AppointmentFields.extend({ requestId: RequestId }),
    output: z.strictObject({ appointmentId: Id, revision: Revision, number: z.int() }),
    errors: { rule: [...BOOKING_RULES, 'not-offered', 'record-merged'] },
  }),
  /** Another time or place; what was there before is freed. */
  move: procedure({
    access: work,
    input: z.strictObject({
      ...On,
      day: LocalDate,
      from: LocalTime,
      minutes: Minutes,
      place: Place,
      outpostId: Id.nullable(),
      travelMinutes: z.int().min(0).max(180),
      staffIds: z.array(Id).max(20),
      interpreterId: Id.nullable(),
      despiteWarnings: z.boolean(),
    }),
    output: Done,
    errors: { rule: [...BOOKING_RULES, 'not-booked'] },
  }),
  /** Who takes part, for a household or a group; never more than there are seats. */
  setPeople: procedure({
    access: work,
    input: z.strictObject({ ...On, personIds: z.array(Id).max(60), unnamed: z.int().min(0).max(60) }),
    output: Done,
    errors: { rule: ['seats-taken', 'not-booked', 'record-merged'] },
  }),
  /** They are here: they get a ticket that is due at the appointment's time. */
  arrive: procedure({
    access: work,
    input: z.strictObject(On),
    output: Done.extend({ ticketId: Id, label: z.string() }),
    errors: { rule: ['not-booked', 'not-today', 'day-closed', 'numbers-exhausted'] },
  }),
  /** Seen, called off by them, taken back by us, or nobody came (from 15 minutes after its time). */
  settle: procedure({
    access: work,
    input: z.strictObject({ ...On, status: z.enum(['seen', 'excused', 'revoked', 'no-show']) }),
    output: Done,
    errors: { rule: ['not-booked', 'too-early', 'ticket-in-work', 'day-closed'] },
  }),
  /** Takes back what was done to it last. */
  undo: procedure({
    access: work,
    input: z.strictObject(On),
    output: Done,
    errors: { rule: ['nothing-to-undo', 'ticket-in-work', 'day-closed', 'overlaps', 'desks-taken'] },
  }),
  /** Asked at the next contact. */
  setNoShowReason: procedure({
    access: work,
    input: z.strictObject({ ...On, reason: z.enum(NO_SHOW_REASONS) }),
    output: Done,
    errors: { rule: ['not-missed'] },
  }),
  /** The card was handed over, or they were called. */
  reminded: procedure({
    access: work,
    input: z.strictObject({ ...On, reminder: z.enum(REMINDERS) }),
    output: Done,
    errors: { rule: ['not-booked'] },
  }),
  /** The reminder card (A6) in a client's language. No name, no topic. */
  card: procedure({
    access: work,
    input: z.strictObject({ appointmentId: Id, language: LanguageId.nullable() }),
    output: z.strictObject({ html: z.string() }),
    errors: {},
  }),
  /** A week of somebody's appointments as an iCalendar file: kinds of appointment and place, no names. */
  calendar: procedure({
    access: work,
    input: z.strictObject({ staffId: Id, from: LocalDate }),
    output: z.strictObject({ fileName: z.string(), text: z.string() }),
    errors: {},
  }),
  /** Third next available, now and over the last weeks, per language and topic of the consulting hours. */
  availability: procedure({
    access: work,
    input: z.strictObject({ language: LanguageId.nullable(), topic: TopicId.nullable() }),
    output: z.strictObject({
      today: LocalDate,
      /** Per language of the office: days to the third next free slot; null: more than eight weeks. */
      languages: z.array(z.strictObject({ language: z.string(), days: z.int().nullable(), alarm: z.boolean() })),
      topics: z.array(z.strictObject({ topic: z.string(), days: z.int().nullable(), alarm: z.boolean() })),
      /** Of the chosen language and topic, one point a week, oldest first. */
      history: z.array(z.strictObject({ on: LocalDate, days: z.int().nullable() })),
      /** How people were reminded, and how many of them came. */
      reminders: z.array(
        z.strictObject({ reminder: z.enum([...REMINDERS, 'none']), seen: z.int(), excused: z.int(), missed: z.int() }),
      ),
      reasons: z.array(z.strictObject({ reason: z.enum(NO_SHOW_REASONS), count: z.int() })),
    }),
    errors: {},
  }),
  /** Languages whose third next slot lies three weeks off or more. */
  alarms: procedure({
    access: work,
    input: Nothing,
    output: z.strictObject({
      languages: z.array(z.strictObject({ language: z.string(), days: z.int().nullable() })),
    }),
    errors: {},
  }),
  ...earlierSlotProcedures,
  ...consultingHoursProcedures,
};
