import type { AppointmentKind } from '../../../shared/appointments/appointment.rules.ts';
import { awayOn, type Place, serves } from '../../../shared/appointments/consulting-hours.rules.ts';
import { isHard, type Overlap, overlapsOf } from '../../../shared/appointments/overlap.rules.ts';
import { isSkipped, minutesOfDay, spanOf } from '../../../shared/appointments/wall-time.rules.ts';
import { addDays } from '../../../shared/kernel/instants.ts';
import type { Db } from '../database/handles.ts';
import { getInterpreter } from '../interpreters/interpreter-row.ts';
import { findOffice } from '../office/office-row.ts';
import { listTaken, occupied } from './appointment-row.ts';
import { closedOn, consultingHoursOn, staffLanguages } from './consulting-hours-on.ts';
import { consultingPlan } from './consulting-plan.ts';

/** What is to be booked, as far as it can stand in the way of something. */
export interface WantedTime {
  kind: AppointmentKind;
  day: string;
  from: string;
  minutes: number;
  place: Place;
  travelMinutes: number;
  language: string | null;
  topics: readonly string[];
  staffIds: readonly string[];
  personIds: readonly string[];
  interpreterId: string | null;
}

/** Refused: there is no such time, the office is closed, somebody is away or would be in two places. */
export const REFUSALS = ['time-skipped', 'past', 'closed', 'staff-away', 'overlaps', 'desks-taken'] as const;
/** Told, and done if it is meant so. */
export const WARNINGS = ['outside-hours', 'travel', 'person-elsewhere'] as const;

export interface BookingObstacles {
  refusals: (typeof REFUSALS)[number][];
  warnings: (typeof WARNINGS)[number][];
  overlaps: Overlap[];
  /** The name of the public holiday, where that is why it is closed. */
  holiday: string | null;
}

/**
 * What stands in the way of an appointment. `appointmentId` is the one that is moved, which does not stand in its own way.
 * Hours entered for a day alone open it on a public holiday. A volunteer interprets one talk at a time; a telephone service
 * has many who do. Throws NOT_FOUND for an interpreter who is not on the list.
 */
export function obstaclesToBooking(
  db: Db,
  wanted: WantedTime,
  now: string,
  appointmentId: string | null = null,
): BookingObstacles {
  const found: BookingObstacles = { refusals: [], warnings: [], overlaps: [], holiday: null };
  if (isSkipped(wanted.day, wanted.from)) {
    found.refusals.push('time-skipped');
    return found;
  }
  const { startsAt, endsAt } = spanOf(wanted.day, wanted.from, wanted.minutes);
  if (endsAt <= now) found.refusals.push('past');
  const hours = consultingHoursOn(db, wanted.day);
  const closed = closedOn(db, wanted.day);
  if (closed && hours.length === 0) {
    found.refusals.push('closed');
    found.holiday = closed.holiday;
  }
  const away = awayOn(consultingPlan(db, wanted.day), wanted.day);
  const here = staffLanguages(db);
  const interpreter = wanted.interpreterId === null ? null : getInterpreter(db, wanted.interpreterId);
  const interpreterAway = interpreter?.away_until != null && wanted.day <= interpreter.away_until;
  if (interpreterAway || wanted.staffIds.some((id) => away.has(id) || !here.has(id))) found.refusals.push('staff-away');
  const others = listTaken(db, addDays(wanted.day, -1), addDays(wanted.day, 1)).map(occupied);
  const time = {
    id: appointmentId ?? '',
    startsAt,
    endsAt,
    travelMinutes: wanted.travelMinutes,
    place: wanted.place,
    staffIds: wanted.staffIds,
    personIds: wanted.personIds,
    interpreterId: interpreter?.kind === 'volunteer' ? interpreter.id : null,
  };
  // Time that is kept free needs no desk.
  const desks = wanted.kind === 'blocked' ? Number.POSITIVE_INFINITY : findOffice(db).desks;
  found.overlaps = overlapsOf(time, others, desks);
  if (found.overlaps.some(({ kind }) => kind === 'desks')) found.refusals.push('desks-taken');
  if (found.overlaps.some((overlap) => isHard(overlap) && overlap.kind !== 'desks')) found.refusals.push('overlaps');
  if (found.overlaps.some(({ kind }) => kind === 'travel' || kind === 'interpreter-travel'))
    found.warnings.push('travel');
  if (found.overlaps.some(({ kind }) => kind === 'person')) found.warnings.push('person-elsewhere');
  if (wanted.kind === 'blocked') return found;
  const begins = minutesOfDay(wanted.from);
  const inside = hours.some(
    (h) =>
      h.place === wanted.place &&
      serves(h, wanted) &&
      minutesOfDay(h.from) <= begins &&
      begins + wanted.minutes <= minutesOfDay(h.to),
  );
  if (!inside) found.warnings.push('outside-hours');
  return found;
}
