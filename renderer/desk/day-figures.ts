import type { TicketView } from '../../shared/queue/queue.contract.ts';

export interface DayFigures {
  /** Tickets given out. */
  came: number;
  /** How many of them with a priority reason. */
  urgent: number;
  finished: number;
}

/** The figures of the day as the desk shows them; not those that are reported, and without who is left over from another day. */
export function dayFigures(tickets: readonly TicketView[]): DayFigures {
  const today = tickets.filter(({ leftOverFrom }) => leftOverFrom === undefined);
  const given = today.filter((ticket) => ticket.state !== 'void');
  return {
    came: given.length,
    urgent: given.filter((ticket) => ticket.priorityReason !== null).length,
    finished: today.filter((ticket) => ticket.state === 'finished').length,
  };
}
