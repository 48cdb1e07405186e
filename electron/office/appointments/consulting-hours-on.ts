import {
  type ConsultingHours,
  type ConsultingPlan,
  hoursOn,
  isClosed,
} from '../../../shared/appointments/consulting-hours.rules.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { listStaff } from '../access/staff.ts';
import type { Db } from '../database/handles.ts';
import { consultingPlan } from './consulting-plan.ts';
import { holidayOn } from './holidays.ts';

/** The languages of those who work here, by id. */
export function staffLanguages(db: Db): ReadonlyMap<string, readonly string[]> {
  return new Map(listStaff(db).flatMap(({ id, active, languages }) => (active ? [[id, languages]] : [])));
}

/** Works out the hours of many days with what was read once. */
export function hoursReader(
  db: Db,
  fromDay: LocalDate,
  plan: ConsultingPlan = consultingPlan(db, fromDay),
): (day: LocalDate) => ConsultingHours[] {
  const languagesOf = staffLanguages(db);
  return (day) => hoursOn(plan, day, { isHoliday: holidayOn(day) !== null, languagesOf });
}

/** The consulting hours that take place on a local day: exceptions, closures, absences and public holidays are applied. */
export function consultingHoursOn(db: Db, day: LocalDate): ConsultingHours[] {
  return hoursReader(db, day)(day);
}

/** Why nothing takes place on a day: the name of the public holiday, or that the office is closed; null: it is open. */
export function closedOn(db: Db, day: LocalDate): { holiday: string | null } | null {
  const holiday = holidayOn(day);
  if (holiday !== null) return { holiday };
  return isClosed(consultingPlan(db, day), day) ? { holiday: null } : null;
}
