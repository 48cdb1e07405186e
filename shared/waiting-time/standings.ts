import { CLOSED_FROM_MS, type Closure } from './desk-habits.ts';
import type { LiveQueue, Serves } from './forecast.ts';
import type { OfficeModel } from './office-model.ts';
import type { PastTicket } from './past-ticket.ts';

/** What somebody who serves is doing now. */
export type Standing =
  /** Talks, since so long. */
  | { kind: 'busy'; server: string; elapsedMs: number; talk: { topics: readonly string[]; language: string } }
  /** Is free; null: nobody has waited for it, else since how long somebody has. */
  | { kind: 'free'; server: string; waitedForMs: number | null }
  /** Has not called today; whether somebody waits whom it would have called. */
  | { kind: 'not-begun'; server: string; isWaitedFor: boolean };

/** What each of them is doing, told from today's tickets. */
export function standingsOf(
  { today, nowMs, staffed }: LiveQueue,
  servers: readonly string[],
  serves: Serves,
  waiting: readonly PastTicket[],
): Standing[] {
  const calls = callsOf(today, nowMs);
  const openSinceMs = openSince(calls, nowMs);
  return servers.map((server): Standing => {
    const newest = calls.findLast((call) => call.server === server);
    const waitedForSince = Math.min(
      ...waiting.filter((ticket) => serves(server, ticket) > 0.5).map(({ arrivedAtMs }) => arrivedAtMs),
    );
    if (!newest || newest.calledAtMs < openSinceMs)
      // Who is known to sit there is there.
      return staffed
        ? { kind: 'free', server, waitedForMs: null }
        : { kind: 'not-begun', server, isWaitedFor: waitedForSince < nowMs };
    if (newest.endedAtMs > nowMs)
      return { kind: 'busy', server, elapsedMs: nowMs - newest.calledAtMs, talk: newest.ticket };
    const sinceMs = Math.max(newest.endedAtMs, waitedForSince);
    return { kind: 'free', server, waitedForMs: sinceMs < nowMs ? nowMs - sinceMs : null };
  });
}

interface Call {
  ticket: PastTicket;
  server: string;
  calledAtMs: number;
  /** Infinite while the talk goes on. */
  endedAtMs: number;
}

/** Today's calls so far, the oldest first. */
function callsOf(today: readonly PastTicket[], nowMs: number): Call[] {
  return today
    .flatMap((ticket) => {
      const { server, calledAtMs, finishedAtMs } = ticket;
      if (server === null || calledAtMs === null || calledAtMs > nowMs) return [];
      const endedAtMs = finishedAtMs !== null && finishedAtMs <= nowMs ? finishedAtMs : Number.POSITIVE_INFINITY;
      return [{ ticket, server, calledAtMs, endedAtMs }];
    })
    .sort((a, b) => a.calledAtMs - b.calledAtMs);
}

/** The first call after the newest time in which everything stood still; infinite when it stands still now. */
function openSince(calls: readonly Call[], nowMs: number): number {
  let since = Number.POSITIVE_INFINITY;
  let activeUntilMs = Number.NEGATIVE_INFINITY;
  for (const { calledAtMs, endedAtMs } of calls) {
    if (calledAtMs - activeUntilMs >= CLOSED_FROM_MS) since = calledAtMs;
    activeUntilMs = Math.max(activeUntilMs, endedAtMs);
  }
  return nowMs - activeUntilMs >= CLOSED_FROM_MS ? Number.POSITIVE_INFINITY : since;
}

/** Draws, for one play, when somebody begins who has not called yet. */
export type DrawBeginning = (uniform: () => number) => (standing: Standing & { kind: 'not-begun' }) => number;

/**
 * When those begin who have not called yet since the door was last closed. For each play a day of the past is taken for
 * all of them, so that who used to begin together does; what today has shown already is heeded.
 */
export function beginningsFor(
  model: OfficeModel,
  { today, nowMs, dayStartMs, weekday }: LiveQueue,
  waiting: readonly PastTicket[],
): DrawBeginning {
  const past = model.habits.closures(weekday);
  const firstCallMs = openSince(callsOf(today, nowMs), nowMs);
  if (firstCallMs === Number.POSITIVE_INFINITY) {
    const timeMs = nowMs - dayStartMs;
    const somebodyWaits = waiting.some(({ arrivedAtMs }) => nowMs - arrivedAtMs > 90_000);
    return (uniform) => {
      const opening = drawOpening(past, timeMs, somebodyWaits, uniform);
      return ({ server }) => dayStartMs + opening.atMs + (opening.like?.afterFirstMs.get(server) ?? 0);
    };
  }
  // The closures that ended at about the time at which today's last one did.
  const alike = past.flatMap((closures) => {
    const near = closures.filter(({ toMs }) => Math.abs(dayStartMs + toMs - firstCallMs) < 45 * 60_000);
    return near.slice(0, 1);
  });
  return (uniform) => {
    const like = pick(alike, uniform);
    return ({ server, isWaitedFor }) => {
      const startOf = (one: Closure | undefined) => firstCallMs + (one?.afterFirstMs.get(server) ?? 0);
      if (!isWaitedFor) return Math.max(nowMs, startOf(like));
      const later = pick(
        alike.filter((one) => startOf(one) > nowMs),
        uniform,
      );
      return later === undefined ? Number.POSITIVE_INFINITY : startOf(later);
    };
  };
}

/** When the door opens, from midnight, if it is closed now; now, if it is open and nobody came. */
function drawOpening(
  past: readonly (readonly Closure[])[],
  timeMs: number,
  somebodyWaits: boolean,
  uniform: () => number,
): { atMs: number; like: Closure | undefined } {
  const now = (closures: readonly Closure[]) => closures.find(({ fromMs, toMs }) => fromMs <= timeMs && timeMs < toMs);
  if (!somebodyWaits) {
    const like = now(pick(past, uniform) ?? []);
    return { atMs: like?.toMs ?? timeMs, like };
  }
  const like = pick(
    past.flatMap((closures) => now(closures) ?? []),
    uniform,
  );
  // Later than ever before: any minute now.
  return like ? { atMs: like.toMs, like } : { atMs: timeMs - Math.log(1 - uniform()) * 5 * 60_000, like };
}

function pick<T>(list: readonly T[], uniform: () => number): T | undefined {
  return list[Math.floor(uniform() * list.length)];
}
