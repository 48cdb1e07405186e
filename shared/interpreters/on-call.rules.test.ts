import { expect, test } from 'vitest';
import { type Availability, onCallAt } from './on-call.rules.ts';

const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';
const nadia: Availability = {
  kind: 'volunteer',
  hours: [
    { weekday: 1, from: '09:00', to: '12:00' },
    { weekday: 1, from: '11:00', to: '13:00' },
  ],
  awayUntil: null,
  today: null,
};

test('the hours of the week, from their first minute to before their last', () => {
  expect(onCallAt(nadia, MONDAY, '08:59')).toBeNull();
  expect(onCallAt(nadia, MONDAY, '09:00')).toEqual({ until: '12:00' });
  expect(onCallAt(nadia, MONDAY, '11:30')).toEqual({ until: '13:00' });
  expect(onCallAt(nadia, MONDAY, '13:00')).toBeNull();
  expect(onCallAt(nadia, TUESDAY, '10:00')).toBeNull();
});

test('what was said for the day beats the week, an absence beats both', () => {
  const today = { onCall: true, until: '16:00' };
  expect(onCallAt({ ...nadia, today }, TUESDAY, '15:59')).toEqual({ until: '16:00' });
  expect(onCallAt({ ...nadia, today }, TUESDAY, '16:00')).toBeNull();
  expect(onCallAt({ ...nadia, today: { onCall: false, until: null } }, MONDAY, '10:00')).toBeNull();
  expect(onCallAt({ ...nadia, today: { onCall: true, until: null } }, TUESDAY, '20:00')).toEqual({ until: null });
  expect(onCallAt({ ...nadia, today, awayUntil: TUESDAY }, TUESDAY, '10:00')).toBeNull();
  expect(onCallAt({ ...nadia, awayUntil: '2026-11-22' }, MONDAY, '10:00')).toEqual({ until: '12:00' });
});

test('without hours a telephone service always answers, a volunteer never', () => {
  expect(onCallAt({ ...nadia, hours: [] }, MONDAY, '10:00')).toBeNull();
  expect(onCallAt({ ...nadia, hours: [], kind: 'telephone' }, MONDAY, '03:00')).toEqual({ until: null });
});
