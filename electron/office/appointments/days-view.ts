import type { DayOfWeek } from '../../../shared/appointments/appointments.contract.ts';
import type { ConsultingHours } from '../../../shared/appointments/consulting-hours.rules.ts';
import { addDays } from '../../../shared/kernel/instants.ts';
import type { Who } from '../access/session.ts';
import type { Db } from '../database/handles.ts';
import { listAppointments } from './appointment-row.ts';
import { appointmentViews } from './appointment-view.ts';
import { closedOn, hoursReader } from './consulting-hours-on.ts';
import { holidayOn } from './holidays.ts';

/** Consulting hours as a screen gets them. */
export function hoursShown(hours: ConsultingHours) {
  const { languages, topics, staffIds, ...rest } = hours;
  return {
    ...rest,
    languages: languages === null ? null : [...languages],
    topics: topics === null ? null : [...topics],
    staffIds: [...staffIds],
  };
}

/** Consulting hours and appointments of `count` days from `from` on, as this reader sees them. */
export function daysView(db: Db, from: string, count: number, reader: Who, now: string): DayOfWeek[] {
  const days = Array.from({ length: count }, (_, ahead) => addDays(from, ahead));
  const views = appointmentViews(db, listAppointments(db, from, days.at(-1) ?? from), reader, now);
  const hoursOf = hoursReader(db, from);
  return days.map((day) => ({
    day,
    holiday: holidayOn(day),
    closed: closedOn(db, day) !== null,
    hours: hoursOf(day).map(hoursShown),
    appointments: views.filter((view) => view.day === day),
  }));
}
