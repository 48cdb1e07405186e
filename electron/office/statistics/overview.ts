import { centralIdOf } from '../../../shared/catalogue/own-ids.ts';
import { addDays, elapsedMs, type LocalDate, localTimeOf } from '../../../shared/kernel/instants.ts';
import { countingEvents, standingOf } from '../../../shared/queue/ticket.rules.ts';
import type { Statistics } from '../../../shared/statistics/statistics.contract.ts';
import {
  countEach,
  type EndedWait,
  halfHourOf,
  keptPromises,
  unmetFigures,
  waitFigures,
} from '../../../shared/statistics/statistics.rules.ts';
import { officeCatalogue } from '../catalogues/office-catalogue.ts';
import { countContacts } from '../consultations/count-contacts.ts';
import { type Core, openDatabaseOf } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { listUnmetDemand } from '../interpreters/unmet-demand.ts';
import { eventsOfDay } from '../queue/ticket-events.ts';
import { listTickets } from '../queue/ticket-row.ts';
import { promisesOfDays } from '../waiting-time/promise-row.ts';

const MINUTE_MS = 60_000;

/**
 * The figures of a span of local days, both included. It reads day by day and lets others take their turn in between: a
 * year must not keep a desk waiting.
 */
export async function overview(core: Core, { from, to }: { from: LocalDate; to: LocalDate }): Promise<Statistics> {
  const waits: EndedWait[] = [];
  const priorityCalls: string[] = [];
  const notServed: ReturnType<typeof listUnmetDemand> = [];
  let calls = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    await nextTurn();
    const db = openDatabaseOf(core);
    for (const { wait, priorityReason } of callsOf(db, day)) {
      waits.push(wait);
      calls += 1;
      if (priorityReason !== null) priorityCalls.push(priorityReason);
    }
    notServed.push(...listUnmetDemand(db, day, day));
  }
  const byTime = [...Map.groupBy(waits, (wait) => wait.from)].sort(([a], [b]) => (a < b ? -1 : 1));
  const minutesOf = (of: readonly EndedWait[]) => of.map(({ waitedMinutes }) => waitedMinutes);
  return {
    from,
    to,
    catalogue: officeCatalogue(openDatabaseOf(core)).version,
    waiting: {
      ...waitFigures(minutesOf(waits)),
      byTime: byTime.map(([time, of]) => ({ from: time, ...waitFigures(minutesOf(of)) })),
    },
    contacts: countContacts(openDatabaseOf(core), from, to),
    promises: keptPromises(waits),
    priority: { calls, byReason: countEach(priorityCalls) },
    unmet: unmetFigures(notServed.map(asCentral)),
  };
}

/** What an office added counts as what it belongs to. */
function asCentral<T extends { topics: readonly string[] }>(one: T): T {
  return { ...one, topics: [...new Set(one.topics.map(centralIdOf))] };
}

/** The tickets of a day that were called, with how long they had waited until the first call. */
function callsOf(db: Db, day: LocalDate): { wait: EndedWait; priorityReason: string | null }[] {
  const events = eventsOfDay(db, day);
  const promises = promisesOfDays(db, day, day);
  return listTickets(db, day).flatMap((ticket) => {
    const of = events.get(ticket.id) ?? [];
    if (standingOf(of).state === 'void') return [];
    const call = countingEvents(of).find(({ type }) => type === 'called' || type === 'started');
    if (!call) return [];
    const promise = promises.get(ticket.id);
    const since = ticket.due_at !== null && ticket.due_at > ticket.arrived_at ? ticket.due_at : ticket.arrived_at;
    return [
      {
        priorityReason: ticket.priority_reason,
        wait: {
          language: ticket.spoken,
          from: halfHourOf(localTimeOf(ticket.arrived_at)),
          waitedMinutes: elapsedMs(since, call.at) / MINUTE_MS,
          promise: promise
            ? {
                fromMinutes: promise.from_minutes,
                toMinutes: promise.to_minutes,
                afterMinutes: elapsedMs(promise.promised_at, call.at) / MINUTE_MS,
              }
            : null,
        },
      },
    ];
  });
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
