import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findOffice } from '../office/office-row.ts';
import { Fault } from '../rpc/faults.ts';
import { aDraft, newSeries } from '../testing/test-hours.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { getAppointment } from './appointment-row.ts';
import { type AppointmentDraft, bookAppointment, bookCallBack } from './book.ts';
import { consultingHoursOn } from './consulting-hours-on.ts';
import { addClosure, addException, changeSeries, endSeries } from './write-hours.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

function reasonOf(act: () => unknown): unknown {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Fault) return error.detail?.['reason'] ?? error.code;
    throw error;
  }
}
const book = (draft: Partial<AppointmentDraft> = {}) =>
  office.write(office.who.city, 'appointments.book', (tx) =>
    bookAppointment(tx, aDraft(office, draft), office.who.city),
  );
const lead = () => office.who.lead.staffId;
const write = <T>(change: Parameters<typeof office.write<T>>[2]) => office.write(office.who.lead, 'test', change);

describe('consulting hours of a day', () => {
  it('come each week at their wall time, and not on a public holiday', () => {
    const { id } = newSeries(office);
    expect(consultingHoursOn(office.db, '2026-11-30')).toMatchObject([{ id, from: '09:00', to: '12:00' }]);
    // Easter Monday and Whit Monday 2027, and the Mondays beside them.
    expect(
      ['2027-03-22', '2027-03-29', '2027-05-10', '2027-05-17'].map((day) => consultingHoursOn(office.db, day).length),
    ).toEqual([1, 0, 1, 0]);
  });

  it('follow exceptions, closures and who is there', () => {
    const { id } = newSeries(office, {
      languages: ['de', 'ar'],
      staffIds: [office.who.city.staffId, office.who.partner.staffId],
    });
    write((tx) =>
      addClosure(
        tx,
        { staffId: office.who.partner.staffId, from: '2026-11-30', to: '2026-12-06', reason: 'ill' },
        lead(),
      ),
    );
    // Only the one who is away speaks Arabic.
    expect(consultingHoursOn(office.db, '2026-11-30')).toMatchObject([
      { languages: ['de'], staffIds: [office.who.city.staffId] },
    ]);
    write((tx) => addException(tx, { seriesId: id, day: '2026-12-07', hours: null }, lead()));
    expect(consultingHoursOn(office.db, '2026-12-07')).toEqual([]);
    write((tx) =>
      addClosure(tx, { staffId: null, from: '2026-12-14', to: '2026-12-14', reason: 'Fortbildung' }, lead()),
    );
    expect(consultingHoursOn(office.db, '2026-12-14')).toEqual([]);
    expect(office.db.statement('SELECT reason FROM closure WHERE staff_id IS NOT NULL').pluck().get()).toBe('');
  });

  it('keep their past when they change', () => {
    const on = newSeries(office);
    const { id: _id, ...fields } = consultingSeries();
    const changed = write((tx) => changeSeries(tx, on, { ...fields, from: '10:00', validFrom: '2026-12-07' }, lead()));
    expect(
      ['2026-11-30', '2026-12-07'].map((day) => consultingHoursOn(office.db, day).map(({ from }) => from)),
    ).toEqual([['09:00'], ['10:00']]);
    write((tx) => endSeries(tx, changed, '2026-12-13', lead()));
    expect(consultingHoursOn(office.db, '2026-12-14')).toEqual([]);
    expect(reasonOf(() => write((tx) => endSeries(tx, { id: changed.id, revision: 2 }, '2026-11-01', lead())))).toBe(
      'in-hindsight',
    );
  });

  it('take their exceptions along when they change, as far as they still have the day', () => {
    const on = newSeries(office);
    for (const day of ['2026-12-07', '2026-12-14'])
      write((tx) => addException(tx, { seriesId: on.id, day, hours: null }, lead()));
    const { id: _id, ...fields } = consultingSeries();
    const changed = write((tx) =>
      changeSeries(tx, on, { ...fields, everyWeeks: 2, to: '11:00', validFrom: '2026-12-07' }, lead()),
    );
    const openOn = (days: string[]) => days.filter((day) => consultingHoursOn(office.db, day).length > 0);
    expect(openOn(['2026-12-07', '2026-12-14', '2026-12-21'])).toEqual(['2026-12-21']);
    write((tx) => changeSeries(tx, changed, { ...fields, validFrom: '2026-12-08' }, lead()));
    expect(openOn(['2026-12-07', '2026-12-14', '2026-12-21'])).toEqual(['2026-12-14', '2026-12-21']);
  });

  function consultingSeries() {
    return {
      id: '',
      weekday: 1,
      everyWeeks: 1,
      from: '09:00',
      to: '12:00',
      kind: 'by-appointment' as const,
      place: 'office' as const,
      outpostId: null,
      languages: null,
      topics: null,
      staffIds: [office.who.city.staffId],
      slotMinutes: 30,
      validFrom: '2026-01-01',
      validUntil: null,
    };
  }
});

