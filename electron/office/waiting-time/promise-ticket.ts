import { elapsedMs } from '../../../shared/kernel/instants.ts';
import type { PromisedRange } from '../../../shared/waiting-time/promised-range.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { getTicket } from '../queue/ticket-row.ts';
import { waitingTimeOf } from './known-waiting-time.ts';
import { type Live, liveQueue } from './live-queue.ts';
import { forecastFor } from './live-range.ts';
import { findPromise, insertPromise, promisedRange, promisesOfDays } from './promise-row.ts';

/** A promise is made when somebody comes; of who came longer ago (typed in later) nothing is promised. */
const JUST_COME_MS = 3 * 60_000;

/** Promises a ticket its range, once. Never fails: a ticket without a promise is called all the same. */
export function promiseNewTicket(core: Core, ticketId: string): void {
  try {
    if (core.database) promiseFor(core, ticketId);
  } catch {
    core.ports.log.write({ level: 'warning', code: 'no-waiting-time' });
  }
}

/**
 * The range that a ticket was promised, made now if it was not yet: for the slip, which is printed at once. Null where
 * nothing can be promised. Throws NOT_FOUND.
 */
export function promiseFor(core: Core, ticketId: string): PromisedRange | null {
  const db = openDatabaseOf(core);
  const ticket = getTicket(db, ticketId);
  const before = findPromise(db, ticketId);
  if (before) return promisedRange(before);
  const now = core.ports.clock.now();
  if (ticket.source === 'paper' || elapsedMs(ticket.arrived_at, now) > JUST_COME_MS) return null;
  const live = liveQueue(db, core, now);
  const target = live?.byId.get(ticketId);
  if (!live || !target || target.calledAtMs !== null || target.leftAtMs !== null) return null;
  learnFromToday(core, live);
  const { low, high, fromMinutes, toMinutes } = forecastFor(core, live, target);
  writeAndPublish(core, { staffId: null, procedure: 'waiting-time.promise' }, (tx) => {
    insertPromise(tx, {
      ticket_id: ticketId,
      promised_at: tx.at,
      low,
      high,
      from_minutes: fromMinutes,
      to_minutes: toMinutes,
    });
    tx.touch({ entity: 'ticket', id: ticketId, op: 'put', fields: ['promise'], revision: ticket.revision });
  });
  return { fromMinutes, toMinutes };
}

/** Waits of today that have ended since the last look correct the next ranges. */
function learnFromToday(core: Core, live: Live): void {
  const { learned } = waitingTimeOf(core);
  const promises = promisesOfDays(openDatabaseOf(core), live.day, live.day);
  for (const [ticketId, { calledAtMs, language }] of live.byId) {
    const promise = promises.get(ticketId);
    if (!promise || calledAtMs === null || learned.heeded.has(ticketId)) continue;
    learned.heeded.add(ticketId);
    const waitedMinutes = Math.max(0, calledAtMs - Date.parse(promise.promised_at)) / 60_000;
    learned.correction.learn({ language, low: promise.low, high: promise.high, waitedMinutes });
  }
}
