import { daysOf, type PastTicket, weekdayOf } from './past-ticket.ts';

/** What is known of those who serve: which languages, how long between two calls, when they begin. */
export interface DeskHabits {
  servers: readonly string[];
  /** 0 to 1: how sure it is that this server takes somebody of this language. */
  speaks(server: string, language: string): number;
  /** Draws how much longer it takes until a free server calls, when somebody has waited for it for `elapsedMs`. */
  pauseMs(server: string, elapsedMs: number, uniform: number): number;
  /** When past days were closed, a list for each day. */
  closures(weekday: number): readonly (readonly Closure[])[];
}

/** A time in which nobody called although somebody waited at its end: the door was not open yet. From midnight. */
export interface Closure {
  fromMs: number;
  /** The first call after it. */
  toMs: number;
  /** By server, its first call after that one; infinite: did not call before the next closure. */
  afterFirstMs: ReadonlyMap<string, number>;
}

/** The shortest closure, and how long somebody must have waited at its end: in a quiet hour nobody does. */
export const CLOSED_FROM_MS = 30 * 60_000;
const WAITED_MS = 90_000;
/** As many pauses of one server are enough to believe them alone. */
const ENOUGH_PAUSES = 40;
const ENOUGH_DAYS = 4;

/** What the past says of each desk: which languages it speaks, its pauses between talks, when it is there. */
export function learnDeskHabits(past: readonly PastTicket[]): DeskHabits {
  const called = past.filter(({ server, calledAtMs }) => server !== null && calledAtMs !== null);
  const servers = [...new Set(called.flatMap(({ server }) => server ?? []))].sort();
  const days = daysOf(past);
  const speaks = learnLanguages(days, called, servers);
  const pauses = learnPauses(days, speaks);
  const closures = days.map(([day, tickets]) => ({
    weekday: weekdayOf(day),
    of: closuresOf(tickets, servers),
  }));
  return {
    servers,
    speaks,
    pauseMs: pauses,
    closures(weekday) {
      const same = closures.filter((one) => one.weekday === weekday);
      return (same.length >= ENOUGH_DAYS ? same : closures).map(({ of }) => of);
    },
  };
}

/**
 * Who has served a language serves it. Who has not, and has passed over those who speak it for others who came later,
 * very likely does not; where neither has happened nobody knows.
 */
function learnLanguages(
  days: readonly [string, readonly PastTicket[]][],
  called: readonly PastTicket[],
  servers: readonly string[],
): DeskHabits['speaks'] {
  const served = servedWithChoice(days, called);
  const passed = new Map<string, number>();
  for (const [, tickets] of days) {
    for (const one of tickets) {
      if (one.calledAtMs === null) continue;
      const over = new Set<string>();
      for (const other of tickets) {
        if (other.arrivedAtMs > one.arrivedAtMs - 60_000) break;
        if (other.kind !== one.kind || other.urgent !== one.urgent || other.language === one.language) continue;
        const goneAtMs = other.calledAtMs ?? other.leftAtMs ?? 0;
        if (goneAtMs > one.calledAtMs) over.add(other.language);
      }
      for (const language of over) {
        const key = `${one.server}|${language}`;
        passed.set(key, (passed.get(key) ?? 0) + 1);
      }
    }
  }
  const languages = new Set(called.map(({ language }) => language));
  const pairs = servers.length * languages.size;
  const usual = pairs === 0 ? 0.5 : Math.min(0.9, Math.max(0.2, served.size / pairs));
  return (server, language) => {
    const key = `${server}|${language}`;
    const did = served.get(key) ?? 0;
    const not = passed.get(key) ?? 0;
    if (did === 0) return not === 0 && !languages.has(language) ? usual : (usual * 2) / (2 + 3 * not + 2);
    // Now and then with an interpreter, or while a colleague is away, is not yet a language.
    return did / (did + not) < 0.3 ? did / (did + not) : 1;
  };
}

/** As much of a language is served by whoever mainly serves it. */
const MAIN_SHARE = 0.3;

/**
 * How often each server took somebody of each language, by both names, on days on which one of those who mainly serve the
 * language was there: on the others somebody must step in.
 */
