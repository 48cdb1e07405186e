import { z } from 'zod';
import { addDays, type LocalDate } from '../../../shared/kernel/instants.ts';
import { type Db, listRows } from '../database/handles.ts';
import { appointmentSettings } from './appointment-settings.ts';
import { listClosures, listExceptions, listSeries } from './consulting-plan.ts';
import { hoursShown } from './days-view.ts';
import { holidayOn } from './holidays.ts';
import { listOutposts } from './outposts.ts';

/** So many changes are shown; all are kept. */
const CHANGES_SHOWN = 100;
const DAYS_OF_HOLIDAYS = 365;

const ChangeRow = z.strictObject({
  at: z.string(),
  staff_id: z.string(),
  subject: z.enum(['series', 'exception', 'closure']),
  what: z.enum(['added', 'changed', 'ended', 'withdrawn']),
  day: z.string().nullable(),
  last_day: z.string().nullable(),
  weekday: z.int().nullable(),
  from_time: z.string().nullable(),
  to_time: z.string().nullable(),
});

/** Everything that is entered about consulting hours, with its newest changes first. */
export function hoursView(db: Db, today: LocalDate) {
  const changes = listRows(
    db,
    ChangeRow,
    `SELECT at, staff_id, subject, what, coalesce(state ->> '$.day', state ->> '$.validFrom', CASE subject WHEN 'closure' THEN state ->> '$.from' END) AS day,
       CASE subject WHEN 'closure' THEN state ->> '$.to' END AS last_day,
       state ->> '$.weekday' AS weekday,
       CASE subject WHEN 'exception' THEN state ->> '$.hours.from' WHEN 'series' THEN state ->> '$.from' END AS from_time,
       CASE subject WHEN 'exception' THEN state ->> '$.hours.to' WHEN 'series' THEN state ->> '$.to' END AS to_time
     FROM consulting_change ORDER BY sequence DESC LIMIT ${CHANGES_SHOWN}`,
  );
  const { revision, way, slotMinutes, travelMinutes } = appointmentSettings(db);
  return {
    today,
    series: listSeries(db).map(({ revision, weekday, everyWeeks, validFrom, validUntil, ...hours }) => ({
      ...hoursShown(hours),
      revision,
      weekday,
      everyWeeks,
      validFrom,
      validUntil,
    })),
    exceptions: listExceptions(db, today).map(({ id, revision, day, seriesId, hours }) => ({
      id,
      revision,
      day,
      seriesId,
      hours: hours === null ? null : withoutId(hoursShown({ ...hours, id })),
    })),
    closures: listClosures(db, today),
    holidays: Array.from({ length: DAYS_OF_HOLIDAYS }, (_, ahead) => addDays(today, ahead)).flatMap((day) => {
      const name = holidayOn(day);
      return name === null ? [] : [{ day, name }];
    }),
    outposts: listOutposts(db),
    settings: { revision, way, slotMinutes, travelMinutes },
    history: changes.map(({ staff_id, last_day, from_time, to_time, ...change }) => ({
      ...change,
      staffId: staff_id,
      lastDay: last_day,
      from: from_time,
      to: to_time,
    })),
  };
}

function withoutId<T extends { id: string }>({ id: _id, ...rest }: T): Omit<T, 'id'> {
  return rest;
}
