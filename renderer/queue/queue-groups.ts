import type { TicketView } from '../../shared/queue/queue.contract.ts';
import type { TicketState } from '../../shared/queue/ticket.rules.ts';

/** The parts of the list, in the order in which they stand on the screen. */
export interface QueueGroups {
  /** Called, arrived or in talk, whoever serves them. */
  atDesk: TicketView[];
  /** In the order of calling, as the office gave it. */
  waiting: TicketView[];
  parked: TicketView[];
  missed: TicketView[];
  /** Finished or left, newest first. */
  done: TicketView[];
}

const GROUP_OF: Readonly<Record<TicketState, keyof QueueGroups>> = {
  waiting: 'waiting',
  called: 'atDesk',
  appeared: 'atDesk',
  serving: 'atDesk',
  parked: 'parked',
  missed: 'missed',
  finished: 'done',
  left: 'done',
  void: 'done',
};

/** Sorts the day's tickets into the parts of the list; within a part the office's order stays. */
export function queueGroups(tickets: readonly TicketView[]): QueueGroups {
  const groups: QueueGroups = { atDesk: [], waiting: [], parked: [], missed: [], done: [] };
  for (const ticket of tickets) groups[GROUP_OF[ticket.state]].push(ticket);
  groups.done.sort((a, b) => b.since.localeCompare(a.since));
  return groups;
}

/**
 * The ticket for the middle of the desk: the one that was chosen, else the newest that this person serves, else the
 * first of those who wait. Null when nobody is there at all.
 */
export function ticketInTheMiddle(
  tickets: readonly TicketView[],
  chosenId: string | null,
  staffId: string,
): TicketView | null {
  const chosen = tickets.find((ticket) => ticket.id === chosenId);
  if (chosen) return chosen;
  const groups = queueGroups(tickets);
  const mine = groups.atDesk
    .filter((ticket) => ticket.staffId === staffId)
    .sort((a, b) => b.since.localeCompare(a.since));
  return mine[0] ?? groups.waiting[0] ?? null;
}

/** The newest ticket that this person has at the desk; null: nobody. */
export function ticketAtMyDesk(tickets: readonly TicketView[], staffId: string): TicketView | null {
  const mine = queueGroups(tickets).atDesk.filter((ticket) => ticket.staffId === staffId);
  return mine.sort((a, b) => b.since.localeCompare(a.since))[0] ?? null;
}
