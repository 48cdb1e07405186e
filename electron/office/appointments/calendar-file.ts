import ical, { ICalCalendarMethod, ICalEventBusyStatus } from 'ical-generator';
import texts from '../../../resources/locales/de/appointments.json' with { type: 'json' };
import { addDays, localDateOf, localTimeOf } from '../../../shared/kernel/instants.ts';
import { OFFICE_TIME_ZONE } from '../../../shared/kernel/office-time-zone.ts';
import { getStaff } from '../access/staff.ts';
import type { Db } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { type Appointment, listAppointments } from './appointment-row.ts';
import { findOutpost } from './outposts.ts';

const DAYS = 7;
const PRODUCT = { company: 'lokal willkommen', product: 'Tandem', language: 'DE' };

/**
 * A week of a member of staff as iCalendar (RFC 5545), to carry in a calendar that is not this program's. Security: no
 * name, no language, no topic, no note of a client, and no number from which one could be found: the kind of the
 * appointment, the kind of place and the time are all that leaves. Throws NOT_FOUND.
 */
export function calendarFile(db: Db, staffId: string, from: string, now: string): { fileName: string; text: string } {
  const staff = getStaff(db, staffId);
  const office = findOffice(db);
  const calendar = ical({
    prodId: PRODUCT,
    method: ICalCalendarMethod.PUBLISH,
    name: texts.calendar.name,
    // No zone for the calendar itself: its time stamps must be in UTC (RFC 5545 3.8.7.2).
    timezone: { name: null, generator: () => EUROPE_BERLIN },
  });
  const own = listAppointments(db, from, addDays(from, DAYS - 1)).filter(
    ({ staffIds, status }) =>
      staffIds.includes(staff.id) && (status === 'booked' || status === 'arrived' || status === 'seen'),
  );
  for (const appointment of own) {
    calendar.createEvent({
      id: `${appointment.id}@${office.id}.tandem`,
      sequence: appointment.revision,
      stamp: new Date(now),
      // Wall times of the office's zone: the file says TZID=Europe/Berlin, whatever zone the office PC runs in.
      start: wallClock(appointment.startsAt),
      end: wallClock(appointment.endsAt),
      timezone: OFFICE_TIME_ZONE,
      summary: summaryOf(appointment),
      location: locationOf(db, appointment),
      busystatus: ICalEventBusyStatus.BUSY,
    });
  }
  return { fileName: `termine-${from}.ics`, text: `${calendar.toString()}\r\n` };
}

/** The local wall time as a text without a zone: a Date would be written in the zone of the office's PC. */
function wallClock(instant: string): string {
  return `${localDateOf(instant)}T${localTimeOf(instant)}:00`;
}

function summaryOf({ kind }: Appointment): string {
  return texts.kinds[kind];
}

/** The kind of place. Security: a home visit says no more than that, or the calendar would tell where somebody lives. */
function locationOf(db: Db, { place, outpostId }: Appointment): string {
  const outpost = outpostId === null ? null : findOutpost(db, outpostId);
  return outpost ? `${texts.places.outpost}: ${outpost.name}` : texts.places[place];
}

/** The zone's rules since 1996 (EU directive 2000/84/EC), as RFC 5545 3.6.5 wants them. */
const EUROPE_BERLIN = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Berlin',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');
