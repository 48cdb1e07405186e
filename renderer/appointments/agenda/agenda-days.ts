import type { AppointmentView } from '../../../shared/appointments/appointment-view.ts';
import type { DayOfWeek } from '../../../shared/appointments/appointments.contract.ts';
import { weekdayOf } from '../../../shared/appointments/wall-time.rules.ts';

export type HoursOfDay = DayOfWeek['hours'][number];

/** Whether it was called off, by them or by us, so that its time is free again. */
export function isCalledOff({ status }: Pick<AppointmentView, 'status'>): boolean {
  return status === 'excused' || status === 'revoked';
}

/** The days as one person of the staff sees them; null: everybody. Hours without names are everybody's. */
export function ofStaff(
  days: readonly DayOfWeek[],
  { staffId, withCalledOff }: { staffId: string | null; withCalledOff: boolean },
): DayOfWeek[] {
  return days.map((day) => ({
    ...day,
    hours: day.hours.filter(({ staffIds }) => staffId === null || staffIds.length === 0 || staffIds.includes(staffId)),
    appointments: day.appointments.filter(
      (one) => (withCalledOff || !isCalledOff(one)) && (staffId === null || one.staffIds.includes(staffId)),
    ),
  }));
}

/** Monday to Friday always, Saturday and Sunday only when there is something on them. */
export function shownDays(days: readonly DayOfWeek[]): DayOfWeek[] {
  return days.filter(
    ({ day, hours, appointments }) => weekdayOf(day) <= 5 || hours.length > 0 || appointments.length > 0,
  );
}

/** Everybody who is there or has an appointment on a day, each once; null where nobody was named. */
export function staffOfDay({ hours, appointments }: DayOfWeek): (string | null)[] {
  const named = [...hours, ...appointments].flatMap(({ staffIds }) => staffIds);
  const unnamed = [...hours, ...appointments].some(({ staffIds }) => staffIds.length === 0);
  return [...new Set(named), ...(unnamed ? [null] : [])];
}
