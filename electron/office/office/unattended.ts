import { oneAtATime, oneAtATimeFor } from '../access/key-work.ts';
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
export async function allowUnattended(core: Core, who: Who, allowed: boolean): Promise<void> {
  if (!allowed) {
    await oneAtATimeFor(core, who, 'office.configure', async () => writeUnattended(core, null));
    return;
  }
  if (!core.ports.keychain) throw rule('no-keychain');
  await wrapForUnattended(core, (work) => oneAtATimeFor(core, who, 'office.configure', work));
}

/** Keeps the unattended start allowed after the database has got another key. */
export async function keepUnattended(core: Core): Promise<void> {
  await wrapForUnattended(core, (work) => oneAtATime(core, work));
}

/**
 * The keychain is asked outside the work with keys: it may wait for somebody to answer the system's own question, and
 * nobody could sign in meanwhile.
 */
async function wrapForUnattended(core: Core, inTurn: (work: () => Promise<void>) => Promise<void>): Promise<void> {
  const { keychain } = core.ports;
  const { dataKey } = core;
  if (!dataKey || !keychain) throw unavailable('closed');
  const wrapped = encode(await keychain.wrap(dataKey));
  await inTurn(async () => {
    // Another key since, or closed: what was wrapped opens nothing.
    if (core.dataKey !== dataKey) throw unavailable('closed');
    writeUnattended(core, wrapped);
  });
}

function writeUnattended(core: Core, unattended: string | null): void {
  writeKeyring(core.ports.dataFolder, { ...officeKeyring(core), unattended });
}
