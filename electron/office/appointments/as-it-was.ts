import { z } from 'zod';
import type {
  Closure,
  ConsultingPlan,
  HoursException,
  Series,
} from '../../../shared/appointments/consulting-hours.rules.ts';
import { PLACES } from '../../../shared/appointments/consulting-hours.rules.ts';
import type { Occupied } from '../../../shared/appointments/overlap.rules.ts';
import { spanOf } from '../../../shared/appointments/wall-time.rules.ts';
import type { Instant } from '../../../shared/kernel/instants.ts';
import { jsonColumn } from '../database/columns.ts';
import { type Db, listRows } from '../database/handles.ts';
import { Before } from './appointment-events.ts';
import { type Appointment, appointmentsById, occupied } from './appointment-row.ts';

const StateRow = z.strictObject({
  subject: z.enum(['series', 'exception', 'closure']),
  subject_id: z.string(),
  what: z.string(),
  state: z.string(),
});

/** The plan of consulting hours as it was known at an instant, from the history of its changes. */
export function planAt(db: Db, at: Instant): ConsultingPlan {
  const sql = 'SELECT subject, subject_id, what, state FROM consulting_change WHERE at <= ? ORDER BY sequence';
  const newest = new Map(listRows(db, StateRow, sql, at).map((row) => [row.subject_id, row]));
  const standing = [...newest.values()].filter(({ what }) => what !== 'withdrawn');
  const statesOf = (subject: z.infer<typeof StateRow>['subject']): unknown[] =>
    standing.flatMap((row) => (row.subject === subject ? [JSON.parse(row.state)] : []));
  return {
    // Each was written down whole when it was changed, in the form that it has here.
    series: statesOf('series') as Series[],
    exceptions: statesOf('exception') as HoursException[],
    closures: statesOf('closure') as Closure[],
  };
}

const LaterRow = z.strictObject({ appointment_id: z.string(), before: jsonColumn(Before) });

/** The appointments that took time from an instant on, as they were known then: what was called off later still stood. */
export function takenAt(db: Db, at: Instant): Occupied[] {
  const later = listRows(
    db,
    LaterRow,
    `SELECT appointment_id, before FROM appointment_event
      WHERE at > ? AND before IS NOT NULL ORDER BY appointment_id, sequence DESC`,
    at,
  );
  // The first change after the instant says where it stood before; it is the last one read.
  const stood = new Map(later.map(({ appointment_id, before }) => [appointment_id, before]));
  const ids = z
    .array(z.string())
    .parse(
      db
        .statement(
          `SELECT id FROM appointment WHERE booked_at <= ? AND (ends_at > ? OR id IN (SELECT appointment_id FROM appointment_event WHERE at > ?))`,
        )
        .pluck()
        .all(at, at, at),
    );
  return [...appointmentsById(db, ids).values()].flatMap((appointment) => {
    const before = stood.get(appointment.id);
    const then = before ? asItStood(appointment, before) : appointment;
    return (then.status === 'booked' || then.status === 'arrived') && then.endsAt > at ? [occupied(then)] : [];
  });
}

function asItStood(appointment: Appointment, before: Before): Appointment {
  const { day, from, minutes, travelMinutes, staffIds, interpreterId } = before;
  const place = z.enum(PLACES).parse(before.place);
  const status = before.status === 'booked' || before.status === 'arrived' ? before.status : 'revoked';
  return {
    ...appointment,
    day,
    from,
    minutes,
    travelMinutes,
    staffIds,
    interpreterId,
    place,
    status,
    ...spanOf(day, from, minutes),
  };
}
