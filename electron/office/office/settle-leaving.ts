import type Database from 'better-sqlite3';
import { type Keyring, writeKeyring } from '../access/keyring.ts';
import { withoutNextKeys } from '../access/next-keys.ts';
import { takeNextKeys } from '../access/rekey-files.ts';
import { findStaff, markAsLeft } from '../access/staff.ts';
import type { Core } from '../core.ts';
import { officeDatabase } from '../database/write.ts';

/**
 * Goes on with a leaving that was interrupted, or takes it back when the person had not left yet. Returns the key under
 * which the database stands then. What the disk does not allow now is tried again at the next opening.
 */
export function settleLeaving(
  core: Core,
  keyring: Keyring,
  raw: Database.Database,
  keys: { present: Uint8Array; next: Uint8Array | null; opensWith: Uint8Array },
): Uint8Array {
  const { present, next, opensWith } = keys;
  if (keyring.leaving === null) return opensWith;
  const databaseDone = opensWith === next;
  try {
    const database = officeDatabase(raw);
    const { leaving } = keyring;
    const stillThere = findStaff(database, leaving)?.active === true;
    if (!databaseDone && stillThere) {
      writeKeyring(core.ports.dataFolder, withoutNextKeys(keyring));
      return opensWith;
    }
    if (!next) return opensWith;
    // A copy from before the leaving was put in the database's place meanwhile.
    if (stillThere)
      database.write({ at: core.ports.clock.now(), staffId: null, procedure: 'access.deactivateStaff' }, (tx) =>
        markAsLeft(tx, leaving),
      );
    takeNextKeys(core, raw, { present, next, databaseDone });
    return next;
  } catch {
    core.ports.log.write({ level: 'error', code: 'leaving-not-settled' });
    return opensWith;
  }
}
