import { speaksOf } from '../catalogue/own-ids.ts';
import type { LocalDate } from '../kernel/instants.ts';
import { daysBetween, mondayOf, weekdayOf } from './wall-time.rules.ts';

export const HOURS_KINDS = ['open-door', 'by-appointment'] as const;
export type HoursKind = (typeof HOURS_KINDS)[number];

export const PLACES = ['office', 'phone', 'home', 'video', 'outpost'] as const;
export type Place = (typeof PLACES)[number];

/** Consulting hours of one day, as they really take place. */
export interface ConsultingHours {
  /** The series, or the exception where the hours are of that day alone. */
  id: string;
  /** Wall times `HH:MM`. */
  from: string;
  to: string;
  kind: HoursKind;
  place: Place;
  outpostId: string | null;
  /** Null: all languages. */
  languages: readonly string[] | null;
  /** Null: all topics. */
  topics: readonly string[] | null;
  /** Those of the staff who are there. Empty: nobody was named when the hours were entered. */
  staffIds: readonly string[];
  slotMinutes: number;
}

/** The hours of a series or an exception, before anybody is away. */
export type PlannedHours = Omit<ConsultingHours, 'id'>;

export interface Series extends PlannedHours {
  id: string;
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  /** 1: each week, 2: every other week, counted from the week of `validFrom`. */
  everyWeeks: number;
  validFrom: LocalDate;
  /** The last day; null: until further notice. */
  validUntil: LocalDate | null;
}

export interface HoursException {
  id: string;
  day: LocalDate;
  seriesId: string | null;
  /** Null: cancelled on that day. */
  hours: PlannedHours | null;
}

export interface Closure {
  /** Who is away; null: the office is closed. */
  staffId: string | null;
  from: LocalDate;
  to: LocalDate;
}

export interface ConsultingPlan {
  series: readonly Series[];
  exceptions: readonly HoursException[];
  closures: readonly Closure[];
}

/** What is known of the staff when hours are worked out. */
export interface StaffOfPlan {
  /** The languages of those who work here now, by id. Who has left is missing. */
  languagesOf: ReadonlyMap<string, readonly string[]>;
}

/** Whether a series has its day on this one, exceptions and closures left aside. */
export function isOnDay(series: Series, day: LocalDate): boolean {
  if (series.weekday !== weekdayOf(day)) return false;
  if (day < series.validFrom || (series.validUntil !== null && day > series.validUntil)) return false;
  const weeks = Math.round(daysBetween(mondayOf(series.validFrom), mondayOf(day)) / 7);
  return weeks % series.everyWeeks === 0;
}

/** Whether the office is closed on the day by a closure of its own. */
export function isClosed(plan: ConsultingPlan, day: LocalDate): boolean {
  return plan.closures.some(({ staffId, from, to }) => staffId === null && from <= day && day <= to);
}

/** Those who are away on the day. */
export function awayOn(plan: ConsultingPlan, day: LocalDate): ReadonlySet<string> {
  return new Set(plan.closures.flatMap((c) => (c.staffId !== null && c.from <= day && day <= c.to ? [c.staffId] : [])));
}

/**
 * The consulting hours that take place on a day, by their begin: series with their exceptions; none on a public holiday or
 * while the office is closed (hours entered for that day alone take place on a holiday all the same, since somebody meant
 * it). Hours whose staff are all away fall away; of the languages, those fall away that only somebody away speaks. A
 * language that none of those named speaks is kept: it was offered with an interpreter.
 */
export function hoursOn(
  plan: ConsultingPlan,
  day: LocalDate,
  circumstances: { isHoliday: boolean } & StaffOfPlan,
): ConsultingHours[] {
  if (isClosed(plan, day)) return [];
  const ofDay = plan.exceptions.filter((exception) => exception.day === day);
  const excepted = new Map(ofDay.flatMap((exception) => (exception.seriesId ? [[exception.seriesId, exception]] : [])));
  const planned: (PlannedHours & { id: string })[] = [];
  for (const series of plan.series) {
    if (circumstances.isHoliday || !isOnDay(series, day)) continue;
    const exception = excepted.get(series.id);
    if (!exception) planned.push(series);
    else if (exception.hours) planned.push({ ...exception.hours, id: series.id });
  }
  for (const { id, seriesId, hours } of ofDay) if (seriesId === null && hours) planned.push({ ...hours, id });
  const away = awayOn(plan, day);
  return planned
    .flatMap((hours) => thoseWithSomebody(hours, away, circumstances.languagesOf))
    .sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to) || a.id.localeCompare(b.id));
}

function thoseWithSomebody(
  hours: PlannedHours & { id: string },
  away: ReadonlySet<string>,
  languagesOf: ReadonlyMap<string, readonly string[]>,
): ConsultingHours[] {
  const { id, from, to, kind, place, outpostId, topics, slotMinutes } = hours;
  const staffIds = hours.staffIds.filter((staffId) => !away.has(staffId) && languagesOf.has(staffId));
  if (hours.staffIds.length > 0 && staffIds.length === 0) return [];
  const speaks = (staffId: string, language: string) => languagesOf.get(staffId)?.includes(language) === true;
  const missing = hours.staffIds.filter((staffId) => !staffIds.includes(staffId));
  const languages =
    hours.languages?.filter(
      (language) =>
        staffIds.some((staffId) => speaks(staffId, language)) || !missing.some((staffId) => speaks(staffId, language)),
    ) ?? null;
  if (languages !== null && languages.length === 0) return [];
  return [{ id, from, to, kind, place, outpostId, languages, topics, staffIds, slotMinutes }];
}

/** Whether a need can be met in these hours. A null language or an empty list of topics asks for nothing special. */
export function serves(hours: ConsultingHours, need: { language: string | null; topics: readonly string[] }): boolean {
  const { languages, topics } = hours;
  return (
    (need.language === null || languages === null || languages.includes(need.language)) &&
    (topics === null || need.topics.every((topic) => speaksOf(topics, topic)))
  );
}
