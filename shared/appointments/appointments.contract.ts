import { z } from 'zod';
import { District, LanguageId, TopicId } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/instants.ts';
import { line, text } from '../kernel/text.ts';
import { Nothing, procedure } from '../procedure.ts';
import {
  APPOINTMENT_EVENTS,
  APPOINTMENT_KINDS,
  APPOINTMENT_STATUSES,
  NO_SHOW_REASONS,
  REMINDERS,
} from './appointment.rules.ts';
import { HOURS_KINDS, PLACES } from './consulting-hours.rules.ts';
import { MATCH_REASONS, OFFER_RESULTS } from './earlier-slot.rules.ts';
import { OVERLAPS } from './overlap.rules.ts';

const Place = z.enum(PLACES);
const Minutes = z.int().min(5).max(600);
const Topics = z.array(TopicId).max(8);

/** Everything about an appointment that can stand in the way of something. */
const TimeAndPlace = {
  kind: z.enum(APPOINTMENT_KINDS),
  day: LocalDate,
  from: LocalTime,
  minutes: Minutes,
  place: Place,
  outpostId: Id.nullable(),
  travelMinutes: z.int().min(0).max(180),
  language: LanguageId.nullable(),
  topics: Topics,
  staffIds: z.array(Id).max(20),
  personIds: z.array(Id).max(60),
  interpreterId: Id.nullable(),
};

export const AppointmentFields = z.strictObject({
  ...TimeAndPlace,
  seats: z.int().min(1).max(60),
  unnamed: z.int().min(0).max(60),
  /** A partner for whose clients the time is kept: shown only to whom it concerns. */
  partnerId: Id.nullable(),
  reach: text(60),
  /** V1: both employers read it. */
  note: text(200),
  /** The day on which it was asked for; null: today. */
  requestedOn: LocalDate.nullable(),
  despiteWarnings: z.boolean(),
});
export type AppointmentFields = z.infer<typeof AppointmentFields>;

export const AppointmentView = z.strictObject({
  id: Id,
  revision: Revision,
  number: z.int(),
  kind: z.enum(APPOINTMENT_KINDS),
  day: LocalDate,
  from: z.string(),
  to: z.string(),
  minutes: z.int(),
  startsAt: Instant,
  place: Place,
  outpostName: z.string().nullable(),
  outpostId: Id.nullable(),
  travelMinutes: z.int(),
  language: z.string().nullable(),
  topics: z.array(z.string()),
  staffIds: z.array(Id),
  /** Empty for a group: who takes part is shown on its own sheet only. */
  people: z.array(z.strictObject({ id: Id, name: z.string() })),
  peopleCount: z.int(),
  seats: z.int(),
  unnamed: z.int(),
  interpreterId: Id.nullable(),
  partnerName: z.string().nullable(),
  reach: z.string(),
  note: z.string(),
  status: z.enum(APPOINTMENT_STATUSES),
  noShowReason: z.enum(NO_SHOW_REASONS).nullable(),
  reminder: z.enum(REMINDERS).nullable(),
  requestedOn: LocalDate,
  ticketId: Id.nullable(),
  /** What an undo would take back. */
  undoable: z.enum(APPOINTMENT_EVENTS).nullable(),
  /** Nobody came within 15 minutes: the desk may release it. */
  mayRelease: z.boolean(),
  /** It does not concern the caller: nothing but its time is told. */
  concealed: z.boolean(),
  /** The wish to come earlier, while it stands. */
  wish: z.strictObject({ id: Id, revision: Revision }).nullable(),
});
export type AppointmentView = z.infer<typeof AppointmentView>;

/** Hours as they are entered. */
export const HoursFields = z.strictObject({
  from: LocalTime,
  to: LocalTime,
  kind: z.enum(HOURS_KINDS),
  place: Place,
  outpostId: Id.nullable(),
  languages: z.array(LanguageId).min(1).max(14).nullable(),
  topics: z.array(TopicId).min(1).max(27).nullable(),
  staffIds: z.array(Id).max(20),
  slotMinutes: z.int().min(5).max(240),
});
export type HoursFields = z.infer<typeof HoursFields>;

