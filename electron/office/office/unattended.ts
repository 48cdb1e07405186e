import { oneAtATimeFor } from '../access/key-work.ts';
import { decode, encode, readKeyring, writeKeyring } from '../access/keyring.ts';
import { officeKeyring } from '../access/manage-staff.ts';
import type { Who } from '../access/session.ts';
import type { Core } from '../core.ts';
import { rule, unavailable } from '../rpc/faults.ts';
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
    // Whatever it is (a keychain of another machine or user throws what it likes): whoever signs in opens the office.
    log.write({
      level: 'warning',
      code: 'unattended-start-failed',
      detail: { error: error instanceof Error ? error.constructor.name : typeof error },
    });
  }
}

/** Allows or forbids the unattended start. Throws RULE no-keychain where the system's one does not protect. */
export function allowUnattended(core: Core, who: Who, allowed: boolean): Promise<void> {
  return oneAtATimeFor(core, who, 'office.configure', () => {
    if (allowed && !core.ports.keychain) throw rule('no-keychain');
    return writeUnattended(core, allowed);
  });
}

/** Wraps the database's present key for the next unattended start, in work with keys. */
export async function writeUnattended(core: Core, allowed: boolean): Promise<void> {
  const { keychain, dataFolder } = core.ports;
  const { dataKey } = core;
  if (!dataKey) throw unavailable('closed');
  const unattended = allowed && keychain ? encode(await keychain.wrap(dataKey)) : null;
  writeKeyring(dataFolder, { ...officeKeyring(core), unattended });
}
