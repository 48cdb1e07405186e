import { z } from 'zod';
import { NO_SHOW_REASONS, type NoShowReason } from '../../../shared/appointments/appointment.rules.ts';
import { isBeyondPromise, type SlotNeed } from '../../../shared/appointments/free-slots.rules.ts';
import { addDays, type Instant, instantOfLocal, type LocalDate, localDateOf } from '../../../shared/kernel/instants.ts';
import { type Db, listRows } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { appointmentSettings } from './appointment-settings.ts';
import { planAt, takenAt } from './as-it-was.ts';
import { hoursReader } from './consulting-hours-on.ts';
import { listSeries } from './consulting-plan.ts';
import { memo, type SlotCalendar, slotCalendar, thirdNext } from './find-free-slots.ts';

const WEEKS_BACK = 12;

function needOf(language: string | null, topic: string | null): SlotNeed {
  return { language, topics: topic === null ? [] : [topic], staffId: null, place: null, minutes: null };
}

/** Series by appointment that stand on the day or later. */
function isByAppointment(db: Db, today: LocalDate): boolean {
  return listSeries(db).some((s) => s.kind === 'by-appointment' && (s.validUntil === null || s.validUntil >= today));
}

/** Days to the third next free slot for each language of the office. None where nothing is given by appointment at all. */
export function thirdNextByLanguage(db: Db, now: Instant): { language: string; days: number | null; alarm: boolean }[] {
  if (!isByAppointment(db, localDateOf(now))) return [];
  const calendar = slotCalendar(db, now);
  return findOffice(db).languages.map((language) => {
    const days = thirdNext(calendar, needOf(language, null));
    return { language, days, alarm: isBeyondPromise(days) };
  });
}

/** The same for each topic that a series names. */
export function thirdNextByTopic(db: Db, now: Instant): { topic: string; days: number | null; alarm: boolean }[] {
  const today = localDateOf(now);
  const topics = new Set(
    listSeries(db)
      .filter((s) => s.kind === 'by-appointment' && (s.validUntil === null || s.validUntil >= today))
      .flatMap((s) => s.topics ?? []),
  );
  if (topics.size === 0) return [];
  const calendar = slotCalendar(db, now);
  return [...topics].sort().map((topic) => {
    const days = thirdNext(calendar, needOf(null, topic));
    return { topic, days, alarm: isBeyondPromise(days) };
  });
}

/**
 * Third next available of one need over the last twelve weeks, worked out again for each week from what was known then: the
 * hours of that day and the appointments of that day, also those that were called off later. Nothing was measured and stored,
 * so that a week in which the program was not used has its point too, as far back as there were hours.
 */
export function thirdNextHistory(
  db: Db,
  need: { language: string | null; topic: string | null },
  now: Instant,
): { on: LocalDate; days: number | null }[] {
  const today = localDateOf(now);
  const settings = appointmentSettings(db);
  const points: { on: LocalDate; days: number | null }[] = [];
  for (let weeks = WEEKS_BACK; weeks >= 0; weeks -= 1) {
    const on = addDays(today, -7 * weeks);
    const at = weeks === 0 ? now : instantOfLocal(on, '08:00');
    const plan = planAt(db, at);
    if (plan.series.length === 0) continue;
    const taken = Map.groupBy(takenAt(db, at), ({ startsAt }) => localDateOf(startsAt));
    const calendar: SlotCalendar = {
      now: at,
      hoursOf: memo(hoursReader(db, on, plan)),
      takenOn: (day) => taken.get(day) ?? [],
      desks: findOffice(db).desks,
      travelMinutes: settings.travelMinutes,
    };
    points.push({ on, days: thirdNext(calendar, needOf(need.language, need.topic)) });
  }
  return points;
}

const ReminderRow = z.strictObject({
  reminder: z.enum(['card', 'called', 'none']),
  seen: z.int(),
  excused: z.int(),
  missed: z.int(),
});
const ReasonRow = z.strictObject({ reason: z.enum(NO_SHOW_REASONS), count: z.int() });

/** How people were reminded in the last half year, and how many of them came: which form of reminder works. */
export function remindersThatWorked(db: Db, now: Instant): z.infer<typeof ReminderRow>[] {
  const sql = `SELECT coalesce(reminder, 'none') AS reminder,
      count(*) FILTER (WHERE status IN ('arrived', 'seen')) AS seen,
      count(*) FILTER (WHERE status = 'excused') AS excused,
      count(*) FILTER (WHERE status = 'no-show') AS missed
    FROM appointment WHERE day >= ? AND ends_at <= ? AND kind = 'talk' GROUP BY 1 ORDER BY 1`;
  return listRows(db, ReminderRow, sql, addDays(localDateOf(now), -183), now);
}

/** Why people did not come in the last half year, as far as they were asked. */
export function reasonsOfNoShows(db: Db, now: Instant): { reason: NoShowReason; count: number }[] {
  const sql = `SELECT no_show_reason AS reason, count(*) AS count FROM appointment
    WHERE no_show_reason IS NOT NULL AND day >= ? GROUP BY 1 ORDER BY 2 DESC, 1`;
  return listRows(db, ReasonRow, sql, addDays(localDateOf(now), -183));
}
