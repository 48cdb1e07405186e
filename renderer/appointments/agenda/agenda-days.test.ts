import { expect, test } from 'vitest';
import type { AppointmentView } from '../../../shared/appointments/appointment-view.ts';
import type { DayOfWeek } from '../../../shared/appointments/appointments.contract.ts';
import { type HoursOfDay, ofStaff, shownDays, staffOfDay } from './agenda-days.ts';

const hours = (staffIds: string[]) => ({ staffIds }) as HoursOfDay;
const appointment = (staffIds: string[], status: AppointmentView['status'] = 'booked') =>
  ({ staffIds, status }) as AppointmentView;
const dayWith = (day: string, parts: Partial<DayOfWeek> = {}): DayOfWeek => ({
  day,
  holiday: null,
  closed: false,
  hours: [],
  appointments: [],
  ...parts,
});

test('one of the staff sees their own appointments, their hours and those of nobody in particular', () => {
  const day = dayWith('2026-11-30', {
    hours: [hours(['anke']), hours(['cansu']), hours([])],
    appointments: [appointment(['anke']), appointment(['cansu', 'anke']), appointment(['cansu']), appointment([])],
  });
  const [anke] = ofStaff([day], { staffId: 'anke', withCalledOff: false });
  expect(anke?.hours.map(({ staffIds }) => staffIds)).toEqual([['anke'], []]);
  expect(anke?.appointments).toHaveLength(2);
});

test('what was called off is left out unless it is asked for; whoever did not come stays', () => {
  const appointments = [appointment([], 'excused'), appointment([], 'revoked'), appointment([], 'no-show')];
  const day = dayWith('2026-11-30', { appointments });
  expect(ofStaff([day], { staffId: null, withCalledOff: false })[0]?.appointments).toHaveLength(1);
  expect(ofStaff([day], { staffId: null, withCalledOff: true })[0]?.appointments).toHaveLength(3);
});

test('a weekend day is shown only when there is something on it', () => {
  const week = ['2026-11-27', '2026-11-28', '2026-11-29'].map((day) => dayWith(day));
  expect(shownDays(week).map(({ day }) => day)).toEqual(['2026-11-27']);
  const sunday = dayWith('2026-11-29', { appointments: [appointment([])] });
  expect(shownDays([...week.slice(0, 2), sunday]).map(({ day }) => day)).toEqual(['2026-11-27', '2026-11-29']);
});

test('a day has a column for everybody who is there and one for what names nobody', () => {
  const day = dayWith('2026-11-30', {
    hours: [hours(['anke'])],
    appointments: [appointment(['cansu']), appointment([])],
  });
  expect(staffOfDay(day)).toEqual(['anke', 'cansu', null]);
});
