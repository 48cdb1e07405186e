import { expect, test } from 'vitest';
import type { AppointmentView } from '../../shared/appointments/appointment-view.ts';
import { expectedToday } from './expected-today.ts';

const one = (id: string, parts: Partial<AppointmentView>): AppointmentView =>
  ({
    id,
    status: 'booked',
    kind: 'talk',
    ticketId: null,
    startsAt: '2026-11-30T09:00:00.000Z',
    ...parts,
  }) as AppointmentView;

test('expected is who is booked and not in the line, by time', () => {
  const found = expectedToday([
    one('late', { startsAt: '2026-11-30T11:00:00.000Z' }),
    one('here', { status: 'arrived', ticketId: 'ticket' }),
    one('called off', { status: 'excused' }),
    one('call in the line', { ticketId: 'ticket' }),
    one('kept free', { kind: 'blocked' }),
    one('group', { kind: 'group', startsAt: '2026-11-30T08:00:00.000Z' }),
  ]);
  expect(found.map(({ id }) => id)).toEqual(['group', 'late']);
});
