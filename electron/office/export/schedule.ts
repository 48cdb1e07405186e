import { elapsedMs } from '../../../shared/kernel/instants.ts';
import type { Core } from '../core.ts';
import { findOffice } from '../office/office-row.ts';
import { Fault } from '../rpc/faults.ts';
import { listUndelivered } from './bundle-row.ts';
import { NightInterrupted } from './export-problem.ts';
import { nightsOf } from './night.ts';
import { lastNightRun, officeMadeAt } from './night-run-row.ts';
import { lastNightUntil, nextNightAfter } from './nights-calendar.ts';
import { deliverAgain, runNight } from './run-night.ts';

/** After opening: whoever signs in comes first. */
const CATCH_UP_MS = 30_000;
/** The clock may be set, the machine may sleep, the time of the night may be changed: look again at least this often. */
const LOOK_AGAIN_MS = 3_600_000;
/** Pauses before a bundle is put into the export folder again; then the next look or night does it. */
const DELIVERY_PAUSES_MS = [1, 2, 4, 8, 16, 32].map((minutes) => minutes * 60_000);

/**
 * The nights of an office, from the opening of its database to its close: each day at the local time of its settings, one
 * night at the start for however many were missed, deliveries tried again with growing pauses.
 */
export function scheduleNights(core: Core): { stop(): Promise<void> } {
  let close = () => {};
  core.opened.push(() => {
    close();
    close = watchNights(core);
  });
  core.closing.push(() => {
    close();
    close = () => {};
    nightsOf(core).stop.abort();
  });
  return {
    async stop() {
      close();
      close = () => {};
      const nights = nightsOf(core);
      nights.stop.abort();
      // The database closes next: what still works must have noticed before.
      await nights.running?.end.catch(() => {});
    },
  };
}

/** Begins to watch the clock for an open office; the result ends it. */
function watchNights(core: Core): () => void {
  const { clock } = core.ports;
  let cancelLook = () => {};
  let cancelDelivery = () => {};
  let delivery = 0;

  const begin = (work: () => Promise<unknown>) => {
    work().catch((error: unknown) => {
      // Closed meanwhile; or another night went on when this one's turn came, and did the same.
      if (error instanceof NightInterrupted || isRunning(error)) return;
      const thrown = error instanceof Error ? error.constructor.name : typeof error;
      core.ports.log.write({ level: 'error', code: 'night-failed', detail: { thrown } });
    });
  };
  const beginNight = () => {
    // A night by hand goes on: it does the same.
    if (nightsOf(core).running?.what === 'night') return;
    begin(() => runNight(core, { staffId: null, procedure: 'export.night' }));
  };
  const beginPost = () => {
    if (nightsOf(core).running === null) begin(() => deliverAgain(core));
  };

  const look = () => {
    cancelLook();
    const untilNextMs = elapsedMs(clock.now(), nextNightAfter(clock.now(), nightlyAt(core)));
    cancelLook = clock.after(Math.min(untilNextMs, LOOK_AGAIN_MS), () => {
      // Set anew first: where the clock is moved on by days, each of them comes to its turn.
      look();
      if (isNightDue(core)) beginNight();
      else if (isAnythingOpen(core)) beginPost();
    });
  };

  const deliverLater = () => {
    cancelDelivery();
    const pauseMs = DELIVERY_PAUSES_MS[delivery];
    if (!core.database || listUndelivered(core.database).length === 0) delivery = 0;
    else if (pauseMs !== undefined) {
      delivery += 1;
      cancelDelivery = clock.after(pauseMs, beginPost);
    }
  };

  const { ended } = nightsOf(core);
  ended.add(deliverLater);
  const unsubscribe = core.changes.subscribe('change', ({ entity }) => {
    if (entity === 'office') look();
  });
  const cancelCatchUp = clock.after(CATCH_UP_MS, () => {
    if (isNightDue(core) || isToBeRepeated(core)) beginNight();
    else if (isAnythingOpen(core)) beginPost();
  });
  look();
  return () => {
    cancelLook();
    cancelDelivery();
    cancelCatchUp();
    unsubscribe();
    ended.delete(deliverLater);
  };
}

function isRunning(error: unknown): boolean {
  return error instanceof Fault && error.detail?.['reason'] === 'running';
}

function nightlyAt(core: Core): string {
  return core.database ? findOffice(core.database).nightly_at : '21:00';
}

/** Whether a night's time has come since the last one began; for a new office, since it was made. */
function isNightDue({ database, ports }: Core): boolean {
  if (!database) return false;
  const now = ports.clock.now();
  const since = lastNightRun(database).at ?? officeMadeAt(database);
  // A clock that ran years ahead once must not keep the nights away until then.
  if (elapsedMs(now, since) > LOOK_AGAIN_MS) return true;
  return lastNightUntil(now, findOffice(database).nightly_at) > since;
}

/** Whether the last night should be tried again at once: its reason may be gone by now. */
function isToBeRepeated(core: Core): boolean {
  if (!core.database) return false;
  const problem = nightsOf(core).unrecorded ?? lastNightRun(core.database).problem;
  return problem === 'no-space' || problem === 'failed';
}

/** Whether a bundle waits for the folder or for the city's answer. */
function isAnythingOpen({ database }: Core): boolean {
  const open = "SELECT 1 FROM bundle WHERE state IN ('written', 'held') LIMIT 1";
  return database?.statement(open).get() !== undefined;
}