describe('booking', () => {
  beforeEach(() => {
    newSeries(office);
  });

  it('takes a household, and somebody without name, mail or phone', () => {
    const [mother, son] = [newPerson(office), newPerson(office, { givenName: 'Sami' })];
    const { appointmentId } = book({ personIds: [mother, son], seats: 3, unnamed: 1 });
    expect(getAppointment(office.db, appointmentId)).toMatchObject({
      status: 'booked',
      startsAt: '2026-11-30T08:00:00.000Z',
      requestedOn: '2026-11-23',
    });
    expect(getAppointment(office.db, appointmentId).personIds.toSorted()).toEqual([mother, son].toSorted());
    expect(book({ from: '09:30' }).number).toBeGreaterThanOrEqual(1000);
  });

  it.each([
    ['somebody in two places', { from: '09:15' }, 'overlaps'],
    ['a day off', { day: '2026-12-25' }, 'closed'],
    ['yesterday', { day: '2026-11-22' }, 'past'],
    ['outside the hours', { from: '14:00' }, 'warnings'],
    ['more people than seats', { from: '10:00', unnamed: 2 }, 'seats-taken'],
    ['an hour that the clock skips', { day: '2027-03-28', from: '02:30' }, 'time-skipped'],
    [
      'somebody who is not there',
      { from: '10:00', personIds: ['00000000-0000-7000-8000-000000000000'], seats: 2 },
      'NOT_FOUND',
    ],
  ] as const)('refuses or warns: %s', (_what, draft, reason) => {
    book();
    expect(reasonOf(() => book(draft))).toBe(reason);
  });

  it('counts the way of a home visit, and lets it be overruled', () => {
    book({ place: 'home', travelMinutes: 20, despiteWarnings: true });
    expect(reasonOf(() => book({ from: '09:45' }))).toBe('warnings');
    expect(reasonOf(() => book({ from: '09:50' }))).toBeNull();
    expect(reasonOf(() => book({ from: '09:25', despiteWarnings: true }))).toBe('overlaps');
  });

  it('has room for as many talks at once as there are desks', () => {
    for (let desk = 1; desk <= findOffice(office.db).desks; desk += 1) book({ staffIds: [] });
    expect(reasonOf(() => book({ staffIds: [] }))).toBe('desks-taken');
  });

  it('goes with its outpost, and with none elsewhere', () => {
    expect(reasonOf(() => book({ place: 'outpost', outpostId: null }))).toBe('outpost-missing');
  });

  it('can’t put somebody in two places, whatever the code does', () => {
    const { appointmentId } = book();
    const other = book({ staffIds: [] });
    expect(() =>
      office.core.database?.raw
        .prepare('INSERT INTO appointment_staff (appointment_id, staff_id) VALUES (?, ?)')
        .run(other.appointmentId, getAppointment(office.db, appointmentId).staffIds[0]),
    ).toThrow(/two places/);
  });

  it('promises a call outside the hours', () => {
    const { appointmentId } = write((tx) =>
      bookCallBack(
        tx,
        {
          day: '2026-11-24',
          from: '15:00',
          language: 'ar',
          topics: [],
          personId: null,
          reach: '0150 0000',
          staffIds: [],
        },
        office.who.lead,
      ),
    );
    expect(getAppointment(office.db, appointmentId)).toMatchObject({ place: 'phone', minutes: 15, unnamed: 1 });
  });
});
