import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppointmentFields } from '../../../shared/appointments/appointment-view.ts';
import { type DeskCalls, deskOf } from '../testing/test-desk.ts';
import { appointmentFields, newSeries } from '../testing/test-hours.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPartner, newPerson } from '../testing/test-people.ts';

let office: TestOffice;
let desk: DeskCalls;
beforeEach(async () => {
  office = await createTestOffice();
  desk = deskOf(office, office.who.city);
});
afterEach(() => office.close());

const requestId = () => crypto.randomUUID();
const book = (draft: Partial<AppointmentFields> = {}, calls = desk) =>
  calls.appointments.book({ requestId: requestId(), ...appointmentFields(office, draft) });

describe('a week as a calendar file', () => {
  it('holds times and kinds of place, and nothing of a client', async () => {
    newSeries(office);
    const personId = newPerson(office, { givenName: 'KANARIE', familyName: 'KANARIE' });
    const partnerId = newPartner(office, { name: 'KANARIE Kita' });
    await book({
      personIds: [personId],
      unnamed: 0,
      note: 'KANARIE',
      reach: 'KANARIE',
      language: 'kmr',
      topics: ['money-debt'],
    });
    await book({ kind: 'blocked', from: '10:00', partnerId, note: 'KANARIE', unnamed: 0 });
    await book({
      place: 'home',
      from: '11:30',
      travelMinutes: 0,
      despiteWarnings: true,
      personIds: [personId],
      unnamed: 0,
    });
    const { text, fileName } = await desk.appointments.calendar({
      staffId: office.who.city.staffId,
      from: '2026-11-30',
    });
    expect(fileName).toBe('termine-2026-11-30.ics');
    expect(text).not.toMatch(/KANARIE|kmr|money|debt|Kurm/i);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin');
    expect(text.match(/DTSTART;TZID=Europe\/Berlin:\d{8}T\d{6}/g)).toEqual([
      'DTSTART;TZID=Europe/Berlin:20261130T090000',
      'DTSTART;TZID=Europe/Berlin:20261130T100000',
      'DTSTART;TZID=Europe/Berlin:20261130T113000',
    ]);
    expect(text.match(/(SUMMARY|LOCATION):.*/g)).toEqual([
      'SUMMARY:Termin',
      'LOCATION:Büro',
      'SUMMARY:belegt',
      'LOCATION:Büro',
      'SUMMARY:Termin',
      'LOCATION:Hausbesuch',
    ]);
    expect(text).toMatch(/DTSTAMP:\d{8}T\d{6}Z/);
  });
});
