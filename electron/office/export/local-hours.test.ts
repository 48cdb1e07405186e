import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDateOf, localTimeOf } from '../../../shared/kernel/instants.ts';
import { localHours } from './local-hours.ts';

const asked = (instant: string) => ({ day: localDateOf(instant), hour: Number(localTimeOf(instant).slice(0, 2)) });

test('every hour around both changes of the clock is the one that the calendar says', () => {
  const local = localHours();
  for (const start of ['2026-03-28T00:00:00.000Z', '2026-10-24T00:00:00.000Z', '2026-12-31T00:00:00.000Z']) {
    for (let hour = 0; hour < 72; hour += 1) {
      const instant = new Date(Date.parse(start) + hour * 3_600_000 + 1_234_567).toISOString();
      expect(local(instant), instant).toEqual(asked(instant));
    }
  }
});

test('any instant of forty years', () => {
  const local = localHours();
  const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (date) => {
      expect(local(date.toISOString())).toEqual(asked(date.toISOString()));
    }),
  );
});
