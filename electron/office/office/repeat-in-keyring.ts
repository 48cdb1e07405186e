import { readKeyring, writeKeyring } from '../access/keyring.ts';
import type { Core } from '../core.ts';

/** Repeats in the keyring what the first screen shows before the database is open. */
export function repeatInKeyring(core: Core, shown: { officeName: string; desks: number }): void {
  const keyring = readKeyring(core.ports.dataFolder);
  if (keyring) writeKeyring(core.ports.dataFolder, { ...keyring, ...shown });
}