function servedWithChoice(
  days: readonly [string, readonly PastTicket[]][],
  called: readonly PastTicket[],
): Map<string, number> {
  const keyOf = ({ server, language }: PastTicket) => `${server}|${language}`;
  const all = count(called.map(keyOf));
  const ofLanguage = count(called.map(({ language }) => language));
  const mains = new Map(
    [...ofLanguage].map(([language, many]) => [
      language,
      [...new Set(called.flatMap(({ server }) => server ?? []))].filter(
        (server) => (all.get(`${server}|${language}`) ?? 0) >= MAIN_SHARE * many,
      ),
    ]),
  );
  return count(
    days.flatMap(([, tickets]) => {
      const ofDay = tickets.filter(({ server, calledAtMs }) => server !== null && calledAtMs !== null);
      const present = new Set(ofDay.map(({ server }) => server));
      const hasMain = (language: string) => (mains.get(language) ?? []).some((server) => present.has(server));
      // Where nobody mainly serves a language, whoever took it serves it.
      return ofDay.filter(({ language }) => hasMain(language) || (mains.get(language) ?? []).length === 0).map(keyOf);
    }),
  );
}

/** Pauses between the end of a talk and the next call while somebody waited for this server. */
function learnPauses(
  days: readonly [string, readonly PastTicket[]][],
  speaks: DeskHabits['speaks'],
): DeskHabits['pauseMs'] {
  const all: number[] = [];
  const byServer = new Map<string, number[]>();
  for (const [, tickets] of days) {
    for (const [server, of] of Map.groupBy(
      tickets.filter(({ calledAtMs }) => calledAtMs !== null),
      (one) => one.server ?? '',
    )) {
      const calls = [...of].sort((a, b) => (a.calledAtMs ?? 0) - (b.calledAtMs ?? 0));
      calls.forEach((one, index) => {
        const freeAtMs = one.finishedAtMs;
        const nextMs = calls[index + 1]?.calledAtMs ?? null;
        if (freeAtMs === null || nextMs === null || nextMs < freeAtMs) return;
        const isWaitedFor = tickets.some(
          (other) =>
            other.arrivedAtMs <= freeAtMs &&
            (other.calledAtMs ?? other.leftAtMs ?? 0) >= nextMs &&
            speaks(server, other.language) > 0.5,
        );
        if (!isWaitedFor) return;
        all.push(nextMs - freeAtMs);
        byServer.set(server, [...(byServer.get(server) ?? []), nextMs - freeAtMs]);
      });
    }
  }
  const sorted = (list: readonly number[]) => Float64Array.from(list).sort();
  const pooled = sorted(all);
  const own = new Map(
    [...byServer].filter(([, list]) => list.length >= ENOUGH_PAUSES).map(([server, list]) => [server, sorted(list)]),
  );
  return (server, elapsedMs, uniform) => {
    const pauses = own.get(server) ?? pooled;
    let from = 0;
    while (from < pauses.length && (pauses[from] ?? 0) < elapsedMs) from += 1;
    if (from === pauses.length) return elapsedMs === 0 ? 0 : -Math.log(1 - uniform) * Math.max(60_000, elapsedMs / 2);
    return (pauses[from + Math.floor(uniform * (pauses.length - from))] ?? elapsedMs) - elapsedMs;
  };
}

function closuresOf(tickets: readonly PastTicket[], servers: readonly string[]): Closure[] {
  const calls = tickets
    .flatMap(({ server, calledAtMs, finishedAtMs, arrivedAtMs, dayStartMs }) =>
      server === null || calledAtMs === null
        ? []
        : [
            {
              server,
              atMs: calledAtMs - dayStartMs,
              endMs: (finishedAtMs ?? calledAtMs) - dayStartMs,
              waitedMs: calledAtMs - arrivedAtMs,
            },
          ],
    )
    .sort((a, b) => a.atMs - b.atMs);
  const found: { fromMs: number; toMs: number }[] = [];
  let activeUntilMs = 0;
  for (const { atMs, endMs, waitedMs } of calls) {
    const isFirst = activeUntilMs === 0;
    if (waitedMs >= WAITED_MS && (isFirst || atMs - activeUntilMs >= CLOSED_FROM_MS))
      found.push({ fromMs: activeUntilMs, toMs: atMs });
    activeUntilMs = Math.max(activeUntilMs, endMs);
  }
  return found.map(({ fromMs, toMs }, index) => {
    const endsMs = found[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
    const firstOf = (server: string) =>
      calls.find((call) => call.server === server && call.atMs >= toMs && call.atMs <= endsMs)?.atMs ??
      Number.POSITIVE_INFINITY;
    return { fromMs, toMs, afterFirstMs: new Map(servers.map((server) => [server, firstOf(server) - toMs])) };
  });
}

function count(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
