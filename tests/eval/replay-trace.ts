import { OWN_ORDER } from '../../electron/office/waiting-time/own-order.ts';
import { forecastMinutes } from '../../shared/waiting-time/forecast.ts';
import { learnOffice, type OfficeModel } from '../../shared/waiting-time/office-model.ts';
import { daysOf, type PastTicket, weekdayOf } from '../../shared/waiting-time/past-ticket.ts';
import { createRangeCorrection } from '../../shared/waiting-time/promised-range.ts';
import { zmsMinutes } from './zms-estimate.ts';

/** One promise of the replay with what became of it; minutes. */
export interface Replayed {
  language: string;
  waited: number;
  point: number;
  zms: number;
  from: number;
  to: number;
  computeMs: number;
}

export interface Replay {
  /** Days that were replayed. */
  days: number;
  tickets: Replayed[];
}

/** The past that a model learns from: what is older says little about today. */
const LEARNED_TICKETS = 4000;

/**
 * Learns from the first 60 % of the days, calibrates on the next 20 %, replays the rest: each ticket is promised a range
 * from what was known when it came. As in the office, each night learns from the day that is over, and a range's correction
 * from each wait as it ends. Throws RangeError for less than two days.
 */
export function replayTrace(tickets: readonly PastTicket[], onDay?: (day: string) => void): Replay {
  const days = daysOf(tickets);
  if (days.length < 2) throw new RangeError('fewer than two days: there is nothing to learn from and replay');
  const learned = Math.max(1, Math.min(days.length - 1, Math.round(days.length * 0.6)));
  const calibrated = Math.max(learned, Math.min(days.length - 1, Math.round(days.length * 0.8)));
  const correction = createRangeCorrection();
  const replayed: Replayed[] = [];
  for (let index = learned; index < days.length; index += 1) {
    const [day, today] = days[index] ?? ['', []];
    onDay?.(day);
    const past = days.slice(0, index).flatMap(([, of]) => of);
    const model = learnOffice(past.slice(-LEARNED_TICKETS), { also: { ours: OWN_ORDER } });
    const ended: { atMs: number; learn: () => void }[] = [];
    today.forEach((ticket, place) => {
      // Only waits that have ended by now teach.
      ended.sort((a, b) => a.atMs - b.atMs);
      while ((ended[0]?.atMs ?? Number.POSITIVE_INFINITY) <= ticket.arrivedAtMs) ended.shift()?.learn();
      const promised = promise(
        model,
        day,
        today.slice(0, place + 1).map((one) => knownAt(one, ticket)),
        place,
      );
      const { low, high } = promised;
      const startedAt = performance.now();
      const { fromMinutes: from, toMinutes: to } = correction.rangeFor(ticket.language, low, high);
      const computeMs = promised.computeMs + performance.now() - startedAt;
      if (ticket.calledAtMs === null) return;
      const waited = (ticket.calledAtMs - ticket.arrivedAtMs) / 60_000;
      ended.push({
        atMs: ticket.calledAtMs,
        learn: () => correction.learn({ language: ticket.language, low, high, waitedMinutes: waited }),
      });
      if (index >= calibrated)
        replayed.push({
          language: ticket.language,
          waited,
          point: promised.point,
          zms: promised.zms,
          from,
          to,
          computeMs,
        });
    });
    for (const { learn } of ended.sort((a, b) => a.atMs - b.atMs)) learn();
  }
  return { days: days.length - calibrated, tickets: replayed };
}

/** A ticket as it was known when another came: what had not happened yet is not there. */
function knownAt(one: PastTicket, comes: PastTicket): PastTicket {
  const nowMs = comes.arrivedAtMs;
  const isCalled = one !== comes && one.calledAtMs !== null && one.calledAtMs <= nowMs;
  return {
    ...one,
    calledAtMs: isCalled ? one.calledAtMs : null,
    server: isCalled ? one.server : null,
    finishedAtMs: isCalled && one.finishedAtMs !== null && one.finishedAtMs <= nowMs ? one.finishedAtMs : null,
    leftAtMs: one.leftAtMs !== null && one.leftAtMs <= nowMs && one !== comes ? one.leftAtMs : null,
  };
}

function promise(model: OfficeModel, day: string, today: readonly PastTicket[], place: number) {
  const target = today[place];
  if (!target) throw new Error('The ticket is among those of today');
  const startedAt = performance.now();
  const queue = { nowMs: target.arrivedAtMs, dayStartMs: target.dayStartMs, weekday: weekdayOf(day), today };
  const minutes = forecastMinutes(model, queue, target, { seed: 1 + place });
  const at = (share: number) => minutes[Math.min(minutes.length - 1, Math.floor(share * minutes.length))] ?? 0;
  return {
    point: at(0.5),
    low: at(0.1),
    high: at(0.9),
    computeMs: performance.now() - startedAt,
    zms: zmsMinutes(model, queue, target),
  };
}
