import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../shared/kernel/instants.ts';
import { DUE_CHOICES, dueOnOf } from './due-choices.ts';

test('tomorrow on a Friday is Monday', () => {
  expect(dueOnOf('tomorrow', '2025-11-21')).toBe('2025-11-24');
  expect(dueOnOf('tomorrow', '2025-11-22')).toBe('2025-11-24');
  expect(dueOnOf('tomorrow', '2025-11-20')).toBe('2025-11-21');
});

test('weeks keep the weekday', () => {
  expect(dueOnOf('two-weeks', '2025-11-20')).toBe('2025-12-04');
  expect(dueOnOf('none', '2025-11-20')).toBeNull();
});

test('no quick choice ever falls on a weekend or before tomorrow', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.constantFrom(...DUE_CHOICES), (days, choice) => {
      const today = addDays('2024-01-01', days);
      const due = dueOnOf(choice, today);
      expect(due === null).toBe(choice === 'none');
      if (due === null) return;
      expect(due > today).toBe(true);
      expect([1, 2, 3, 4, 5]).toContain(new Date(`${due}T12:00:00Z`).getUTCDay());
    }),
  );
});