export const SeriesFields = HoursFields.extend({
  weekday: z.int().min(1).max(7),
  everyWeeks: z.int().min(1).max(8),
  validFrom: LocalDate,
  validUntil: LocalDate.nullable(),
});
export type SeriesFields = z.infer<typeof SeriesFields>;

const HoursShown = z.strictObject({
  id: Id,
  from: z.string(),
  to: z.string(),
  kind: z.enum(HOURS_KINDS),
  place: Place,
  outpostId: Id.nullable(),
  languages: z.array(z.string()).nullable(),
  topics: z.array(z.string()).nullable(),
  staffIds: z.array(Id),
  slotMinutes: z.int(),
});
const SeriesShown = HoursShown.extend({
  revision: Revision,
  weekday: z.int(),
  everyWeeks: z.int(),
  validFrom: LocalDate,
  validUntil: LocalDate.nullable(),
});
export type SeriesShown = z.infer<typeof SeriesShown>;
const PlannedShown = HoursShown.omit({ id: true });

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

export const OutpostFields = z.strictObject({
  name: line(80),
  address: text(200),
  way: text(200),
  kit: z.array(line(80)).max(40),
  active: z.boolean(),
});
export type OutpostFields = z.infer<typeof OutpostFields>;
const Outpost = z.strictObject({
  id: Id,
  revision: Revision,
  name: z.string(),
  address: z.string(),
  way: z.string(),
  kit: z.array(z.string()),
  active: z.boolean(),
});
export type Outpost = z.infer<typeof Outpost>;

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

export const FreedSlotView = z.strictObject({
  id: Id,
  revision: Revision,
  day: LocalDate,
  from: z.string(),
  minutes: z.int(),
  place: Place,
  language: z.string().nullable(),
  staffIds: z.array(Id),
  /** How many it would suit. */
  suits: z.int(),
  /** The three best, best first. */
  matches: z
    .array(
      z.strictObject({
        wishId: Id,
        appointmentId: Id,
        people: z.array(z.strictObject({ id: Id, name: z.string() })),
        number: z.int(),
        language: z.string().nullable(),
        topics: z.array(z.string()),
        day: LocalDate,
        from: z.string(),
        noticeHours: z.int(),
        deadlineOn: LocalDate.nullable(),
        reach: z.string(),
        waitedDays: z.int(),
        daysGained: z.int(),
        waitedLongerThanThis: z.int(),
        reasons: z.array(z.enum(MATCH_REASONS)),
        offered: z.enum(OFFER_RESULTS).nullable(),
      }),
    )
    .max(3),
});
export type FreedSlotView = z.infer<typeof FreedSlotView>;

