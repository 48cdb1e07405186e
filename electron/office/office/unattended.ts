import { decode, encode, readKeyring, writeKeyring } from '../access/keyring.ts';
import type { Core } from '../core.ts';
import { DatabaseBlocked } from '../database/open-database.ts';
import { Fault, rule } from '../rpc/faults.ts';
import { openOffice } from './open-office.ts';

/**
 * Opens the database with the operating system's keychain, where the office allows it: so that the night runs though
 * nobody has signed in since the start. A failure leaves the office closed, as after a start without it.
 */
export async function openUnattended(core: Core): Promise<void> {
  const { keychain, dataFolder, log } = core.ports;
  if (!keychain) return;
  try {
    const keyring = readKeyring(dataFolder);
    if (!keyring?.unattended) return;
    openOffice(core, keyring, await keychain.unwrap(decode(keyring.unattended)), null);
  } catch (error) {
    if (!(error instanceof Fault) && !(error instanceof DatabaseBlocked)) throw error;
    log.write({ level: 'warning', code: 'unattended-start-failed' });
  }
}

/** Allows or forbids the unattended start. Throws RULE no-keychain where the system's one does not protect. */
export async function allowUnattended(core: Core, allowed: boolean): Promise<void> {
  const { keychain, dataFolder } = core.ports;
  const keyring = readKeyring(dataFolder);
  if (!keyring || !core.dataKey) throw new Error('An open office has its keyring and key');
  if (allowed && !keychain) throw rule('no-keychain');
  const unattended = allowed && keychain ? encode(await keychain.wrap(core.dataKey)) : null;
  writeKeyring(dataFolder, { ...keyring, unattended });
}
