import type { HoursFields, SeriesFields } from '../../../shared/appointments/consulting-hours.contract.ts';
import { weekdayOf } from '../../../shared/appointments/wall-time.rules.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/instants.ts';

/** Hours while they are entered: an empty list of languages or topics stands for all of them. */
export interface HoursDraft extends Omit<HoursFields, 'languages' | 'topics'> {
  languages: string[];
  topics: string[];
}

/** A series while it is entered; a day may still be missing. */
export interface SeriesDraft extends HoursDraft {
  weekday: number;
  everyWeeks: number;
  validFrom: LocalDate | null;
  validUntil: LocalDate | null;
}

/** Where a form starts that adds hours: a morning by appointment, with everybody, in all languages. */
export function newHours(slotMinutes: number): HoursDraft {
  return {
    from: '09:00',
    to: '12:00',
    kind: 'by-appointment',
    place: 'office',
    outpostId: null,
    languages: [],
    topics: [],
    staffIds: [],
    slotMinutes,
  };
}

interface EnteredHours extends Omit<HoursFields, 'languages' | 'topics'> {
  languages: readonly string[] | null;
  topics: readonly string[] | null;
}

/** Stored hours as a form takes them. */
export function draftOf({ from, to, kind, place, outpostId, staffIds, slotMinutes, ...of }: EnteredHours): HoursDraft {
  const [languages, topics] = [[...(of.languages ?? [])], [...(of.topics ?? [])]];
  return { from, to, kind, place, outpostId, languages, topics, staffIds: [...staffIds], slotMinutes };
}

/** What the office takes. */
export function hoursFieldsOf({ languages, topics, place, outpostId, ...rest }: HoursDraft): HoursFields {
  return {
    from: rest.from,
    to: rest.to,
    kind: rest.kind,
    place,
    outpostId: place === 'outpost' ? outpostId : null,
    languages: languages.length === 0 ? null : languages,
    topics: topics.length === 0 ? null : topics,
    staffIds: rest.staffIds,
    slotMinutes: rest.slotMinutes,
  };
}

/** The same with when they come. A day that is missing is left to the contract to complain of. */
export function seriesFieldsOf(draft: SeriesDraft): Omit<SeriesFields, 'validFrom'> & { validFrom: string } {
  const { weekday, everyWeeks, validFrom, validUntil } = draft;
  return { ...hoursFieldsOf(draft), weekday, everyWeeks, validFrom: validFrom ?? '', validUntil };
}

/** The reasons for which the office refuses hours, each with the field that is to be mended. */
export const FIELD_OF_REASON: Readonly<Record<string, 'to' | 'outpostId' | 'validUntil' | 'validFrom'>> = {
  'hours-backwards': 'to',
  'outpost-missing': 'outpostId',
  'dates-backwards': 'validUntil',
  'in-hindsight': 'validFrom',
};

/** What the office would refuse, told before it is asked. */
export function refusalsOf(
  hours: HoursFields & { validFrom?: LocalDate; validUntil?: LocalDate | null },
  earliest: LocalDate | null,
): string[] {
  const { from, to, place, outpostId, validFrom, validUntil } = hours;
  const reasons: string[] = [];
  if (from >= to) reasons.push('hours-backwards');
  if (place === 'outpost' && outpostId === null) reasons.push('outpost-missing');
  if (validFrom && validUntil && validUntil < validFrom) reasons.push('dates-backwards');
  if (earliest !== null && validFrom && validFrom < earliest) reasons.push('in-hindsight');
  return reasons;
}

/** The first day from `from` on with this weekday (1 Monday to 7 Sunday). */
export function nextWeekday(from: LocalDate, weekday: number): LocalDate {
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}
