import { z } from 'zod';
import { LanguageId, TopicId } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/instants.ts';
import { line, text } from '../kernel/text.ts';
import { Nothing, procedure } from '../procedure.ts';
import { HOURS_KINDS } from './consulting-hours.rules.ts';
import { Place, Saved, work, write } from './contract-parts.ts';

/** Hours as they are entered. */
export const HoursFields = z.strictObject({
  from: LocalTime,
  to: LocalTime,
  kind: z.enum(HOURS_KINDS),
  place: Place,
  outpostId: Id.nullable(),
  languages: z.array(LanguageId).min(1).max(14).nullable(),
  topics: z.array(TopicId).min(1).max(60).nullable(),
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

export const HoursShown = z.strictObject({
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

const HoursPlan = z.strictObject({
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
      /** Of a closure or an absence: up to which day, itself included; `day` is the first. Null for the others. */
      lastDay: LocalDate.nullable(),
      weekday: z.int().nullable(),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
});
export type HoursPlan = z.infer<typeof HoursPlan>;

const HOURS_RULES = ['hours-backwards', 'dates-backwards', 'outpost-missing', 'in-hindsight', 'not-offered'] as const;

/** When the office is there: series, exceptions, closures and outposts. */
export const consultingHoursProcedures = {
  /** Series, exceptions and closures as they are entered, with their history. */
  hours: procedure({
    access: work,
    input: Nothing,
    output: HoursPlan,
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
