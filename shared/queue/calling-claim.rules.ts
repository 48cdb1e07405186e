/**
 * What a ticket's place in the order of calling depends on, in numbers only. The order of calling and the forward
 * simulation of the waiting time lean on this one function, so that what is promised is what will be called.
 */
export interface ClaimFacts {
  urgent: boolean;
  /** When an appointment, call-back or home visit is due, milliseconds since the epoch; null: whoever came without one. */
  dueAtMs: number | null;
  /** Milliseconds since the epoch. */
  arrivedAtMs: number;
  /** How many of the desks that are staffed now can serve this ticket. */
  servingDesks: number;
  /** How many desks are staffed now. */
  staffedDesks: number;
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
 * How fast credit accumulates, and where it ends, by the share of the desks that serve the ticket: whoever can only be
 * served at one desk of three waits for that desk alone, and gains on those who can be served at any. The bound keeps
 * a common language from being overtaken without end.
 */
export const SCARCITY_CREDIT = { perWaitedMs: 0.6, boundMs: 25 * 60_000 } as const;

/** The claim of one ticket at an instant. Deterministic: the same facts give the same claim. */
export function claimAt(facts: ClaimFacts, nowMs: number): Claim {
  const { dueAtMs, arrivedAtMs } = facts;
  if (facts.urgent) return { rank: RANKS.urgent, sinceMs: arrivedAtMs, creditMs: 0 };
  if (dueAtMs !== null) {
    const rank = nowMs >= dueAtMs - DUE_BEFORE_MS ? RANKS.due : RANKS.early;
    // Who comes late to an appointment does not go before those who came in time for a later one.
    return { rank, sinceMs: Math.max(dueAtMs, arrivedAtMs), creditMs: 0 };
  }
  const creditMs = scarcityCreditMs(facts, nowMs);
  return { rank: RANKS.walkIn, sinceMs: arrivedAtMs - creditMs, creditMs };
}

/** The credit for a language that few desks serve, milliseconds; 0 where every desk serves it, or none does. */
export function scarcityCreditMs(facts: ClaimFacts, nowMs: number): number {
  const { servingDesks, staffedDesks, arrivedAtMs } = facts;
  if (servingDesks === 0 || servingDesks >= staffedDesks) return 0;
  const scarcity = (staffedDesks - servingDesks) / (staffedDesks - 1);
  const waitedMs = Math.max(0, nowMs - arrivedAtMs);
  return Math.min(SCARCITY_CREDIT.boundMs, SCARCITY_CREDIT.perWaitedMs * waitedMs) * scarcity;
}

/** Negative when `a` is called before `b`. Equal claims are the caller's to settle, by number. */
export function compareClaims(a: Claim, b: Claim): number {
  return a.rank - b.rank || a.sinceMs - b.sinceMs;
}
