import { daysOf, type PastTicket, weekdayOf } from './past-ticket.ts';

/** Who is going to come, and how long people stay. */
export interface Arrivals {
  /** Draws who comes from `nowMs` until `untilMs`, by arrival; `cameToday` says how busy a day it is. */
  drawComing(day: DayNow, untilMs: number, uniform: () => number): Coming[];
  /** Draws when somebody leaves who has waited since `arrivedAtMs` and still does; infinite: stays. */
  leavesAtMs(arrivedAtMs: number, nowMs: number, uniform: () => number): number;
  /** Chance that somebody left unseen within the time that they have waited; 0 where leaving is noted. */
  goneUnseen(waitedMs: number): number;
}

export interface DayNow {
  weekday: number;
  dayStartMs: number;
  nowMs: number;
  cameToday: number;
}

export interface Coming {
  arrivedAtMs: number;
  like: PastTicket;
}

const BIN_MS = 15 * 60_000;
const STAYING_BIN_MS = 10 * 60_000;
const STAYING_BINS = 12;
const ENOUGH_DAYS = 4;
/** As many arrivals count as much as what is known of a usual day. */
const USUAL_DAY_WEIGHT = 8;

/** Learns from past days who comes when on which weekday, and how long people stay. */
export function learnArrivals(past: readonly PastTicket[]): Arrivals {
  const days = daysOf(past);
  const profiles = new Map<number, Float64Array>();
  const profileOf = (weekday: number): Float64Array => {
    const before = profiles.get(weekday);
    if (before) return before;
    const same = days.filter(([day]) => weekdayOf(day) === weekday);
    const profile = meanDay(same.length >= ENOUGH_DAYS ? same : days);
    profiles.set(weekday, profile);
    return profile;
  };
  const staying = learnStaying(past);
  return {
    ...staying,
    drawComing({ weekday, dayStartMs, nowMs, cameToday }, untilMs, uniform) {
      if (past.length === 0) return [];
      const profile = profileOf(weekday);
      const busy = (cameToday + USUAL_DAY_WEIGHT) / (expectedUntil(profile, nowMs - dayStartMs) + USUAL_DAY_WEIGHT);
      const coming: Coming[] = [];
      for (let fromMs = nowMs; fromMs < untilMs; ) {
        const bin = Math.floor((fromMs - dayStartMs) / BIN_MS);
        const toMs = Math.min(untilMs, dayStartMs + (bin + 1) * BIN_MS);
        const perMs = ((profile[bin] ?? 0) * busy) / BIN_MS;
        if (perMs > 0)
          for (let at = fromMs - Math.log(1 - uniform()) / perMs; at < toMs; at -= Math.log(1 - uniform()) / perMs) {
            const like = past[Math.floor(uniform() * past.length)];
            if (like) coming.push({ arrivedAtMs: at, like });
          }
        fromMs = toMs;
      }
      return coming;
    },
  };
}

/** Mean number of arrivals by quarter of an hour from midnight. */
function meanDay(days: readonly [string, readonly PastTicket[]][]): Float64Array {
  // 25 hours: the day on which the clock is set back.
  const profile = new Float64Array(100);
  for (const [, tickets] of days)
    for (const { arrivedAtMs, dayStartMs } of tickets) {
      const bin = Math.floor((arrivedAtMs - dayStartMs) / BIN_MS);
      profile[bin] = (profile[bin] ?? 0) + 1 / days.length;
    }
  return profile;
}

function expectedUntil(profile: Float64Array, timeMs: number): number {
  let sum = 0;
  for (let bin = 0; bin * BIN_MS < timeMs; bin += 1)
    sum += (profile[bin] ?? 0) * Math.min(1, (timeMs - bin * BIN_MS) / BIN_MS);
  return sum;
}

/** How often people leave per time waited, by how long they have waited, shrunk towards the mean of all. */
function learnStaying(past: readonly PastTicket[]): Pick<Arrivals, 'leavesAtMs' | 'goneUnseen'> {
  const left = new Float64Array(STAYING_BINS);
  const exposed = new Float64Array(STAYING_BINS);
  const leaving = past.filter(({ calledAtMs }) => calledAtMs === null);
  const isSeen = leaving.some(({ leftAtMs }) => leftAtMs !== null);
  const waits = past.flatMap(({ calledAtMs, arrivedAtMs }) => (calledAtMs === null ? [] : [calledAtMs - arrivedAtMs]));
  const meanWaitMs = waits.reduce((sum, wait) => sum + wait, 0) / Math.max(1, waits.length);
  for (const { calledAtMs, leftAtMs, arrivedAtMs } of past) {
    // Where nobody saw when they left it was somewhere in the time that others waited.
    const untilMs = (calledAtMs ?? leftAtMs ?? arrivedAtMs + Math.max(meanWaitMs, 15 * 60_000)) - arrivedAtMs;
    const last = Math.min(STAYING_BINS - 1, Math.floor(untilMs / STAYING_BIN_MS));
    for (let bin = 0; bin <= last; bin += 1)
      exposed[bin] = (exposed[bin] ?? 0) + (bin === last ? untilMs - bin * STAYING_BIN_MS : STAYING_BIN_MS);
    if (calledAtMs === null) left[last] = (left[last] ?? 0) + 1;
  }
  const total = exposed.reduce((sum, one) => sum + one, 0);
  const usual = total === 0 ? 0 : leaving.length / total;
  const HALF_BELIEVED_MS = 600 * 60_000;
  const hazard = left.map(
    (count, bin) => (count + usual * HALF_BELIEVED_MS) / ((exposed[bin] ?? 0) + HALF_BELIEVED_MS),
  );
  return {
    leavesAtMs(arrivedAtMs, nowMs, uniform) {
      if (usual === 0) return Number.POSITIVE_INFINITY;
      let budget = -Math.log(1 - uniform());
      for (let waitedMs = Math.max(0, nowMs - arrivedAtMs); ; ) {
        const bin = Math.min(STAYING_BINS - 1, Math.floor(waitedMs / STAYING_BIN_MS));
        const perMs = hazard[bin] ?? usual;
        const rest = bin === STAYING_BINS - 1 ? Number.POSITIVE_INFINITY : (bin + 1) * STAYING_BIN_MS - waitedMs;
        if (budget <= perMs * rest) return arrivedAtMs + waitedMs + budget / perMs;
        budget -= perMs * rest;
        waitedMs += rest;
      }
    },
    goneUnseen: (waitedMs) => (isSeen ? 0 : 1 - Math.exp(-usual * waitedMs)),
  };
}
