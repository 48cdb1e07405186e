import { z } from 'zod';
import calendar from '../../../resources/demo/training-appointments.json' with { type: 'json' };
import { APPOINTMENT_KINDS, NO_SHOW_REASONS } from '../../../shared/appointments/appointment.rules.ts';
import { HOURS_KINDS, PLACES } from '../../../shared/appointments/consulting-hours.rules.ts';
import { mondayOf, weekdayOf } from '../../../shared/appointments/wall-time.rules.ts';
import { addDays, type Instant, instantOfLocal, localDateOf, localTimeOf } from '../../../shared/kernel/instants.ts';
import type { Session } from '../access/session.ts';
import { appointmentSettings, changeAppointmentSettings } from '../appointments/appointment-settings.ts';
import { type AppointmentDraft, bookAppointment } from '../appointments/book.ts';
import { setNoShowReason, setReminder, settleAppointment } from '../appointments/change-appointment.ts';
import { closedOn, consultingHoursOn } from '../appointments/consulting-hours-on.ts';
import { wishEarlier } from '../appointments/earlier-wishes.ts';
import { addOutpost } from '../appointments/outposts.ts';
import { addException, addSeries } from '../appointments/write-hours.ts';
import type { Db, Tx } from '../database/handles.ts';
import { listInterpreters } from '../interpreters/interpreter-row.ts';
import { listPartners } from '../partners/partner-row.ts';

type At = (instant: Instant, who: Session, change: (tx: Tx) => void) => void;

/** Who and what the calendar of the practice office is played with. */
interface CalendarCast {
  at: At;
  colleague: (name: string) => Session;
  people: ReadonlyMap<string, string>;
  /** The moment at which the newcomer looks. */
  now: Instant;
}

const Place = z.enum(PLACES);
const DAYS_BEFORE = 20;
const HALF_HOUR_MS = 30 * 60_000;

/** Enters consulting hours and the outpost, three weeks ago. Returns the outpost's id. */
function enterHours({ at, colleague, now }: CalendarCast): string {
  const today = localDateOf(now);
  const lead = colleague('Anke');
  let outpostId = '';
  at(instantOfLocal(addDays(today, -DAYS_BEFORE), '09:30'), lead, (tx) => {
    changeAppointmentSettings(tx, { ...calendar.settings, revision: appointmentSettings(tx).revision });
    outpostId = addOutpost(tx, calendar.outpost).id;
    for (const { staff, slotMinutes = calendar.settings.slotMinutes, ...hours } of calendar.series) {
      const place = Place.parse(hours.place);
      addSeries(
        tx,
        {
          ...hours,
          kind: z.enum(HOURS_KINDS).parse(hours.kind),
          place,
          outpostId: place === 'outpost' ? outpostId : null,
          topics: null,
          staffIds: staff.map((name) => colleague(name).staffId),
          slotMinutes,
          everyWeeks: 1,
          validFrom: mondayOf(addDays(today, -DAYS_BEFORE)),
          validUntil: null,
        },
        lead.staffId,
      );
    }
  });
  return outpostId;
}

/**
 * Plays the calendar: hours, what was missed and what was seen, today's appointments around this moment, and the coming
 * weeks; through the functions that the desk uses, whatever weekday today is.
 */
