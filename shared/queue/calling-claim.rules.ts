/**
 * What a ticket's place in the order of calling depends on, in numbers only. The order of calling, the simulated offices
 * and the forward simulation of the waiting time lean on this one page, so that what is promised is what will be called.
 */
export interface ClaimFacts {
  urgent: boolean;
  /** When an appointment, call-back or home visit is due, milliseconds since the epoch; null: whoever came without one. */
  dueAtMs: number | null;
  /** Milliseconds since the epoch. */
  arrivedAtMs: number;
  /** The staffed desks that serve this ticket, one bit each; all of them where none does, since then any calls it. */
  desks: number;
}

/** A desk calls: when, and who waits at this moment. */
export interface CallMoment {
  nowMs: number;
  /** How many desks are staffed. */
  staffedDesks: number;
  /** 0 to 1: how much of those who wait depends on exactly these desks, measured by a fair share. */
  pressureOn: (desks: number) => number;
  /** Whether this desk leaves what others can take to them for a while: it alone serves some who wait. */
  leavesToOthers: boolean;
}

/** A ticket's claim to be called: the lower rank first, within a rank the lower `sinceMs`. */
export interface Claim {
  rank: (typeof RANKS)[keyof typeof RANKS];
  /** From when the ticket counts as waiting: its arrival or its time, moved back by its credit. */
  sinceMs: number;
  /** Milliseconds of credit in it. */
  creditMs: number;
}

/** The ranks of ZMS (it-at-m/eappointment): 1 urgent, 2 appointments that are due, 3 walk-ins; after them who is too early. */
export const RANKS = { urgent: 1, due: 2, walkIn: 3, early: 4 } as const;

/** An appointment is due two minutes before its time (ZMS). */
export const DUE_BEFORE_MS = 120_000;

/**
 * Credit for whoever few desks serve: it accumulates four times as fast as the wait, up to a bound, and the less the more
 * desks serve the ticket; so a common language is never overtaken without end. The figures are those with which the
 * languages' mean waits lay closest together in the simulated offices (tests/bench) without a longer wait for anybody.
 */
export const SCARCITY_CREDIT = { perWaitedMs: 4, boundMs: 45 * 60_000, amongDueMs: 10 * 60_000 } as const;

/**
 * A desk that alone serves some who have waited for five minutes, and many of them, leaves an appointment that others
 * serve to the others, for eight minutes: they are free within that time more often than not.
 */
export const LEAVING = { afterWaitedMs: 5 * 60_000, fromPressure: 0.6, forMs: 8 * 60_000 } as const;

/** The moment at which `desk` (one bit) calls. `waiting` is everybody who waits, whoever serves them. */
export function callMoment(
  waiting: readonly ClaimFacts[],
  desk: number,
  staffedDesks: number,
  nowMs: number,
): CallMoment {
  const fairShare = Math.max(1, waiting.length) / staffedDesks;
  const known = new Map<number, number>();
  const pressureOn = (desks: number): number => {
    const before = known.get(desks);
    if (before !== undefined) return before;
    // Those who can be served at these desks and nowhere else.
    let dependent = 0;
    for (const one of waiting) if ((one.desks & ~desks) === 0) dependent += 1;
    const pressure = Math.min(1, dependent / bitCount(desks) / fairShare);
    known.set(desks, pressure);
    return pressure;
  };
  const leavesToOthers =
    staffedDesks > 1 &&
    waiting.some(
      ({ desks, dueAtMs, arrivedAtMs }) =>
        desks === desk && dueAtMs === null && nowMs - arrivedAtMs > LEAVING.afterWaitedMs,
    ) &&
    pressureOn(desk) > LEAVING.fromPressure;
  return { nowMs, staffedDesks, pressureOn, leavesToOthers };
}

/** The claim of one ticket. Deterministic: the same facts at the same moment give the same claim. */
export function claimAt(facts: ClaimFacts, moment: CallMoment): Claim {
  const rank = rankAt(facts, moment);
  const creditMs = creditAt(facts, moment);
  return { rank, sinceMs: sinceMs(facts) - creditMs, creditMs };
}

/** Negative when `a` is called before `b`. Equal claims are the caller's to settle, by number. */
export function compareClaims(a: Claim, b: Claim): number {
  return a.rank - b.rank || a.sinceMs - b.sinceMs;
}

/** A claim as one number, the lower the sooner: for the many thousand calls of a simulation. */
export function claimKey(facts: ClaimFacts, moment: CallMoment): number {
  // Milliseconds since the epoch stay below 1e13 for centuries.
  return rankAt(facts, moment) * 1e13 + sinceMs(facts) - creditAt(facts, moment);
}

function rankAt({ urgent, dueAtMs, arrivedAtMs, desks }: ClaimFacts, moment: CallMoment): Claim['rank'] {
  if (urgent) return RANKS.urgent;
  if (dueAtMs === null) return RANKS.walkIn;
  if (moment.nowMs < dueAtMs - DUE_BEFORE_MS) return RANKS.early;
  const isLeft =
    moment.leavesToOthers && bitCount(desks) > 1 && moment.nowMs - Math.max(dueAtMs, arrivedAtMs) < LEAVING.forMs;
  return isLeft ? RANKS.early : RANKS.due;
}

/** Who comes late to an appointment does not go before those who came in time for a later one. */
function sinceMs({ urgent, dueAtMs, arrivedAtMs }: ClaimFacts): number {
  return dueAtMs === null || urgent ? arrivedAtMs : Math.max(dueAtMs, arrivedAtMs);
}

/** The credit for a ticket that few desks serve, milliseconds; 0 where every desk serves it. */
function creditAt(facts: ClaimFacts, { nowMs, staffedDesks, pressureOn }: CallMoment): number {
  const serving = bitCount(facts.desks);
  if (facts.urgent || serving >= staffedDesks) return 0;
  const scarcity = ((staffedDesks - serving) / (staffedDesks - 1)) ** 2;
  if (facts.dueAtMs !== null) return scarcity * SCARCITY_CREDIT.amongDueMs;
  const waitedMs = Math.max(0, nowMs - facts.arrivedAtMs);
  return scarcity * Math.min(SCARCITY_CREDIT.boundMs, SCARCITY_CREDIT.perWaitedMs * waitedMs) * pressureOn(facts.desks);
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
