import { type OfficeModel, queuedOf } from './office-model.ts';
import { byArrival, type PastTicket } from './past-ticket.ts';
import { seeded } from './seeded.ts';
import { type QueuedTicket, simulateCall } from './simulate-call.ts';
import { beginningsFor, type Standing, standingsOf } from './standings.ts';

/** The queue at this moment. */
export interface LiveQueue {
  nowMs: number;
  dayStartMs: number;
  weekday: number;
  /** Today's tickets as far as they have come; what has not happened yet is null. */
  today: readonly PastTicket[];
  /** Who sits at a desk, where that is known; else it is found out from who has called and from the past. */
  staffed?: readonly { server: string; serves(ticket: PastTicket): boolean }[];
  /** Appointments of today that have not come yet, where they are known; then no others are expected. */
  booked?: readonly PastTicket[];
}

export interface ForecastOptions {
  /** How often the day is played on; without it, as often as a range needs to stand still, less in a long queue. */
  paths?: number;
  seed: number;
}

const MOST_PATHS = 96;
const LEAST_PATHS = 48;
/** Beyond as many who wait each play takes long, and its end hangs less on chance. */
const SHORT_QUEUE = 14;

/** A play of a very long queue takes the square of it; a few still tell the order of size. */
const LONG_QUEUE = 80;
const FEW_PATHS = 8;

function pathsFor(waiting: number): number {
  if (waiting > LONG_QUEUE) return Math.max(FEW_PATHS, Math.round(LEAST_PATHS * (LONG_QUEUE / waiting) ** 2));
  return Math.max(LEAST_PATHS, Math.round(MOST_PATHS * Math.min(1, SHORT_QUEUE / Math.max(1, waiting))));
}

/** What comes later than this changes nothing for who comes now. */
const HORIZON_MS = 150 * 60_000;
/** Nobody can tell a longer wait; it stands for "not today", too. */
const LONGEST_MINUTES = 600;

/**
 * Plays the day on from this moment, many times, each time with other lengths of talks, arrivals and people who leave.
 * Returns the minutes until the target is called, one for each time, the shortest first. The same queue and seed give the
 * same minutes.
 */
export function forecastMinutes(
  model: OfficeModel,
  queue: LiveQueue,
  target: PastTicket,
  { paths, seed }: ForecastOptions,
): Float64Array {
  const uniform = seeded(seed);
  const { nowMs } = queue;
  const waiting = queue.today
    .filter((one) => one !== target && one.arrivedAtMs <= nowMs && isOpenAt(one, nowMs))
    .sort(byArrival);
  const servers = queue.staffed?.map(({ server }) => server) ?? serversOf(model, queue);
  const serves = servesOf(model, queue);
  const standings = standingsOf(queue, servers, serves, waiting);
  const drawBeginning = beginningsFor(model, queue, waiting);
  const gone = waiting.map((one) => chanceOfBeingGone(model, queue, serves, servers, one));
  const sample = Float64Array.from({ length: paths ?? pathsFor(waiting.length) }, () => {
    const beginning = drawBeginning(uniform);
    const freeAtMs = standings.map((standing) => freeAt(model, standing, queue, beginning, uniform));
    const desksOf = drawDesks(servers, serves, freeAtMs, uniform);
    const self = queuedOf(target, desksOf(target), model.dueGridMs);
    const tickets: QueuedTicket[] = [self];
    waiting.forEach((one, index) => {
      if (uniform() < (gone[index] ?? 0)) return;
      const ticket = queuedOf(one, desksOf(one), model.dueGridMs);
      ticket.leavesAtMs = model.arrivals.leavesAtMs(one.arrivedAtMs, nowMs, uniform);
      tickets.push(ticket);
    });
    pushComing(tickets, model, queue, desksOf, uniform);
    tickets.sort((a, b) => a.arrivedAtMs - b.arrivedAtMs || a.number - b.number);
    const calledAtMs = simulateCall({
      freeAtMs,
      tickets,
      target: self,
      order: model.order,
      disorder: model.disorder,
      occupiedMs: (desk, { topics, language }) => {
        const server = servers[desk] ?? '';
        return (
          model.times.remainingMs({ server, topics, language }, 0, uniform()) +
          model.habits.pauseMs(server, 0, uniform())
        );
      },
      uniform,
    });
    return Math.min(LONGEST_MINUTES, Math.max(0, (calledAtMs - nowMs) / 60_000));
  });
  return sample.sort();
}

function isOpenAt({ calledAtMs, leftAtMs }: PastTicket, nowMs: number): boolean {
  return (calledAtMs === null || calledAtMs > nowMs) && (leftAtMs === null || leftAtMs > nowMs);
}

