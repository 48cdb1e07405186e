import { elapsedMs, type Instant, localDateOf } from '../../../shared/kernel/instants.ts';
import { standingOf, type TicketEvent } from '../../../shared/queue/ticket.rules.ts';
import { type Core, writeAndPublish } from '../core.ts';
import type { Db, Tx } from '../database/handles.ts';
import { closedAt } from './queue-day.ts';
import { recordEvent } from './record-event.ts';
import { eventsOfDay } from './ticket-events.ts';
import { getTicket } from './ticket-row.ts';

/** The clock may be set and the machine may sleep: look again at least this often. */
const LOOK_AGAIN_MS = 60_000;

/**
 * When a parked ticket comes back by itself; null when it does not, or has done so already and was put back by hand: a
 * wake-up that was taken back stays taken back.
 */
export function wakesAt(events: readonly TicketEvent[]): Instant | null {
  const { wakeAt, parkedBy } = standingOf(events);
  const wokeBefore = events.some(({ type, sequence }) => type === 'woken' && sequence > (parkedBy ?? 0));
  return wokeBefore ? null : wakeAt;
}

interface Sleeper {
  ticketId: string;
  wakeAt: Instant;
  events: readonly TicketEvent[];
}

function listSleepers(db: Db, day: string): Sleeper[] {
  return [...eventsOfDay(db, day)].flatMap(([ticketId, events]) => {
    const wakeAt = wakesAt(events);
    return wakeAt === null ? [] : { ticketId, wakeAt, events };
  });
}

/** Brings back into the line what was parked until now. The place in the line is the one that the arrival gives. */
export function wakeUp(tx: Tx): number {
  const day = localDateOf(tx.at);
  if (closedAt(tx, day) !== null) return 0;
  const due = listSleepers(tx, day).filter(({ wakeAt }) => wakeAt <= tx.at);
  for (const { ticketId, events } of due) {
    const { reason } = standingOf(events);
    recordEvent(tx, getTicket(tx, ticketId), events.length + 1, { type: 'woken', reason }, null);
  }
  return due.length;
}

/** Wakes parked tickets up in time, from the opening of the database to its close. */
export function scheduleWakeUps(core: Core): void {
  let end = () => {};
  core.opened.push(() => {
    end();
    end = watchWakeUps(core);
  });
  core.closing.push(() => {
    end();
    end = () => {};
  });
}

/** Watches the clock of an open office; the result ends it. */
export function watchWakeUps(core: Core): () => void {
  const { clock } = core.ports;
  let cancel = () => {};
  const look = () => {
    cancel();
    cancel = clock.after(nextLookMs(core), () => {
      wakeNow(core);
      look();
    });
  };
  const unsubscribe = core.changes.subscribe('change', ({ entity }) => {
    if (entity === 'ticket') look();
  });
  // What was to come back while the office was closed comes back when it opens.
  wakeNow(core);
  look();
  return () => {
    cancel();
    unsubscribe();
  };
}

function nextLookMs(core: Core): number {
  if (!core.database) return LOOK_AGAIN_MS;
  const now = core.ports.clock.now();
  const next = listSleepers(core.database, localDateOf(now)).map(({ wakeAt }) => elapsedMs(now, wakeAt));
  return Math.min(LOOK_AGAIN_MS, ...next);
}

function wakeNow(core: Core): void {
  if (!core.database) return;
  const now = core.ports.clock.now();
  const isDue = listSleepers(core.database, localDateOf(now)).some(({ wakeAt }) => wakeAt <= now);
  // Nothing is written where nothing is due: the night tells changes from quiet by the journal.
  if (isDue) writeAndPublish(core, { staffId: null, procedure: 'queue.wakeUp' }, wakeUp);
}
