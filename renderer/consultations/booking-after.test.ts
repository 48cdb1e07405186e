import { expect, test } from 'vitest';
import type { ContactView } from '../../shared/consultations/consultations.contract.ts';
import { bookingAfter } from './booking-after.ts';

const amal = { id: 'amal', name: 'Amal Muster', level: 'named' as const };
const contactBy = (medium: ContactView['medium'], person: ContactView['person']) =>
  ({ spoken: 'ar', topics: [{ topic: 'kita', result: 'solved' }], person, medium }) as ContactView;

test('another talk is of the same matter, in the same language, with the same person or with nobody by name', () => {
  const start = { language: 'ar', topics: ['kita'], place: null };
  expect(bookingAfter(contactBy('in-person', amal))).toEqual({ ...start, person: amal });
  expect(bookingAfter(contactBy('in-person', null))).toEqual({ ...start, person: null });
});

test('who was called is proposed a call, and who wrote nothing of the kind', () => {
  const places = (['phone', 'video', 'letter'] as const).map((medium) => bookingAfter(contactBy(medium, null)).place);
  expect(places).toEqual(['phone', 'video', null]);
});
