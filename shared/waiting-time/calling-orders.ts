import type { CallingOrder, QueuedTicket } from './simulate-call.ts';

/** Well beyond any instant in milliseconds. */
const RANK = 1e13;
const DUE_BEFORE_MS = 120_000;

const arrival = ({ arrivedAtMs }: QueuedTicket) => arrivedAtMs;
const isDue = ({ dueAtMs }: QueuedTicket, nowMs: number) => dueAtMs !== null && dueAtMs - DUE_BEFORE_MS <= nowMs;

/** Orders of calling that offices are known to use, to find out which one a past was called by. */
export const KNOWN_ORDERS = {
  /** First come, first served. */
  fifo: () => arrival,
  /** Urgent ones, then by arrival. */
  'urgent-first': () => (ticket) => (ticket.urgent ? 0 : RANK) + arrival(ticket),
  /** ZMS: urgent ones, appointments that are due, walk-ins; too early ones last. */
  zms: (_waiting, _desk, _staffed, nowMs) => (ticket) =>
    (ticket.urgent ? 1 : ticket.dueAtMs === null ? 3 : isDue(ticket, nowMs) ? 2 : 4) * RANK + arrival(ticket),
  /** Appointments that are due, then by arrival. */
  'appointments-first': (_waiting, _desk, _staffed, nowMs) => (ticket) =>
    (isDue(ticket, nowMs) ? 1 : ticket.dueAtMs === null ? 2 : 3) * RANK + arrival(ticket),
  /** Accumulating priority: urgent ones gain six times, appointments three times as fast. */
  accumulating: (_waiting, _desk, _staffed, nowMs) => (ticket) =>
    -Math.max(0, nowMs - arrival(ticket)) * (ticket.urgent ? 6 : isDue(ticket, nowMs) ? 3 : 1),
} as const satisfies Readonly<Record<string, CallingOrder>>;
