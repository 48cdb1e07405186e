import type { Instant } from '../kernel/instants.ts';
import { type Claim, type ClaimFacts, callMoment, claimAt, compareClaims, RANKS } from './calling-claim.rules.ts';

/** A ticket that waits, as far as the order of calling asks. */
export interface WaitingTicket {
  id: string;
  number: number;
  kind: 'walk-in' | 'appointment' | 'call-back' | 'home-visit';
  /** Languages that it can be served in, any of them: what the person speaks and understands. Empty: any. */
  languages: readonly string[];
  priorityReason: string | null;
  arrivedAt: Instant;
  /** When an appointment, call-back or home visit is due; null for a walk-in, or for one without a time. */
  dueAt: Instant | null;
  /** Whom the ticket was forwarded to: a desk, a person, an employer; null: to anybody. */
  forwardedTo?: { desk?: number | null; staffId?: string | null; employerId?: string | null } | null;
  genderWish?: 'w' | 'm' | null;
}

/** Somebody at a desk. */
export interface StaffedDesk {
  desk: number;
  staffId: string;
  employerId: string;
  languages: readonly string[];
  /** Null: not stated; then a wish for a gender cannot be met here. */
  gender?: 'w' | 'm' | null | undefined;
}

/** Why a ticket stands where it stands; each has a text in locales/<language>/queue.json under `why`. */
export const CALL_REASONS = [
  /** It has a priority reason. */
  'urgent',
  /** Its time has come. */
  'due',
  /** It was forwarded here. */
  'forwarded',
  /** Its credit brought it before somebody who came earlier. */
  'scarce-language',
  /** It has waited longest. */
  'longest-wait',
  /** It has an appointment later, or one that the other desks are to take first; nobody else waits here. */
  'early',
  /** Somebody else present serves it better; called here it needs an interpreter. */
  'with-interpreter',
  /** It was forwarded elsewhere and is not called here. */
  'not-here',
] as const;
export type CallReason = (typeof CALL_REASONS)[number];

export interface Why {
  reason: CallReason;
  /** Whole minutes of credit in its claim. */
  creditMinutes: number;
}

export interface PlacedTicket<T> {
  ticket: T;
  why: Why;
  /** Whether `call next` at this desk may take it. */
  callable: boolean;
}

/** What a desk can be for a ticket, the better the lower. */
const FIT = { serves: 0, withInterpreter: 1, notHere: 2 } as const;
type Fit = (typeof FIT)[keyof typeof FIT];

/**
 * The order in which this desk calls, at an instant, with the reason for each place. First those whom it serves, or whom
 * nobody present serves (then any desk calls, with an interpreter): urgent ones, then appointments that are due (120 s
 * before their time, as in ZMS), then walk-ins by the time waited and a bounded credit for languages that few desks
 * serve, then who is early or is left to the other desks for a few minutes. After them those whom another desk serves,
 * last those forwarded elsewhere.
 *
 * Pure: the same tickets, desks and instant give the same order, whatever the order of the lists. `others` are the other
 * staffed desks, busy or not.
 */
export function orderForDesk<T extends WaitingTicket>(
  waiting: readonly T[],
  desk: StaffedDesk,
  others: readonly StaffedDesk[],
  at: Instant,
): PlacedTicket<T>[] {
  const desks = [desk, ...others];
  const nowMs = Date.parse(at);
  const facts = waiting.map((ticket) => factsOf(ticket, desks));
  // The calling desk is the first, so its bit is 1.
  const moment = callMoment(facts, 1, desks.length, nowMs);
  const placed = waiting.map((ticket, index) => ({
    ticket,
    claim: claimAt(facts[index] ?? factsOf(ticket, desks), moment),
    fit: fitOf(ticket, desk, others),
  }));
  placed.sort((a, b) => a.fit - b.fit || compareClaims(a.claim, b.claim) || byNumberAndId(a.ticket, b.ticket));
  return placed.map(({ ticket, claim, fit }, place) => {
    const overtakes = () =>
      placed
        .slice(place + 1)
        .some((later) => later.fit === fit && isOvertaken(ticket, claim, later.ticket, later.claim));
    return {
      ticket,
      why: { reason: reasonOf(ticket, claim, fit, overtakes), creditMinutes: Math.round(claim.creditMs / 60_000) },
      callable: fit !== FIT.notHere,
    };
  });
}

