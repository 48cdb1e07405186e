import { localDateOf } from '../../../shared/kernel/instants.ts';
import type { Core } from '../core.ts';
import { forgetWaitingTime, waitingTimeOf } from './known-waiting-time.ts';
import { learnFromPast } from './learned-office.ts';
import { promiseNewTickets } from './promise-ticket.ts';

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

/** From the opening of the database to its close: learns, again on each new day, and promises each new ticket its range. */
export function scheduleWaitingTime(core: Core): void {
  let end = () => {};
  core.opened.push(() => {
    end();
    forgetWaitingTime(core);
    void learnWaitingTime(core);
    const isNew = new Set<string>();
    end = core.changes.subscribe('change', ({ entity, id, revision }) => {
      if (entity !== 'ticket' || revision !== 1) return;
      isNew.add(id);
      // The ticket is answered first: what is promised comes right after it.
      if (isNew.size === 1)
        setImmediate(() => {
          const ids = [...isNew];
          isNew.clear();
          promiseNewTickets(core, ids);
          void learnWaitingTime(core);
        });
    });
  });
  core.closing.push(() => {
    end();
    end = () => {};
  });
}