const desk = ['desk'] as const;
const work = { right: 'appointments.work', from: desk } as const;
const write = { right: 'consulting-hours.write', from: desk } as const;
const On = { requestId: RequestId, appointmentId: Id, revision: Revision };
const Done = z.strictObject({ appointmentId: Id, revision: Revision });
const Saved = z.strictObject({ id: Id, revision: Revision });
const BOOKING_RULES = [
  'time-skipped',
  'past',
  'closed',
  'staff-away',
  'overlaps',
  'desks-taken',
  'seats-taken',
  'outpost-missing',
  'warnings',
] as const;
const HOURS_RULES = ['hours-backwards', 'dates-backwards', 'outpost-missing', 'in-hindsight'] as const;

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
    errors: { rule: BOOKING_RULES },
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
    errors: { rule: ['seats-taken', 'not-booked'] },
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
  /** Freed slots, each with the three whom it suits best, and how many wait for an earlier one. */
  earlier: procedure({
    access: work,
    input: Nothing,
    output: z.strictObject({ slots: z.array(FreedSlotView), waiting: z.int() }),
    errors: {},
  }),
  wishEarlier: procedure({
    access: work,
    input: z.strictObject({
      ...On,
      noticeHours: z.int().min(0).max(336),
      district: District.nullable(),
      deadlineOn: LocalDate.nullable(),
    }),
    output: Saved,
    errors: { rule: ['not-booked'] },
  }),
  withdrawWish: procedure({
    access: work,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision }),
    output: Saved,
    errors: {},
  }),
  /** What came of an offer; `moved` moves the appointment into the slot. */
  recordOffer: procedure({
    access: work,
    input: z.strictObject({
      requestId: RequestId,
      slotId: Id,
      revision: Revision,
      wishId: Id,
      result: z.enum(OFFER_RESULTS),
    }),
    output: Saved,
    errors: { rule: ['slot-gone', ...BOOKING_RULES, 'not-booked'] },
  }),
  /** Nobody is offered this slot any more. */
  letGo: procedure({
    access: work,
    input: z.strictObject({ requestId: RequestId, slotId: Id, revision: Revision }),
    output: Saved,
    errors: { rule: ['slot-gone'] },
  }),

  /** Series, exceptions and closures as they are entered, with their history. */
  hours: procedure({
    access: work,
    input: Nothing,
    output: z.strictObject({
      today: LocalDate,
      series: z.array(SeriesShown),
      exceptions: z.array(
        z.strictObject({
          id: Id,
          revision: Revision,
          day: LocalDate,
          seriesId: Id.nullable(),
          hours: PlannedShown.nullable(),
        }),
      ),
      closures: z.array(
        z.strictObject({
          id: Id,
          revision: Revision,
          staffId: Id.nullable(),
          from: LocalDate,
          to: LocalDate,
          reason: z.string(),
        }),
      ),
      holidays: z.array(z.strictObject({ day: LocalDate, name: z.string() })),
      outposts: z.array(Outpost),
      settings: z.strictObject({
        revision: Revision,
        way: z.string(),
        slotMinutes: z.int(),
        travelMinutes: z.int(),
      }),
      history: z.array(
        z.strictObject({
          at: Instant,
          staffId: Id,
          subject: z.enum(['series', 'exception', 'closure']),
          what: z.enum(['added', 'changed', 'ended', 'withdrawn']),
          /** The day or weekday and time that it is about. */
          day: LocalDate.nullable(),
          weekday: z.int().nullable(),
          from: z.string().nullable(),
          to: z.string().nullable(),
        }),
      ),
    }),
    errors: {},
  }),
  addSeries: procedure({
    access: write,
    input: SeriesFields.extend({ requestId: RequestId }),
    output: Saved,
    errors: { rule: HOURS_RULES },
  }),
  /** From `validFrom` on; the days before keep their hours. */
  changeSeries: procedure({
    access: write,
    input: SeriesFields.extend({ requestId: RequestId, id: Id, revision: Revision }),
    output: Saved,
    errors: { rule: HOURS_RULES },
  }),
  endSeries: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision, lastDay: LocalDate }),
    output: Saved,
    errors: { rule: ['in-hindsight'] },
  }),
  /** One day otherwise: null hours cancel the series on it; without a series they are hours of that day alone. */
  addException: procedure({
    access: write,
    input: z.strictObject({
      requestId: RequestId,
      seriesId: Id.nullable(),
      day: LocalDate,
      hours: HoursFields.nullable(),
    }),
    output: Saved,
    errors: { rule: HOURS_RULES },
  }),
  withdrawException: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision }),
    output: Saved,
    errors: {},
  }),
  /** The office is closed, or somebody is away (then without a reason). */
  addClosure: procedure({
    access: write,
    input: z.strictObject({
      requestId: RequestId,
      staffId: Id.nullable(),
      from: LocalDate,
      to: LocalDate,
      reason: text(120),
    }),
    output: Saved,
    errors: { rule: ['dates-backwards'] },
  }),
  withdrawClosure: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision }),
    output: Saved,
    errors: {},
  }),
  addOutpost: procedure({
    access: write,
    input: OutpostFields.extend({ requestId: RequestId }),
    output: Saved,
    errors: {},
  }),
  changeOutpost: procedure({
    access: write,
    input: OutpostFields.extend({ requestId: RequestId, id: Id, revision: Revision }),
    output: Saved,
    errors: {},
  }),
  changeSettings: procedure({
    access: write,
    input: z.strictObject({
      requestId: RequestId,
      revision: Revision,
      way: text(200),
      slotMinutes: z.int().min(5).max(240),
      travelMinutes: z.int().min(0).max(180),
    }),
    output: z.strictObject({ revision: Revision }),
    errors: {},
  }),
};
