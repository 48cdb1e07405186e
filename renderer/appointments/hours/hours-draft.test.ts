import { expect, it } from 'vitest';
import { draftOf, hoursFieldsOf, newHours, nextWeekday, refusalsOf, seriesFieldsOf } from './hours-draft.ts';

it('sends no list for all languages and all topics, and no outpost with another place', () => {
  const draft = { ...newHours(30), outpostId: 'lanstrop' };
  expect(hoursFieldsOf(draft)).toMatchObject({ languages: null, topics: null, outpostId: null });
  expect(hoursFieldsOf({ ...draft, place: 'outpost', languages: ['ar'] })).toMatchObject({
    languages: ['ar'],
    outpostId: 'lanstrop',
  });
});

it('takes stored hours back as they were', () => {
  const stored = { ...hoursFieldsOf(newHours(20)), topics: ['kita'] };
  expect(hoursFieldsOf(draftOf(stored))).toEqual(stored);
});

it('leaves a day that is missing to the contract', () => {
  expect(
    seriesFieldsOf({ ...newHours(30), weekday: 2, everyWeeks: 1, validFrom: null, validUntil: null }).validFrom,
  ).toBe('');
});

it.each([
  ['an end before the begin', { from: '12:00', to: '09:00' }, ['hours-backwards']],
  ['no time at all', { from: '09:00', to: '09:00' }, ['hours-backwards']],
  ['an outpost that is not named', { place: 'outpost' as const }, ['outpost-missing']],
  ['a last day before the first', { validUntil: '2026-11-30' }, ['dates-backwards']],
  ['a day that is over', { validFrom: '2026-11-22' }, ['in-hindsight']],
  ['nothing', {}, []],
])('tells beforehand what the office would refuse: %s', (_what, fields, reasons) => {
  const hours = { ...hoursFieldsOf(newHours(30)), validFrom: '2026-12-01', validUntil: null, ...fields };
  expect(refusalsOf(hours, '2026-11-23')).toEqual(reasons);
});

it('finds the next day with a weekday, today included', () => {
  expect([1, 6, 7].map((weekday) => nextWeekday('2026-11-28', weekday))).toEqual([
    '2026-11-30',
    '2026-11-28',
    '2026-11-29',
  ]);
});
