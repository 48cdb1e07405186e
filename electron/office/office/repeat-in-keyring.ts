import { type Keyring, readKeyring, writeKeyring } from '../access/keyring.ts';
import type { Core } from '../core.ts';

type Shown = Pick<Keyring, 'officeName' | 'desks' | 'screenPort'>;

/** Repeats in the keyring what is needed before the database is open. */
export function repeatInKeyring(core: Core, shown: Partial<Shown>): void {
  const keyring = readKeyring(core.ports.dataFolder);
  if (keyring) writeKeyring(core.ports.dataFolder, { ...keyring, ...shown });
}
