import { z } from 'zod';
import { addDays, type LocalDate, localDateOf } from '../../../shared/kernel/instants.ts';
import { learnArrivals } from '../../../shared/waiting-time/arrivals.ts';
import { learnDeskHabits } from '../../../shared/waiting-time/desk-habits.ts';
import { learnOffice, type OfficeModel, talksOf } from '../../../shared/waiting-time/office-model.ts';
import type { PastTicket } from '../../../shared/waiting-time/past-ticket.ts';
import { createRangeCorrection, type RangeCorrection } from '../../../shared/waiting-time/promised-range.ts';
import { learnServiceTimes } from '../../../shared/waiting-time/service-times.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { eventsOfDay } from '../queue/ticket-events.ts';
import { listTickets } from '../queue/ticket-row.ts';
import { asLearnedTicket } from './as-past-ticket.ts';
import { OWN_ORDER } from './own-order.ts';
import { promisesOfDays } from './promise-row.ts';

/** What the office knows of its waiting times. */
export interface LearnedOffice {
  model: OfficeModel;
  correction: RangeCorrection;
  /** Tickets whose wait the correction has learned from already. */
  heeded: Set<string>;
}

/** How far back talks say something about today's, and how many are enough. */
const LEARNED_DAYS = 180;
const LEARNED_TICKETS = 2000;
const HEEDED_PROMISES = 600;

/** Before anything is learned: usual talks, and ranges as the forecast gives them. */
export function unlearned(): LearnedOffice {
  return {
    model: learnOffice([], { order: OWN_ORDER }),
    correction: createRangeCorrection(),
    heeded: new Set(),
  };
}

/**
 * Learns from the office's own past, up to yesterday. It yields after each day that it reads, so that nobody at a desk waits
 * for it; null when the office was closed meanwhile.
 */
export async function learnFromPast(core: Core): Promise<LearnedOffice | null> {
  const database = core.database;
  if (!database) return null;
  const today = localDateOf(core.ports.clock.now());
  const learned = unlearned();
  const past: PastTicket[] = [];
  const ended: { atMs: number; learn: () => void }[] = [];
  for (const day of daysBefore(database, today)) {
    if (past.length >= LEARNED_TICKETS) break;
    await nextTurn();
    // Another office may be open by now, or none.
    if (core.database !== database) return null;
    const events = eventsOfDay(database, day);
    const promises = promisesOfDays(database, day, day);
    for (const ticket of listTickets(database, day)) {
      const one = asLearnedTicket(ticket, events.get(ticket.id) ?? []);
      if (!one) continue;
      past.push(one);
      const promise = promises.get(ticket.id);
      if (!promise || one.calledAtMs === null) continue;
      const { low, high, promised_at: promisedAt } = promise;
      const waitedMinutes = Math.max(0, one.calledAtMs - Date.parse(promisedAt)) / 60_000;
      const kept = { language: one.language, low, high, waitedMinutes };
      ended.push({ atMs: one.calledAtMs, learn: () => learned.correction.learn(kept) });
    }
  }
  const newest = ended.sort((a, b) => a.atMs - b.atMs).slice(-HEEDED_PROMISES);
  for (const [index, { learn }] of newest.entries()) {
    if (index % 10 === 0) await nextTurn();
    learn();
  }
  return { ...learned, model: await learnInTurns(past) };
}

/** What `learnOffice` does, in three turns. */
async function learnInTurns(past: readonly PastTicket[]): Promise<OfficeModel> {
  await nextTurn();
  const times = learnServiceTimes(talksOf(past));
  await nextTurn();
  const habits = learnDeskHabits(past);
  await nextTurn();
  return { times, habits, arrivals: learnArrivals(past), order: OWN_ORDER, disorder: 0, dueGridMs: null };
}

/** Days with tickets before this one, the newest first. */
function daysBefore(db: Db, today: LocalDate): LocalDate[] {
  const rows = db
    .statement('SELECT day FROM queue_day WHERE day < ? AND day >= ? ORDER BY day DESC')
    .pluck(true)
    .all(today, addDays(today, -LEARNED_DAYS));
  return z.array(z.string()).parse(rows);
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
