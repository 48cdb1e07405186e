import type { HoursAhead, Present, PresentStaff } from '../../../shared/interpreters/serving.rules.ts';
import { addDays, type Instant, type LocalDate, localDateOf, localTimeOf } from '../../../shared/kernel/instants.ts';
import { signedInStaff } from '../access/sign-in.ts';
import { listStaff, type Staff } from '../access/staff.ts';
import { hoursReader } from '../appointments/consulting-hours-on.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { listInterpreters } from './interpreter-row.ts';

/** How far ahead a consulting hour is looked for. */
const DAYS_AHEAD = 28;

/** Those of the staff who sit at a desk now and advise people. */
export function presentStaff(db: Db, core: Core): PresentStaff[] {
  const signedIn = signedInStaff(core);
  return listStaff(db)
    .filter((staff) => signedIn.has(staff.id))
    .map(speakerOf);
}

/** A member of staff as far as languages are concerned. */
export function speakerOf(staff: Staff): PresentStaff {
  return { id: staff.id, languages: staff.languages, basicLanguages: staff.basic_languages, gender: staff.gender };
}

/** Everybody and everything that can serve at this instant: staff at their desks, who is on call, consulting hours to come. */
export function presentNow(db: Db, core: Core, now: Instant = core.ports.clock.now()): Present {
  return {
    staff: presentStaff(db, core),
    interpreters: listInterpreters(db, now).flatMap(({ onCall, ...interpreter }) =>
      onCall ? { ...interpreter, until: onCall.until } : [],
    ),
    hours: hoursAhead(db, now),
  };
}

/** What consulting hours speak: what they are held for, else what those speak who are there, else the whole staff. */
function languagesOfHours(
  hours: { languages: readonly string[] | null; staffIds: readonly string[] },
  staff: readonly Staff[],
): readonly string[] {
  if (hours.languages !== null) return hours.languages;
  const there = staff.filter(
    ({ id, active }) => active && (hours.staffIds.length === 0 || hours.staffIds.includes(id)),
  );
  return [...new Set(there.flatMap(({ languages }) => languages))];
}

/** Consulting hours of the coming weeks that have not begun, nearest first. */
function hoursAhead(db: Db, now: Instant): HoursAhead[] {
  const today = localDateOf(now);
  const time = localTimeOf(now);
  const staff = listStaff(db);
  const hoursOn = hoursReader(db, today);
  return Array.from({ length: DAYS_AHEAD }, (_, days) => addDays(today, days)).flatMap((day) =>
    hoursOn(day)
      .filter(({ from, place }) => (day > today || from > time) && place !== 'outpost' && place !== 'home')
      .map((hours) => ({ day, from: hours.from, to: hours.to, languages: languagesOfHours(hours, staff) })),
  );
}

/** Open doors at this instant, with who is there (nobody named: everybody). Null: no consulting hours are entered at all. */
export function openDoorsNow(db: Db, now: Instant): { to: string; staffIds: readonly string[] }[] | null {
  const day: LocalDate = localDateOf(now);
  const time = localTimeOf(now);
  const hoursOn = hoursReader(db, day);
  const running = hoursOn(day).filter(
    ({ kind, place, from, to }) => kind === 'open-door' && place === 'office' && from <= time && time < to,
  );
  if (running.length > 0) return running;
  const areEntered = Array.from({ length: 7 }, (_, days) => hoursOn(addDays(day, days))).some(
    (hours) => hours.length > 0,
  );
  return areEntered ? [] : null;
}
