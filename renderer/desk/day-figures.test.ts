import { expect, test } from 'vitest';
import type { TicketView } from '../../shared/queue/queue.contract.ts';
import { dayFigures } from './day-figures.ts';

const ticket = (of: Partial<TicketView>) => ({ state: 'waiting', priorityReason: null, ...of }) as TicketView;

test('the figures of a day are of today’s tickets, and of none that was void or is left over from another day', () => {
  const today = [ticket({}), ticket({ state: 'finished', priorityReason: 'illness' }), ticket({ state: 'void' })];
  const leftOver = [
    ticket({ leftOverFrom: '2026-11-22', priorityReason: 'illness' }),
    ticket({ leftOverFrom: '2026-11-22', state: 'finished' }),
  ];
  expect(dayFigures([...today, ...leftOver])).toEqual({ came: 2, urgent: 1, finished: 1 });
});
