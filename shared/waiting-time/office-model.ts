import { type Arrivals, learnArrivals } from './arrivals.ts';
import { KNOWN_ORDERS } from './calling-orders.ts';
import { type DeskHabits, learnDeskHabits } from './desk-habits.ts';
import { byArrival, daysOf, type PastTicket } from './past-ticket.ts';
import { learnServiceTimes, type ServiceSample, type ServiceTimes } from './service-times.ts';
import type { CallingOrder, QueuedTicket } from './simulate-call.ts';

/** What an office's past tells about its waiting times. */
export interface OfficeModel {
  times: ServiceTimes;
  habits: DeskHabits;
  arrivals: Arrivals;
  order: CallingOrder;
  /** Share of calls that did not follow the order. */
  disorder: number;
  /** Appointments are made on times that are multiples of this; null: their time is their arrival. */
  dueGridMs: number | null;
}

/** Learns from past tickets. `order` is the office's own order of calling where it is known; else it is found out. */
export function learnOffice(
  past: readonly PastTicket[],
  { order, also = {} }: { order?: CallingOrder; also?: Readonly<Record<string, CallingOrder>> } = {},
): OfficeModel {
  const habits = learnDeskHabits(past);
  const times = learnServiceTimes(talksOf(past));
  const found = order ? { order, disorder: 0, dueGridMs: null } : findOrder(past, habits, { ...KNOWN_ORDERS, ...also });
  return { times, habits, arrivals: learnArrivals(past), ...found };
}

/** The talks of past tickets that are over. */
export function talksOf(past: readonly PastTicket[]): ServiceSample[] {
  return past.flatMap(({ server, topics, language, calledAtMs, finishedAtMs }) =>
    server === null || calledAtMs === null || finishedAtMs === null
      ? []
      : [{ server, topics, language, durationMs: finishedAtMs - calledAtMs }],
  );
}

/** When an appointment of which nobody wrote the time down was due: the next time of the grid after the arrival. */
export function dueAtOf(ticket: PastTicket, dueGridMs: number | null): number | null {
  if (ticket.kind !== 'appointment') return null;
  if (ticket.dueAtMs !== null || dueGridMs === null) return ticket.dueAtMs ?? ticket.arrivedAtMs;
  // Who is up to five minutes late still came for the time before.
  const after = ticket.arrivedAtMs - ticket.dayStartMs - 5 * 60_000;
  return ticket.dayStartMs + Math.ceil(after / dueGridMs) * dueGridMs;
}

const GRIDS_MS = [null, 10 * 60_000, 15 * 60_000, 30 * 60_000] as const;
const CALLS_LOOKED_AT = 1200;

/** The order of calling that explains most of the newest calls. */
function findOrder(
  past: readonly PastTicket[],
  habits: DeskHabits,
  orders: Readonly<Record<string, CallingOrder>>,
): Pick<OfficeModel, 'order' | 'disorder' | 'dueGridMs'> {
  const calls = choicesOf(past, habits);
  const hasAppointments = past.some(({ kind, dueAtMs }) => kind === 'appointment' && dueAtMs === null);
  let best: Pick<OfficeModel, 'order' | 'disorder' | 'dueGridMs'> & { right: number } = {
    order: KNOWN_ORDERS.zms,
    disorder: 0.05,
    dueGridMs: null,
    right: -1,
  };
  for (const dueGridMs of hasAppointments ? GRIDS_MS : [null]) {
    const queues = calls.map(({ waiting, ...call }) => ({
      ...call,
      waiting: waiting.map((one) => queuedOf(one.ticket, one.desks, dueGridMs)),
    }));
    for (const order of Object.values(orders)) {
      let right = 0;
      for (const { waiting, chosen, desk, nowMs } of queues) {
        const keyOf = order(waiting, desk, habits.servers.length, nowMs);
        const servable = waiting.filter(({ desks }) => (desks & desk) !== 0);
        const first = servable.reduce<QueuedTicket | null>(
          (least, one) => (least === null || keyOf(one) < keyOf(least) ? one : least),
          null,
        );
        if (first?.number === chosen) right += 1;
      }
      if (right > best.right + calls.length * 0.003)
        best = {
          order,
          dueGridMs,
          right,
          disorder: calls.length < 20 ? 0.05 : Math.min(0.5, 1 - right / calls.length),
        };
    }
  }
  const { right: _right, ...found } = best;
  return found;
}

interface Choice {
  waiting: { ticket: PastTicket; desks: number }[];
  chosen: number;
  /** One bit. */
  desk: number;
  nowMs: number;
}

/** The newest calls at which there was a choice, with who waited. */
function choicesOf(past: readonly PastTicket[], habits: DeskHabits): Choice[] {
  const masks = new Map<string, number>();
  const desksOf = (language: string): number => {
    const before = masks.get(language);
    if (before !== undefined) return before;
    const mask = habits.servers.reduce(
      (bits, server, index) => (habits.speaks(server, language) > 0.5 ? bits | (1 << index) : bits),
      0,
    );
    masks.set(language, mask === 0 ? -1 : mask);
    return mask === 0 ? -1 : mask;
  };
  const choices: Choice[] = [];
  for (const [, tickets] of daysOf(past).reverse()) {
    if (choices.length >= CALLS_LOOKED_AT) break;
    const numbered = [...tickets].sort(byArrival).map((ticket, number) => ({ ticket: { ...ticket, number }, number }));
    for (const { ticket: called, number } of numbered) {
      const { calledAtMs, server } = called;
      if (calledAtMs === null || server === null) continue;
      const desk = 1 << habits.servers.indexOf(server);
      const waiting = numbered
        .filter(
          ({ ticket }) => ticket.arrivedAtMs <= calledAtMs && (ticket.calledAtMs ?? ticket.leftAtMs ?? 0) >= calledAtMs,
        )
        .map(({ ticket }) => ({
          ticket,
          desks: ticket === called ? desksOf(ticket.language) | desk : desksOf(ticket.language),
        }));
      if (waiting.filter(({ desks }) => (desks & desk) !== 0).length > 1)
        choices.push({ waiting, chosen: number, desk, nowMs: calledAtMs });
    }
  }
  return choices;
}

/** A past or present ticket as a simulated queue holds it; stays until told otherwise. */
export function queuedOf(ticket: PastTicket, desks: number, dueGridMs: number | null): QueuedTicket {
  const { number, urgent, arrivedAtMs, topics, language } = ticket;
  return {
    number,
    urgent,
    arrivedAtMs,
    topics,
    language,
    desks,
    dueAtMs: dueAtOf(ticket, dueGridMs),
    leavesAtMs: Number.POSITIVE_INFINITY,
  };
}