export function playTrainingCalendar(cast: CalendarCast): void {
  const { at, colleague, people, now } = cast;
  const today = localDateOf(now);
  const outpostId = enterHours(cast);
  const staffIdsOf = (names: readonly string[]) => names.map((name) => colleague(name).staffId);
  const personIdsOf = (keys: readonly string[]) => keys.flatMap((key) => people.get(key) ?? []);

  for (const { daysAgo, bookedDaysAgo, status, reason, people: keys, with: names, ...past } of calendar.past) {
    const personIds = personIdsOf(keys);
    const staffIds = staffIdsOf(names);
    const who = colleague(names[0] ?? 'Anke');
    const asked = addDays(today, -bookedDaysAgo);
    let on = { appointmentId: '', revision: 0 };
    at(instantOfLocal(asked, '11:00'), who, (tx) => {
      const day = openDay(tx, addDays(today, -daysAgo), -1);
      on = bookAppointment(
        tx,
        { ...PLAIN, ...past, day, staffIds, personIds, unnamed: personIds.length === 0 ? 1 : 0 },
        who,
      );
    });
    const settled =
      status === 'excused'
        ? instantOfLocal(addDays(today, -daysAgo - 1), '16:00')
        : instantOfLocal(addDays(today, -daysAgo + 1), '08:30');
    at(settled < now ? settled : now, who, (tx) => {
      const { appointmentId, revision } = settleAppointment(
        tx,
        on,
        z.enum(['seen', 'excused', 'no-show']).parse(status),
        who,
      );
      if (reason !== null) setNoShowReason(tx, { appointmentId, revision }, z.enum(NO_SHOW_REASONS).parse(reason));
    });
  }

  const base = Math.ceil((Date.parse(now) + 1) / HALF_HOUR_MS) * HALF_HOUR_MS - HALF_HOUR_MS;
  openToday(cast);
  for (const { inMinutes, bookedDaysAgo, people: keys, with: names, place, ...more } of calendar.today) {
    const startsAt = new Date(base + inMinutes * 60_000).toISOString();
    // Late in the evening or shortly after midnight it would be another day's appointment.
    if (localDateOf(startsAt) !== today) continue;
    const who = colleague(names[0] ?? 'Anke');
    const personIds = personIdsOf(keys);
    at(instantOfLocal(addDays(today, -bookedDaysAgo), '11:30'), who, (tx) => {
      if (closedOn(tx, today) && consultingHoursOn(tx, today).length === 0) return;
      const { interpreter = null, reach = '', ...about } = more;
      const { appointmentId, revision } = bookAppointment(
        tx,
        {
          ...PLAIN,
          ...about,
          reach,
          day: today,
          from: localTimeOf(startsAt),
          place: Place.parse(place),
          staffIds: staffIdsOf(names),
          personIds,
          unnamed: personIds.length === 0 ? 1 : 0,
          interpreterId: interpreterCalled(tx, interpreter),
        },
        who,
      );
      setReminder(tx, { appointmentId, revision }, 'card');
    });
  }

  for (const coming of calendar.coming) {
    const { weekday, weeks, people: keys, with: names, kind = 'talk', unnamed, seats = 0, excused = false } = coming;
    const who = colleague(names[0] ?? 'Anke');
    const personIds = personIdsOf(keys);
    const place = Place.parse(coming.place);
    const others = unnamed ?? (personIds.length === 0 && kind === 'talk' ? 1 : 0);
    const draft = {
      ...PLAIN,
      from: coming.from,
      minutes: coming.minutes,
      language: coming.language,
      topics: coming.topics,
      note: coming.note ?? '',
      reach: coming.reach ?? '',
      kind: z.enum(APPOINTMENT_KINDS).parse(kind),
      place,
      outpostId: place === 'outpost' ? outpostId : null,
      travelMinutes: place === 'home' ? calendar.settings.travelMinutes : 0,
      staffIds: staffIdsOf(names),
      personIds,
      unnamed: others,
      seats: Math.max(1, seats, personIds.length + others),
    };
    at(instantOfLocal(addDays(today, -1 - weekday), '15:00'), who, (tx) => {
      const day = openDay(tx, comingDay(today, weekday, weeks), 7);
      const on = bookAppointment(
        tx,
        {
          ...draft,
          day,
          interpreterId: interpreterCalled(tx, coming.interpreter ?? null),
          partnerId: coming.partner ? (listPartners(tx)[0]?.id ?? null) : null,
        },
        who,
      );
      if (excused) settleAppointment(tx, on, 'excused', who);
      if (coming.wishesEarlier) wishEarlier(tx, on, { noticeHours: 24, district: 'Huckarde', deadlineOn: null });
    });
  }
}

/** On a day without hours of its own the office opens for the practice: a newcomer looks on any day of the week. */
function openToday({ at, colleague, now }: CalendarCast): void {
  const today = localDateOf(now);
  const lead = colleague('Anke');
  at(instantOfLocal(addDays(today, -17), '09:00'), lead, (tx) => {
    if (consultingHoursOn(tx, today).length > 0) return;
    const hours = { from: '09:00', to: '16:00', kind: 'by-appointment' as const, place: 'office' as const };
    const staffIds = [lead.staffId, colleague('Cansu').staffId];
    const whole = {
      ...hours,
      outpostId: null,
      languages: null,
      topics: null,
      staffIds,
      slotMinutes: calendar.settings.slotMinutes,
    };
    addException(tx, { seriesId: null, day: today, hours: whole }, lead.staffId);
  });
}

/** The first day from this one on, in steps of so many days, on which the office is not closed. */
function openDay(db: Db, day: string, step: number): string {
  let open = day;
  while (closedOn(db, open) !== null) open = addDays(open, step);
  return open;
}

/** The next such weekday after today, so many weeks later. */
function comingDay(today: string, weekday: number, weeks: number): string {
  const ahead = ((weekday - weekdayOf(today) + 6) % 7) + 1;
  return addDays(today, ahead + 7 * weeks);
}

function interpreterCalled(tx: Tx, name: string | null): string | null {
  return listInterpreters(tx, tx.at).find((one) => one.name === name)?.id ?? null;
}

const PLAIN = {
  kind: 'talk',
  minutes: 30,
  place: 'office',
  outpostId: null,
  travelMinutes: 0,
  seats: 1,
  unnamed: 0,
  interpreterId: null,
  partnerId: null,
  reach: '',
  note: '',
  requestedOn: null,
  despiteWarnings: true,
} as const satisfies Partial<AppointmentDraft>;
