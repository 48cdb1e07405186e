import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppointmentFields } from '../../../shared/appointments/appointment-view.ts';
import { type DeskCalls, deskOf } from '../testing/test-desk.ts';
import { appointmentFields, newSeries } from '../testing/test-hours.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';

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

describe('third next available', () => {
  it('counts the third free slot, by language, now and as it was weeks ago', async () => {
    office.clock.moveTo('2026-11-02T07:00:00.000Z');
    newSeries(office, { to: '10:30', languages: ['de', 'ar'] });
    const first = await desk.appointments.availability({ language: 'ar', topic: null });
    expect(first.history).toEqual([{ on: '2026-11-02', days: 0 }]);
    const booked = [];
    for (const from of ['09:00', '09:30', '10:00']) booked.push(await book({ day: '2026-11-16', from }));
    office.clock.moveTo('2026-11-16T07:00:00.000Z');
    await desk.appointments.settle({
      requestId: requestId(),
      ...booked0(booked[2] ?? { appointmentId: '', revision: 0 }),
      status: 'excused',
    });
    const now = await desk.appointments.availability({ language: 'ar', topic: null });
    expect(now.languages).toMatchObject([
      { language: 'de', days: 7, alarm: false },
      { language: 'ar', days: 7, alarm: false },
      { language: 'en', days: null, alarm: true },
      { language: 'fa', days: null, alarm: true },
      { language: 'kmr', days: null, alarm: true },
    ]);
    // On the 9th the hours of that day were still free, and what was called off later still stood.
    expect(now.history).toEqual([
      { on: '2026-11-02', days: 0 },
      { on: '2026-11-09', days: 0 },
      { on: '2026-11-16', days: 7 },
    ]);
    expect((await desk.appointments.alarms({})).languages.map(({ language }) => language)).toEqual(['en', 'fa', 'kmr']);
  });

  it('is silent where nothing is given by appointment', async () => {
    newSeries(office, { kind: 'open-door' });
    expect((await desk.appointments.alarms({})).languages).toEqual([]);
  });
});

/** What a command on it needs. */
function booked0({ appointmentId, revision }: { appointmentId: string; revision: number }) {
  return { appointmentId, revision };
}