function serversOf(model: OfficeModel, { today }: LiveQueue): string[] {
  const seen = today.flatMap(({ server, calledAtMs }) => (server === null || calledAtMs === null ? [] : [server]));
  // A simulated queue knows a desk by one bit.
  return [...new Set([...seen, ...model.habits.servers])].slice(0, 30);
}

/** How sure it is, 0 to 1, that a server takes a ticket. */
export type Serves = (server: string, ticket: PastTicket) => number;

function servesOf(model: OfficeModel, { staffed, today }: LiveQueue): Serves {
  if (staffed) {
    const byServer = new Map(staffed.map((one) => [one.server, one]));
    return (server, ticket) => (byServer.get(server)?.serves(ticket) ? 1 : 0);
  }
  const didToday = new Set(today.map(({ server, language }) => `${server}|${language}`));
  return (server, { language }) => (didToday.has(`${server}|${language}`) ? 1 : model.habits.speaks(server, language));
}

/**
 * For one play: the desks that serve a ticket; where it is not sure, sometimes so, sometimes not, but the same for all of a
 * language; all of those who are there where none of them does.
 */
function drawDesks(
  servers: readonly string[],
  serves: Serves,
  freeAtMs: readonly number[],
  uniform: () => number,
): (ticket: PastTicket) => number {
  const here = freeAtMs.reduce((bits, at, index) => (at < Number.POSITIVE_INFINITY ? bits | (1 << index) : bits), 0);
  const draws = new Map<string, number>();
  const isServed = (server: string, ticket: PastTicket) => {
    const chance = serves(server, ticket);
    if (chance >= 1) return true;
    if (chance <= 0.02) return false;
    const key = `${server}|${ticket.language}`;
    const draw = draws.get(key) ?? uniform();
    draws.set(key, draw);
    return draw < chance;
  };
  return (ticket) => {
    let bits = 0;
    servers.forEach((server, index) => {
      if (isServed(server, ticket)) bits |= 1 << index;
    });
    // Who serves the language is not there today: then the others do, as well as they can.
    return (bits & here) === 0 ? here : bits;
  };
}

/**
 * Where leaving is not noted: who was passed over by somebody who waited in the same line, came later and was called at a
 * desk that serves both has very likely gone.
 */
function chanceOfBeingGone(
  model: OfficeModel,
  { today, nowMs }: LiveQueue,
  serves: Serves,
  servers: readonly string[],
  one: PastTicket,
): number {
  const chance = model.arrivals.goneUnseen(nowMs - one.arrivedAtMs);
  if (chance === 0) return 0;
  const serving = (ticket: PastTicket) => servers.filter((server) => serves(server, ticket) > 0.5).length;
  const own = serving(one);
  const isPassedOver = today.some(
    (other) =>
      other.kind === one.kind &&
      other.urgent === one.urgent &&
      other.arrivedAtMs > one.arrivedAtMs &&
      other.calledAtMs !== null &&
      other.calledAtMs <= nowMs &&
      other.server !== null &&
      // A credit goes to those whom fewer desks serve, so that overtaking by these says nothing.
      (other.language === one.language || (serves(other.server, one) > 0.98 && serving(other) >= own)),
  );
  return isPassedOver ? 0.95 : chance;
}

function pushComing(
  tickets: QueuedTicket[],
  model: OfficeModel,
  { nowMs, dayStartMs, weekday, today, booked }: LiveQueue,
  desksOf: (ticket: PastTicket) => number,
  uniform: () => number,
): void {
  const coming = model.arrivals.drawComing(
    { weekday, dayStartMs, nowMs, cameToday: today.length },
    nowMs + HORIZON_MS,
    uniform,
  );
  let number = 1_000_000;
  for (const { arrivedAtMs, like } of coming) {
    if (booked && like.kind === 'appointment') continue;
    const shiftMs = arrivedAtMs - like.arrivedAtMs;
    const dueAtMs = like.dueAtMs === null ? null : like.dueAtMs + shiftMs;
    number += 1;
    tickets.push(queuedOf({ ...like, number, arrivedAtMs, dueAtMs, dayStartMs }, desksOf(like), model.dueGridMs));
  }
  for (const one of booked ?? []) tickets.push(queuedOf(one, desksOf(one), null));
}

function freeAt(
  model: OfficeModel,
  standing: Standing,
  { nowMs }: LiveQueue,
  beginning: (standing: Standing & { kind: 'not-begun' }) => number,
  uniform: () => number,
): number {
  const { server } = standing;
  switch (standing.kind) {
    case 'busy':
      return (
        nowMs +
        model.times.remainingMs({ ...standing.talk, server }, standing.elapsedMs, uniform()) +
        model.habits.pauseMs(server, 0, uniform())
      );
    case 'free':
      return standing.waitedForMs === null
        ? nowMs
        : nowMs + model.habits.pauseMs(server, standing.waitedForMs, uniform());
    case 'not-begun':
      return beginning(standing);
  }
}
