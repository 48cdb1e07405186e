import { randomUUID } from 'node:crypto';
import type { TicketView } from '../../../shared/queue/queue.contract.ts';
import type { DeskCalls } from './test-desk.ts';

/** A ticket as a call names it. */
export type On = { ticketId: string; revision: number };

/** What tests of the queue do at a desk that is there once the test has begun. */
export function ticketsAt(desk: () => DeskCalls) {
  const on = ({ ticketId, revision }: On) => ({ requestId: randomUUID(), ticketId, revision });
  const show = async (ticketId: string): Promise<TicketView> => {
    const found = (await desk().queue.today({})).tickets.find(({ id }) => id === ticketId);
    if (!found) throw new Error('It was issued');
    return found;
  };
  return {
    on,
    /** The ticket as it is now. Throws when it is none of today's. */
    show,
    issue: (spoken = 'ar', topics = ['kita']) => desk().queue.checkIn({ requestId: randomUUID(), spoken, topics }),
    /** Undoes what was done last to a ticket. */
    takeBack: async (ticketId: string) =>
      desk().queue.undo(on({ ticketId, revision: (await show(ticketId)).revision })),
  };
}
