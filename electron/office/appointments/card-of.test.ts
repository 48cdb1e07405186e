import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppointmentFields } from '../../../shared/appointments/appointment-view.ts';
import { type DeskCalls, deskOf } from '../testing/test-desk.ts';
import { appointmentFields, newSeries } from '../testing/test-hours.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';

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

describe('the reminder card', () => {
  it('is in the language that its person reads, without name and topic', async () => {
    newSeries(office);
    const lead = deskOf(office, office.who.lead);
    await lead.appointments.changeSettings({
      requestId: requestId(),
      revision: 1,
      way: 'U47 Westerfilde',
      slotMinutes: 30,
      travelMinutes: 20,
    });
    const personId = newPerson(office, { familyName: 'KANARIE', read: 'fa', spoken: 'fa' });
    const { appointmentId, number } = await book({ personIds: [personId], unnamed: 0, note: 'KANARIE' });
    const { html } = await desk.appointments.card({ appointmentId, language: null });
    expect(html).not.toContain('KANARIE');
    for (const part of [
      'lang="fa" dir="rtl"',
      'دوشنبه',
      '9 آذر 1405',
      'Montag, 30. November 2026',
      '09:00',
      'U47 Westerfilde',
      String(number),
    ])
      expect(html).toContain(part);
  });
});
