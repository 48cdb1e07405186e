import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Instant } from '../../../shared/kernel/instants.ts';
import type { Core } from '../core.ts';
import { rule } from '../rpc/faults.ts';

const NAME = /^\d{8}T\d{6}\d{3}Z\.db$/;
/** A month of nights: what the local copies may cost in space. */
const KEPT = 31;

export interface Snapshot {
  name: string;
  takenAt: string;
  sizeBytes: number;
}

/** Where the local copies lie. */
export function snapshotFolder(core: Core): string {
  return join(core.ports.dataFolder, 'snapshots');
}

/** The local copies, newest first. */
export function listSnapshots(core: Core): Snapshot[] {
  let names: string[];
  try {
    names = readdirSync(snapshotFolder(core)).filter((name) => NAME.test(name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return names
    .sort()
    .reverse()
    .map((name) => ({ name, takenAt: takenAtOf(name), sizeBytes: statSync(join(snapshotFolder(core), name)).size }));
}

/** The path of a snapshot by its name; null when it is not the name of one: a name never leads out of the folder. */
export function snapshotPath(core: Core, name: string): string | null {
  return NAME.test(name) && listSnapshots(core).some((snapshot) => snapshot.name === name)
    ? join(snapshotFolder(core), name)
    : null;
}

/**
 * An encrypted copy under the same key (VACUUM INTO keeps the encryption; the driver's backup() fails on a keyed
 * database). It gets its name only when it is complete and flushed. Throws RULE no-space and leaves nothing behind.
 */
export function snapshotOf(core: Core, raw: Database.Database): Snapshot {
  mkdirSync(snapshotFolder(core), { recursive: true, mode: 0o700 });
  const stamp = freeStamp(core.ports.clock.now(), (one) => existsSync(join(snapshotFolder(core), `${one}.db`)));
  const name = `${stamp}.db`;
  const path = join(snapshotFolder(core), name);
  const temporary = `${path}.new`;
  rmSync(temporary, { force: true });
  try {
    raw.prepare('VACUUM INTO ?').run(temporary);
    flush(temporary);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    if (
      error instanceof Error &&
      'code' in error &&
      (error.code === 'SQLITE_FULL' || error.code === 'ENOSPC' || String(error.code).startsWith('SQLITE_IOERR'))
    )
      throw rule('no-space');
    throw error;
  }
  // Never this one: on a clock that was set back it looks like the oldest.
  const others = listSnapshots(core).filter((one) => one.name !== name);
  for (const old of others.slice(KEPT - 1)) rmSync(join(snapshotFolder(core), old.name), { force: true });
  return { name, takenAt: takenAtOf(name), sizeBytes: statSync(path).size };
}

/** The instant as it stands in a file's name, moved on by milliseconds until nothing of that name is there. */
export function freeStamp(instant: Instant, isTaken: (stamp: string) => boolean): string {
  for (let ms = Date.parse(instant); ; ms += 1) {
    const stamp = new Date(ms).toISOString().replace(/[-:.]/g, '');
    if (!isTaken(stamp)) return stamp;
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

function takenAtOf(name: string): string {
  const [, year, month, day, hour, minute, second, ms] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/.exec(name) ?? [];
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`;
}
