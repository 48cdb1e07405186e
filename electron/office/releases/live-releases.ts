import { z } from 'zod';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { forgetReaders, type Reader } from '../access/session-keys.ts';
import { type Core, openDatabaseOf } from '../core.ts';
import { listRows } from '../database/handles.ts';

/** Gives a release's key to everybody who is signed in and holds the vault of either employer: both have a share in it. */
export function handOverRelease(core: Core, reader: Reader, key: Uint8Array): void {
  for (const { session } of core.connections) {
    if (!session || session.keys.vault === null) continue;
    session.keys.readers.set(reader, { key: key.slice(), privateKey: new Uint8Array() });
  }
}

const HeldRow = z.strictObject({ reader: z.string() });

/** Overwrites in all open sessions the keys of releases that hold no longer, or whose key is another one now. */
export function forgetEndedReleases(core: Core): void {
  const sessions = [...core.connections].flatMap(({ session }) => session ?? []);
  const holds = (reader: Reader) => reader.startsWith('release:');
  if (!sessions.some(({ keys }) => [...keys.readers.keys()].some(holds))) return;
  const today = localDateOf(core.ports.clock.now());
  const active = new Set(
    listRows(
      openDatabaseOf(core),
      HeldRow,
      `SELECT 'release:' || id || ':' || key_generation AS reader FROM release WHERE withdrawn_at IS NULL AND valid_until >= ?`,
      today,
    ).map(({ reader }) => reader),
  );
  for (const { keys } of sessions) forgetReaders(keys, (reader) => holds(reader) && !active.has(reader));
}
