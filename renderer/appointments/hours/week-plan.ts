import type { DayOfWeek } from '../../../shared/appointments/appointments.contract.ts';
import type { HoursPlan, SeriesShown } from '../../../shared/appointments/consulting-hours.contract.ts';
import { isOnDay } from '../../../shared/appointments/consulting-hours.rules.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';

export type ShownHours = DayOfWeek['hours'][number];
export type ShownException = HoursPlan['exceptions'][number];

/** How hours of one day stand to what is planned for the week. */
export type PlanState = 'usual' | 'changed' | 'cancelled' | 'extra' | 'nobody-there';

export interface PlanEntry {
  /** The series, or the exception where the hours are of that day alone. */
  id: string;
  state: PlanState;
  series: SeriesShown | null;
  exception: ShownException | null;
  /** As they take place; as they were planned where they do not. */
  hours: ShownHours;
  /** Who is named for them and is not there on that day. */
  awayIds: string[];
}

export interface PlanDay {
  day: LocalDate;
  holiday: string | null;
  /** The office is closed by a closure of its own; its reason, '' where none was told. */
  closure: string | null;
  entries: PlanEntry[];
}

/**
 * The consulting hours of some days beside what was planned: what takes place comes from the office, what does not is told
 * with its cause. On a holiday and on a day on which the office is closed only what was entered for that day alone is left.
 */
export function planOfDays(
  plan: Pick<HoursPlan, 'today' | 'series' | 'exceptions' | 'closures'>,
  days: readonly Pick<DayOfWeek, 'day' | 'holiday' | 'closed' | 'hours'>[],
): PlanDay[] {
  return days.map(({ day, holiday, closed, hours }) => {
    const closure = plan.closures.find((one) => one.staffId === null && one.from <= day && day <= one.to);
    const entries = holiday !== null || closed ? [] : plannedOn(plan, day, hours);
    const seriesIds = new Set(plan.series.map(({ id }) => id));
    for (const extra of hours.filter(({ id }) => !seriesIds.has(id))) {
      const exception = plan.exceptions.find(({ id }) => id === extra.id) ?? null;
      const awayIds = missing(exception?.hours?.staffIds ?? [], extra.staffIds);
      entries.push({ id: extra.id, state: 'extra', series: null, exception, hours: extra, awayIds });
    }
    entries.sort((a, b) => a.hours.from.localeCompare(b.hours.from) || a.hours.to.localeCompare(b.hours.to));
    return { day, holiday, closure: closed && holiday === null ? (closure?.reason ?? '') : null, entries };
  });
}

function plannedOn(
  { today, series, exceptions }: Pick<HoursPlan, 'today' | 'series' | 'exceptions'>,
  day: LocalDate,
  hours: readonly ShownHours[],
): PlanEntry[] {
  return series
    .filter((one) => isOnDay(one, day))
    .flatMap((one): PlanEntry[] => {
      const exception = exceptions.find((other) => other.seriesId === one.id && other.day === day) ?? null;
      const entry = { id: one.id, series: one, exception };
      if (exception && exception.hours === null)
        return [{ ...entry, state: 'cancelled', hours: hoursOf(one), awayIds: [] }];
      const planned = exception?.hours ? { ...exception.hours, id: one.id } : hoursOf(one);
      const taking = hours.find(({ id }) => id === one.id);
      if (taking) {
        const awayIds = missing(planned.staffIds, taking.staffIds);
        return [{ ...entry, state: exception ? 'changed' : 'usual', hours: taking, awayIds }];
      }
      // Exceptions of days that are over are not told: what did not take place there is left out.
      return day < today ? [] : [{ ...entry, state: 'nobody-there', hours: planned, awayIds: planned.staffIds }];
    });
}

function missing(planned: readonly string[], there: readonly string[]): string[] {
  return planned.filter((id) => !there.includes(id));
}

/** The hours of a series without when they come. */
export function hoursOf(series: SeriesShown): ShownHours {
  const { id, from, to, kind, place, outpostId, languages, topics, staffIds, slotMinutes } = series;
  return { id, from, to, kind, place, outpostId, languages, topics, staffIds, slotMinutes };
}

/** How many appointments stand in some hours of their day: in the same place, begun within them, not called off. */
export function bookedIn(
  hours: Pick<ShownHours, 'from' | 'to' | 'place' | 'outpostId'>,
  appointments: readonly { from: string; place: string; outpostId: string | null; status: string }[],
): number {
  return appointments.filter(
    ({ from, place, outpostId, status }) =>
      (status === 'booked' || status === 'arrived') &&
      place === hours.place &&
      outpostId === hours.outpostId &&
      hours.from <= from &&
      from < hours.to,
  ).length;
}