/**
 * The order of the waiting list as all desks see it together, for a screen that belongs to no desk: each ticket counts
 * as served where it is served best.
 */
export function orderForAll<T extends WaitingTicket>(
  waiting: readonly T[],
  desks: readonly StaffedDesk[],
  at: Instant,
): T[] {
  const facts = waiting.map((ticket) => factsOf(ticket, desks));
  // No desk's bit: nothing is left to others here.
  const moment = callMoment(facts, 0, Math.max(1, desks.length), Date.parse(at));
  return waiting
    .map((ticket, index) => ({ ticket, claim: claimAt(facts[index] ?? factsOf(ticket, desks), moment) }))
    .sort((a, b) => compareClaims(a.claim, b.claim) || byNumberAndId(a.ticket, b.ticket))
    .map(({ ticket }) => ticket);
}

/** A call's reason as the ticket's event keeps it: `longest-wait`, or with minutes of credit `scarce-language+12`. */
export function callReasonText({ reason, creditMinutes }: Why): string {
  return creditMinutes > 0 ? `${reason}+${creditMinutes}` : reason;
}

/** Reads such a reason back; null for any other text. */
export function parseCallReason(text: string | null): Why | null {
  const [name, minutes] = (text ?? '').split('+');
  const reason = CALL_REASONS.find((known) => known === name);
  if (!reason || (minutes !== undefined && !/^\d+$/.test(minutes))) return null;
  return { reason, creditMinutes: Number(minutes ?? 0) };
}

/** Whether who sits there can serve the ticket alone: forwarded nowhere else, a common language, the gender wished for. */
export function serves(desk: StaffedDesk, ticket: WaitingTicket): boolean {
  if (!isForwardedHere(desk, ticket)) return false;
  if (ticket.genderWish && desk.gender !== ticket.genderWish) return false;
  return ticket.languages.length === 0 || ticket.languages.some((language) => desk.languages.includes(language));
}

function isForwardedHere(desk: StaffedDesk, { forwardedTo }: WaitingTicket): boolean {
  if (!forwardedTo) return true;
  const { desk: number, staffId, employerId } = forwardedTo;
  return (
    (number == null || number === desk.desk) &&
    (staffId == null || staffId === desk.staffId) &&
    (employerId == null || employerId === desk.employerId)
  );
}

function factsOf(ticket: WaitingTicket, desks: readonly StaffedDesk[]): ClaimFacts {
  const serving = desks.reduce((bits, desk, index) => (serves(desk, ticket) ? bits | (1 << index) : bits), 0);
  return {
    urgent: ticket.priorityReason !== null,
    dueAtMs: ticket.dueAt === null ? null : Date.parse(ticket.dueAt),
    arrivedAtMs: Date.parse(ticket.arrivedAt),
    desks: serving === 0 ? 2 ** Math.max(1, desks.length) - 1 : serving,
  };
}

function fitOf(ticket: WaitingTicket, desk: StaffedDesk, others: readonly StaffedDesk[]): Fit {
  if (!isForwardedHere(desk, ticket)) return FIT.notHere;
  return serves(desk, ticket) || !others.some((other) => serves(other, ticket)) ? FIT.serves : FIT.withInterpreter;
}

function reasonOf(ticket: WaitingTicket, claim: Claim, fit: Fit, overtakes: () => boolean): CallReason {
  if (fit === FIT.notHere) return 'not-here';
  if (fit === FIT.withInterpreter) return 'with-interpreter';
  if (claim.rank === RANKS.urgent) return 'urgent';
  if (claim.rank === RANKS.due) return 'due';
  if (claim.rank === RANKS.early) return 'early';
  if (ticket.forwardedTo) return 'forwarded';
  return overtakes() ? 'scarce-language' : 'longest-wait';
}

function isOvertaken(ticket: WaitingTicket, claim: Claim, later: WaitingTicket, laterClaim: Claim): boolean {
  return claim.creditMs > 0 && laterClaim.rank === claim.rank && later.arrivedAt < ticket.arrivedAt;
}

function byNumberAndId(a: WaitingTicket, b: WaitingTicket): number {
  return a.number - b.number || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
