import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventPublisher } from '@orpc/server';
import type { ChangeEvent } from '../../shared/changes/changes.contract.ts';
import type { Connection, Session } from './access/session.ts';
import { type SignInPause, signInPause } from './access/sign-in-pause.ts';
import type { Touch, Tx } from './database/handles.ts';
import { JournalHead } from './database/journal.ts';
import type { DatabaseBlocked } from './database/open-database.ts';
import type { OfficeDatabase, Written } from './database/write.ts';
import type { PendingSetUp } from './office/set-up.ts';
import type { Ports } from './ports.ts';
import { unavailable } from './rpc/faults.ts';
import { createPairings, type Pairings } from './screens/pairings.ts';
import { createWindowsHere, type WindowsHere } from './screens/windows-here.ts';

/** What the office holds while it runs: its ports, the open database, who is connected. */
export interface Core {
  readonly ports: Ports;
  readonly connections: Set<Connection>;
  readonly changes: EventPublisher<{ change: ChangeEvent }>;
  readonly pause: SignInPause;
  /** The same for the PINs of profile cards. */
  readonly cardPause: SignInPause;
  /** The open database; null while the office is closed or blocked. */
  database: OfficeDatabase | null;
  /** The database's key, as long as it is open: for snapshots and for letting people in. */
  dataKey: Uint8Array | null;
  /** The codes that screens show to be let in. */
  readonly pairings: Pairings;
  /** The screens in windows of this computer. */
  readonly windowsHere: WindowsHere;
  /** Why the database was not opened at the last try. */
  blocked: DatabaseBlocked | null;
  /** A set-up between its two steps; nothing of it is on the disk. */
  pendingSetUp: PendingSetUp | null;
  /** The newest work with keys; the next waits for it (access/key-work.ts). It never fails. */
  keyWork: Promise<unknown>;
  /** Called once the database is open: the night's schedule begins. */
  opened: ((core: Core) => void)[];
  /** Called once somebody has signed in. */
  signedIn: ((session: Session) => void)[];
  /** Called with what a command has touched, after its commit. */
  written: ((touches: readonly Touch[]) => void)[];
  /** Called before the database closes. */
  closing: (() => void)[];
}

/** The office before anything of it is open. */
export function createCore(ports: Ports): Core {
  return {
    ports,
    connections: new Set(),
    changes: new EventPublisher({ maxBufferedEvents: 1000 }),
    pause: signInPause(ports.dataFolder, ports.clock),
    cardPause: signInPause(ports.dataFolder, ports.clock, 'card-pin-pause.json'),
    pairings: createPairings(ports.clock),
    windowsHere: createWindowsHere(ports.clock),
    database: null,
    dataKey: null,
    blocked: null,
    pendingSetUp: null,
    keyWork: Promise.resolve(),
    opened: [],
    signedIn: [],
    written: [],
    closing: [],
  };
}

/** The open database. Throws UNAVAILABLE when the office is closed. */
export function openDatabaseOf(core: Core): OfficeDatabase {
  if (!core.database) throw unavailable('closed');
  return core.database;
}

/**
 * Writes in one transaction, keeps the journal's head outside the database, then tells the screens: ids and revisions
 * only. `staffId` is null for what the office does by itself.
 */
export function writeAndPublish<T>(
  core: Core,
  command: { staffId: string | null; procedure: string },
  change: (tx: Tx) => T,
): T {
  const written = openDatabaseOf(core).write({ at: core.ports.clock.now(), ...command }, change);
  publish(core, written);
  return written.result;
}

/** A note's own change event would hint at notes that a reader may not know of. */
const UNTOLD: ReadonlySet<string> = new Set(['note', 'note-draft']);

/** Tells the screens what a command has touched, after the journal's head is kept. */
export function publish(core: Core, written: Written<unknown>): void {
  if (written.head) keepHead(core, written.head);
  for (const touch of written.touches) {
    if (touch.op === 'read' || UNTOLD.has(touch.entity)) continue;
    core.changes.publish('change', { entity: touch.entity, id: touch.id, revision: touch.revision ?? null });
  }
  for (const listener of core.written) listener(written.touches);
}

/**
 * The head stands outside the database, so that an old database file put back is noticed. Not flushed:
 * a head that lags behind after a power cut is harmless, one that leads would not be.
 */
export function keepHead(core: Core, head: JournalHead): void {
  const path = join(core.ports.dataFolder, 'head');
  try {
    writeFileSync(`${path}.new`, JSON.stringify(head), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  } catch {
    // What was committed stays committed and is acknowledged.
    core.ports.log.write({ level: 'warning', code: 'head-not-kept' });
  }
}

/** The head kept outside; null when there is none or it can't be read. */
export function keptHead(dataFolder: string): JournalHead | null {
  try {
    return JournalHead.parse(JSON.parse(readFileSync(join(dataFolder, 'head'), 'utf8')));
  } catch {
    return null;
  }
}
