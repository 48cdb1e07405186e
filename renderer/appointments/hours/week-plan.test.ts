import { describe, expect, it } from 'vitest';
import type { SeriesShown } from '../../../shared/appointments/consulting-hours.contract.ts';
import { bookedIn, hoursOf, planOfDays } from './week-plan.ts';

const MONDAY = '2026-11-30';
const series: SeriesShown = {
  id: 'mondays',
  revision: 1,
  weekday: 1,
  everyWeeks: 1,
  validFrom: '2026-01-01',
  validUntil: null,
  from: '09:00',
  to: '12:00',
  kind: 'by-appointment',
  place: 'office',
  outpostId: null,
  languages: ['ar'],
  topics: null,
  staffIds: ['anna', 'cem'],
  slotMinutes: 30,
};
const plan = { today: '2026-11-25', series: [series], exceptions: [], closures: [] };
const dayOf = (hours = [hoursOf(series)]) => ({ day: MONDAY, holiday: null, closed: false, hours });
const exception = { id: 'exception', revision: 1, day: MONDAY };

describe('the hours of a day beside what was planned', () => {
  it('are as usual where nothing speaks against it', () => {
    expect(planOfDays(plan, [dayOf()])).toMatchObject([
      { holiday: null, closure: null, entries: [{ id: 'mondays', state: 'usual', awayIds: [] }] },
    ]);
  });

  it('tell who is named for them and is not there, and that nobody is', () => {
    const cemAway = { ...hoursOf(series), staffIds: ['anna'] };
    expect(planOfDays(plan, [dayOf([cemAway])])[0]?.entries).toMatchObject([{ state: 'usual', awayIds: ['cem'] }]);
    expect(planOfDays(plan, [dayOf([])])[0]?.entries).toMatchObject([
      { state: 'nobody-there', awayIds: ['anna', 'cem'] },
    ]);
  });

  it('tell a day otherwise, a day cancelled and hours of that day alone, by their begin', () => {
    const early = { ...hoursOf(series), from: '08:00' };
    const { id: _, ...otherwise } = early;
    const changed = { ...plan, exceptions: [{ ...exception, seriesId: 'mondays', hours: otherwise }] };
    expect(planOfDays(changed, [dayOf([early])])[0]?.entries).toMatchObject([
      { state: 'changed', hours: { from: '08:00' } },
    ]);
    const cancelled = { ...plan, exceptions: [{ ...exception, seriesId: 'mondays', hours: null }] };
    const extra = { ...early, id: 'extra' };
    expect(planOfDays(cancelled, [dayOf([extra])])[0]?.entries).toMatchObject([
      { id: 'extra', state: 'extra', series: null },
      { id: 'mondays', state: 'cancelled', hours: { from: '09:00' } },
    ]);
  });

  it('fall away on a holiday and while the office is closed, which says why', () => {
    const closures = [
      { id: 'other', revision: 1, staffId: 'anna', from: MONDAY, to: MONDAY, reason: '' },
      { id: 'closure', revision: 1, staffId: null, from: '2026-11-28', to: MONDAY, reason: 'Umzug' },
    ];
    expect(planOfDays({ ...plan, closures }, [{ ...dayOf([]), closed: true }])).toMatchObject([
      { closure: 'Umzug', entries: [] },
    ]);
    expect(planOfDays(plan, [{ ...dayOf([]), closed: true, holiday: 'Neujahr' }])).toMatchObject([
      { holiday: 'Neujahr', closure: null, entries: [] },
    ]);
  });

  it('are left out on days that are over where they did not take place', () => {
    expect(planOfDays({ ...plan, today: '2026-12-02' }, [dayOf([])])[0]?.entries).toEqual([]);
  });
});

it('counts the appointments that stand in some hours', () => {
  const at = (from: string, more: object = {}) => ({
    from,
    place: 'office',
    outpostId: null,
    status: 'booked',
    ...more,
  });
  const appointments = [
    at('08:30'),
    at('09:00'),
    at('11:30', { status: 'arrived' }),
    at('12:00'),
    at('10:00', { status: 'excused' }),
    at('10:00', { place: 'phone' }),
  ];
  expect(bookedIn(series, appointments)).toBe(2);
});
