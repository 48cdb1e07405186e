import { type Instant, localDateOf } from '../../../shared/kernel/instants.ts';
import type { TicketKind } from '../../../shared/queue/ticket.rules.ts';
import { forecastMinutes } from '../../../shared/waiting-time/forecast.ts';
import type { PastTicket } from '../../../shared/waiting-time/past-ticket.ts';
import type { PromisedRange } from '../../../shared/waiting-time/promised-range.ts';
import { seedOf } from '../../../shared/waiting-time/seeded.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { asComing } from './as-past-ticket.ts';
import { waitingTimeOf } from './known-waiting-time.ts';
import { type Live, liveQueue } from './live-queue.ts';

/** Somebody at the door. */
export interface AtDoor {
  /** What they speak, then what else they understand. */
  languages: readonly [string, ...string[]];
  topics: readonly string[];
  kind?: TicketKind;
  priorityReason?: string | null;
}

/** A forecast with what is said of it. */
export interface Forecast extends PromisedRange {
  /** The 10 % and 90 % quantiles before the correction, minutes. */
  low: number;
  high: number;
}

/**
 * How long somebody would wait who came now: a range of whole minutes that holds four times in five. Null when nobody
 * sits at a desk. The same question in the same minute and queue has the same answer.
 */
export function rangeForNewTicket(db: Db, core: Core, door: AtDoor): PromisedRange | null {
  const now = core.ports.clock.now();
  return remembered(db, core, now, door, () => {
    const live = liveQueue(db, core, now);
    if (!live) return null;
    const target = asComing({
      day: localDateOf(now),
      number: 999_999,
      kind: door.kind ?? 'walk-in',
      language: door.languages[0],
      understood: door.languages[1] ?? door.languages[0],
      topics: door.topics,
      priorityReason: door.priorityReason ?? null,
      arrivedAt: now,
      dueAt: door.kind === undefined || door.kind === 'walk-in' ? null : now,
    });
    const { fromMinutes, toMinutes } = forecastFor(core, live, target);
    return { fromMinutes, toMinutes };
  });
}

/** The forecast for a ticket of the queue, or for somebody who has just come. */
export function forecastFor(core: Core, { queue }: Live, target: PastTicket): Forecast {
  const { model, correction } = waitingTimeOf(core).learned;
  const seed = seedOf(`${queue.nowMs}|${target.number}|${target.language}`);
  const minutes = forecastMinutes(model, queue, target, { seed });
  const low = minutes[Math.floor(0.1 * minutes.length)] ?? 0;
  const high = minutes[Math.floor(0.9 * minutes.length)] ?? low;
  return { low, high, ...correction.rangeFor(target.language, low, high) };
}

/** The display and the door ask for every language again and again: the answer is kept while nothing has changed. */
function remembered(
  db: Db,
  core: Core,
  now: Instant,
  door: AtDoor,
  answer: () => PromisedRange | null,
): PromisedRange | null {
  const { answers } = waitingTimeOf(core);
  const turn = Number(db.statement('SELECT coalesce(max(turn), 0) FROM ticket_event').pluck(true).get());
  const desks = [...core.connections].flatMap(({ session }) => (session ? [`${session.staffId}@${session.desk}`] : []));
  const moment = `${now.slice(0, 16)}|${turn}|${desks.sort().join(',')}`;
  if (answers.moment !== moment) {
    answers.moment = moment;
    answers.ranges.clear();
  }
  const key = JSON.stringify(door);
  const before = answers.ranges.get(key);
  if (before !== undefined) return before;
  const range = answer();
  answers.ranges.set(key, range);
  return range;
}
