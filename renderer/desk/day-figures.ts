import type { TicketView } from '../../shared/queue/queue.contract.ts';
import { clockMinutes } from '../queue/ticket-time.ts';

export interface DayFigures {
  /** Tickets given out. */
  came: number;
  finished: number;
  /** Mean of the whole minutes waited by all who are no longer waiting; null while nobody was called. */
  averageWaitMinutes: number | null;
}

/** The figures of the day as the desk shows them; not those that are reported. */
export function dayFigures(tickets: readonly TicketView[], nowMs: number): DayFigures {
  const served = tickets.filter((ticket) => ticket.state !== 'waiting' && ticket.state !== 'left');
  const waited = served.reduce((sum, ticket) => sum + clockMinutes(ticket, 'waitingMs', nowMs), 0);
  return {
    came: tickets.length,
    finished: tickets.filter((ticket) => ticket.state === 'finished').length,
    averageWaitMinutes: served.length === 0 ? null : Math.round(waited / served.length),
  };
}
