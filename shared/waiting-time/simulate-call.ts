/** A ticket in a simulated queue. Instants are milliseconds since the epoch. */
export interface QueuedTicket {
  number: number;
  urgent: boolean;
  /** When an appointment is due; null for a walk-in. */
  dueAtMs: number | null;
  arrivedAtMs: number;
  /** The desks that serve it, one bit each. */
  desks: number;
  topics: readonly string[];
  language: string;
  /** When the person leaves if nobody has called by then; infinite for who stays. */
  leavesAtMs: number;
}

/**
 * An order of calling, for one call: who waits, which desk calls (one bit), how many are staffed, when. Returns what orders
 * the tickets, the lowest first.
 */
export type CallingOrder = (
  waiting: readonly QueuedTicket[],
  desk: number,
  staffedDesks: number,
  nowMs: number,
) => (ticket: QueuedTicket) => number;

export interface SimulatedQueue {
  /** When each desk can call next; infinite for one that does not call any more. Is used up. */
  freeAtMs: number[];
  /** Everybody who waits or is going to come, by arrival. */
  tickets: readonly QueuedTicket[];
  /** Whose call is asked for. */
  target: QueuedTicket;
  order: CallingOrder;
  /** Share of calls that follow no order. */
  disorder: number;
  /** From the call of a ticket at a desk until the desk can call again, milliseconds. */
  occupiedMs(desk: number, ticket: QueuedTicket): number;
  uniform: () => number;
}

/** Calls until the target's turn has come. Returns when that is; infinite when no desk will call it. */
export function simulateCall(queue: SimulatedQueue): number {
  const { freeAtMs, tickets, target, order, disorder, occupiedMs, uniform } = queue;
  const staffed = freeAtMs.reduce((count, at) => (at < Number.POSITIVE_INFINITY ? count + 1 : count), 0);
  const isTaken = new Uint8Array(tickets.length);
  // Everybody before this place in the list is gone.
  let first = 0;
  for (;;) {
    const desk = indexOfLowest(freeAtMs);
    const nowMs = freeAtMs[desk] ?? Number.POSITIVE_INFINITY;
    if (nowMs === Number.POSITIVE_INFINITY) return nowMs;
    const bit = 1 << desk;
    const waiting: QueuedTicket[] = [];
    const places: number[] = [];
    let nextArrivalMs = Number.POSITIVE_INFINITY;
    while (first < tickets.length && isTaken[first] === 1) first += 1;
    for (let place = first; place < tickets.length; place += 1) {
      const ticket = tickets[place];
      if (!ticket || isTaken[place] === 1) continue;
      if (ticket.arrivedAtMs > nowMs) {
        if ((ticket.desks & bit) === 0) continue;
        nextArrivalMs = ticket.arrivedAtMs;
        break;
      }
      if (ticket.leavesAtMs <= nowMs) {
        isTaken[place] = 1;
        continue;
      }
      waiting.push(ticket);
      places.push(place);
    }
    const chosen = choose(waiting, bit, order, staffed, nowMs, disorder, uniform);
    const ticket = waiting[chosen];
    if (!ticket) {
      freeAtMs[desk] = nextArrivalMs;
      continue;
    }
    if (ticket === target) return nowMs;
    isTaken[places[chosen] ?? 0] = 1;
    freeAtMs[desk] = nowMs + occupiedMs(desk, ticket);
  }
}

/** The place of who is called; -1 when this desk serves nobody who waits. */
function choose(
  waiting: readonly QueuedTicket[],
  bit: number,
  order: CallingOrder,
  staffed: number,
  nowMs: number,
  disorder: number,
  uniform: () => number,
): number {
  let servable = 0;
  for (const ticket of waiting) if ((ticket.desks & bit) !== 0) servable += 1;
  if (servable === 0) return -1;
  if (servable > 1 && disorder > 0 && uniform() < disorder) {
    let skip = Math.floor(uniform() * servable);
    return waiting.findIndex(({ desks }) => (desks & bit) !== 0 && skip-- === 0);
  }
  const keyOf = order(waiting, bit, staffed, nowMs);
  let best = -1;
  let bestKey = Number.POSITIVE_INFINITY;
  let bestNumber = 0;
  for (let place = 0; place < waiting.length; place += 1) {
    const ticket = waiting[place];
    if (!ticket || (ticket.desks & bit) === 0) continue;
    const key = keyOf(ticket);
    if (best >= 0 && (key > bestKey || (key === bestKey && ticket.number > bestNumber))) continue;
    best = place;
    bestKey = key;
    bestNumber = ticket.number;
  }
  return best;
}

function indexOfLowest(values: readonly number[]): number {
  let lowest = 0;
  for (let index = 1; index < values.length; index += 1)
    if ((values[index] ?? 0) < (values[lowest] ?? 0)) lowest = index;
  return lowest;
}
