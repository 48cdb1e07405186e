import type { TicketView } from '../../shared/queue/queue.contract.ts';
import type { TicketClocks } from '../../shared/queue/ticket.rules.ts';

/** One of the ticket's clocks at `nowMs` (the office's time), in whole minutes. */
export function clockMinutes(
  ticket: Pick<TicketView, 'clocks' | 'runningClock' | 'since'>,
  clock: keyof TicketClocks,
  nowMs: number,
): number {
  const runningMs = ticket.runningClock === clock ? Math.max(0, nowMs - Date.parse(ticket.since)) : 0;
  return Math.floor((ticket.clocks[clock] + runningMs) / 60_000);
}

/** Minutes since the ticket came into its present state. */
export function minutesInState(ticket: Pick<TicketView, 'since'>, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(ticket.since)) / 60_000));
}
