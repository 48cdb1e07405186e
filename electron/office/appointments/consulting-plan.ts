import { z } from 'zod';
import {
  type ConsultingPlan,
  HOURS_KINDS,
  type HoursException,
  PLACES,
  type Series,
} from '../../../shared/appointments/consulting-hours.rules.ts';
import { jsonColumn } from '../database/columns.ts';
import { type Db, listRows } from '../database/handles.ts';

const texts = jsonColumn(z.array(z.string()));
const textsOrAll = texts.nullable();

export const PlannedHoursRow = z.strictObject({
  from: z.string(),
  to: z.string(),
  kind: z.enum(HOURS_KINDS),
  place: z.enum(PLACES),
  outpostId: z.string().nullable(),
  languages: z.array(z.string()).nullable(),
  topics: z.array(z.string()).nullable(),
  staffIds: z.array(z.string()),
  slotMinutes: z.int(),
});

export const SeriesRow = z
  .strictObject({
    id: z.string(),
    revision: z.int(),
    weekday: z.int(),
    every_weeks: z.int(),
    from_time: z.string(),
    to_time: z.string(),
    kind: z.enum(HOURS_KINDS),
    place: z.enum(PLACES),
    outpost_id: z.string().nullable(),
    languages: textsOrAll,
    topics: textsOrAll,
    staff_ids: texts,
    slot_minutes: z.int(),
    valid_from: z.string(),
    valid_until: z.string().nullable(),
    replaces: z.string().nullable(),
  })
  .transform((row): Series & { revision: number } => ({
    id: row.id,
    revision: row.revision,
    weekday: row.weekday,
    everyWeeks: row.every_weeks,
    from: row.from_time,
    to: row.to_time,
    kind: row.kind,
    place: row.place,
    outpostId: row.outpost_id,
    languages: row.languages,
    topics: row.topics,
    staffIds: row.staff_ids,
    slotMinutes: row.slot_minutes,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  }));

export const ExceptionRow = z
  .strictObject({
    id: z.string(),
    revision: z.int(),
    series_id: z.string().nullable(),
    day: z.string(),
    kind: z.enum(['cancelled', 'changed', 'extra']),
    hours: jsonColumn(PlannedHoursRow).nullable(),
  })
  .transform((row): HoursException & { revision: number; kind: 'cancelled' | 'changed' | 'extra' } => ({
    id: row.id,
    revision: row.revision,
    seriesId: row.series_id,
    day: row.day,
    kind: row.kind,
    hours: row.hours,
  }));

export const ClosureRow = z
  .strictObject({
    id: z.string(),
    revision: z.int(),
    staff_id: z.string().nullable(),
    from_on: z.string(),
    to_on: z.string(),
    reason: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    revision: row.revision,
    staffId: row.staff_id,
    from: row.from_on,
    to: row.to_on,
    reason: row.reason,
  }));

/** All series that there are or were, by weekday and time. */
export function listSeries(db: Db): (Series & { revision: number })[] {
  return listRows(db, SeriesRow, 'SELECT * FROM consulting_series ORDER BY weekday, from_time, valid_from');
}

/** The exceptions that stand, from a day on. */
export function listExceptions(db: Db, fromDay: string) {
  const sql =
    'SELECT id, revision, series_id, day, kind, hours FROM consulting_exception WHERE withdrawn_at IS NULL AND day >= ? ORDER BY day';
  return listRows(db, ExceptionRow, sql, fromDay);
}

/** The closures and absences that stand and end on a day or later. */
export function listClosures(db: Db, fromDay: string) {
  const sql =
    'SELECT id, revision, staff_id, from_on, to_on, reason FROM closure WHERE withdrawn_at IS NULL AND to_on >= ? ORDER BY from_on';
  return listRows(db, ClosureRow, sql, fromDay);
}

/** The plan as it stands now, for days from `fromDay` on. */
export function consultingPlan(db: Db, fromDay: string): ConsultingPlan {
  return { series: listSeries(db), exceptions: listExceptions(db, fromDay), closures: listClosures(db, fromDay) };
}
