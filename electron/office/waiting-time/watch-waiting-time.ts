import { localDateOf } from '../../../shared/kernel/instants.ts';
import type { Core } from '../core.ts';
import { forgetWaitingTime, waitingTimeOf } from './known-waiting-time.ts';
import { learnFromPast } from './learned-office.ts';
import { promiseNewTicket } from './promise-ticket.ts';

/** Learns anew from the past, in turns between which others are served. It never fails: what was known before stays. */
export async function learnWaitingTime(core: Core): Promise<void> {
  const known = waitingTimeOf(core);
  const today = localDateOf(core.ports.clock.now());
  if (known.learnedOn === today) return;
  known.learnedOn = today;
  try {
    const learned = await learnFromPast(core);
    if (learned) Object.assign(known, { learned, answers: { moment: '', ranges: new Map() } });
  } catch {
    core.ports.log.write({ level: 'warning', code: 'waiting-time-not-learned' });
  }
}

/** When so many wait for their promise at once, each leaves the desks some time. */
const BURST = 5;
const PAUSE_MS = 30;

/** Promises each ticket that is given out its range, one a turn, right after it was answered. The result ends it. */
function promiseEachNewTicket(core: Core): () => void {
  const isNew = new Set<string>();
  let isEnded = false;
  let isRunning = false;
  const next = () => {
    const [ticketId] = isNew;
    isRunning = ticketId !== undefined && !isEnded;
    if (ticketId === undefined || isEnded) return;
    isNew.delete(ticketId);
    promiseNewTicket(core, ticketId);
    void learnWaitingTime(core);
    if (isNew.size > BURST) core.ports.clock.after(PAUSE_MS, next);
    else setImmediate(next);
  };
  const unsubscribe = core.changes.subscribe('change', ({ entity, id, revision }) => {
    if (entity !== 'ticket' || revision !== 1) return;
    isNew.add(id);
    if (isRunning) return;
    isRunning = true;
    setImmediate(next);
  });
  return () => {
    isEnded = true;
    unsubscribe();
  };
}

/** From the opening of the database to its close: learns, again on each new day, and promises each new ticket its range. */
export function scheduleWaitingTime(core: Core): void {
  let end = () => {};
  core.opened.push(() => {
    end();
    forgetWaitingTime(core);
    void learnWaitingTime(core);
    end = promiseEachNewTicket(core);
  });
  core.closing.push(() => {
    end();
    end = () => {};
  });
}
