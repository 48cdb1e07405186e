import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Instant } from '../../../shared/kernel/instants.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import type { Tx } from '../database/handles.ts';
import type { OfficeDatabase } from '../database/write.ts';
import { findOffice, type Office } from '../office/office-row.ts';
import { rule } from '../rpc/faults.ts';
import { NightInterrupted, type ProblemReason } from './export-problem.ts';

/** The moments between two steps of a night, for tests that end the program there. */
export type NightMoment =
  | 'number-taken'
  | 'composed'
  | 'told-noted'
  | 'packed'
  | 'files-written'
  | 'recorded'
  | 'delivered'
  | 'page-read';

/** Told at each moment between two steps. */
export type NightWatch = (moment: NightMoment) => void | Promise<void>;

/** One run of the night: what its steps share. */
export interface Night {
  core: Core;
  database: OfficeDatabase;
  office: Office;
  /** When it began; everything that it writes carries this instant. */
  at: Instant;
  /** Lets the desk work between two steps. Throws NightInterrupted when the office has closed since. */
  turn(moment: NightMoment): Promise<void>;
  /** Writes in one transaction. Throws NightInterrupted when the office has closed since. */
  write<T>(change: (tx: Tx) => T): T;
}

/** A whole night, or only the post: receipts and what waits for delivery. */
export type NightWork = 'night' | 'post';

/** What is known of an office's nights beside its database. */
export interface Nights {
  /** The work that goes on now; null: none. */
  running: { what: NightWork; end: Promise<unknown> } | null;
  /** Ends the work that goes on, at its next turn. */
  stop: AbortController;
  /** A problem that could not be written down, because the disk was full. */
  unrecorded: ProblemReason | null;
  /** Told after each piece of work. */
  ended: Set<() => void>;
}

const nightsOfCore = new WeakMap<Core, Nights>();

/** The nights of this office process; the same object each time. */
export function nightsOf(core: Core): Nights {
  const nights = nightsOfCore.get(core) ?? {
    running: null,
    stop: new AbortController(),
    unrecorded: null,
    ended: new Set(),
  };
  nightsOfCore.set(core, nights);
  return nights;
}

/** Who lets the night begin: null staff for the office itself. */
export interface Beginner {
  staffId: string | null;
  procedure: string;
}

/**
 * Does work that touches bundles, alone: two nights at once would take the same number. It waits for the post to be done,
 * and the post waits for a night.
 *
 * @throws RULE running if a night is to begin while another one goes on.
 */
export async function alone<T>(
  core: Core,
  by: Beginner,
  work: (night: Night) => Promise<T>,
  { what = 'night', watch = () => {} }: { what?: NightWork; watch?: NightWatch } = {},
): Promise<T> {
  const nights = nightsOf(core);
  while (nights.running) {
    if (what === 'night' && nights.running.what === 'night') throw rule('running');
    await nights.running.end.catch(() => {});
  }
  nights.stop = new AbortController();
  const end = work(beginNight(core, by, nights.stop.signal, watch));
  nights.running = { what, end };
  try {
    return await end;
  } finally {
    nights.running = null;
    for (const listener of nights.ended) listener();
  }
}

function beginNight(core: Core, by: Beginner, signal: AbortSignal, watch: NightWatch): Night {
  const database = openDatabaseOf(core);
  const goOn = () => {
    // A database that was closed and opened again is another one: what this night knows may not be true of it.
    if (signal.aborted || core.database !== database) throw new NightInterrupted();
  };
  return {
    core,
    database,
    office: findOffice(database),
    at: core.ports.clock.now(),
    async turn(moment) {
      await watch(moment);
      await nextTurn();
      goOn();
    },
    write(change) {
      goOn();
      return writeAndPublish(core, by, change);
    },
  };
}
