import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readKeyring } from '../access/keyring.ts';
import { deactivateStaff } from '../access/renew-keys.ts';
import type { Connection } from '../access/session.ts';
import { endSession, signIn } from '../access/sign-in.ts';
import { createCore } from '../core.ts';
import type { Keychain } from '../ports.ts';
import { Fault } from '../rpc/faults.ts';
import { createTestOffice, type TestOffice, testPassphrase } from '../testing/test-office.ts';
import { closeOffice } from './open-office.ts';
import { allowUnattended, openUnattended } from './unattended.ts';

let office: TestOffice;
let keychain: Keychain & { broken: boolean };
const reversed = (bytes: Uint8Array) => Promise.resolve(bytes.slice().reverse());
beforeEach(async () => {
  office = await createTestOffice();
  keychain = {
    broken: false,
    wrap: reversed,
    unwrap: (wrapped) =>
      keychain.broken ? Promise.reject(new Error('the keychain of another user')) : reversed(wrapped),
  };
  office.ports.keychain = keychain;
  // In the tests' office the city's counsellor may configure it.
});
afterEach(() => office.close());

/** What a start without anybody opens. */
async function opensByItself(): Promise<boolean> {
  for (const connection of office.core.connections) endSession(office.core, connection);
  closeOffice(office.core);
  const core = createCore(office.ports);
  await openUnattended(core);
  const opened = core.database !== null;
  closeOffice(core);
  return opened;
}

it('opens the office where it is allowed, and not after it was forbidden', async () => {
  await allowUnattended(office.core, office.who.admin, true);
  await allowUnattended(office.core, office.who.admin, false);
  expect(await opensByItself()).toBe(false);
});

it('waits for the first sign-in when the keychain refuses, whatever it throws', async () => {
  await allowUnattended(office.core, office.who.admin, true);
  keychain.broken = true;
  expect(await opensByItself()).toBe(false);
  keychain.broken = false;
  expect(await opensByItself()).toBe(true);
});

it('opens still after somebody has left and the database has got another key', async () => {
  await allowUnattended(office.core, office.who.admin, true);
  await deactivateStaff(office.core, office.who.lead, {
    requestId: randomUUID(),
    id: office.who.cityColleague.staffId,
    revision: 1,
  });
  expect(await opensByItself()).toBe(true);
});

it('is refused without a keychain', async () => {
  office.ports.keychain = null;
  expect(
    await allowUnattended(office.core, office.who.admin, true).catch(
      (error: unknown) => error instanceof Fault && error.detail,
    ),
  ).toEqual({ reason: 'no-keychain' });
});

it('keeps nobody out while the keychain waits for an answer', async () => {
  let answer = (_wrapped: Uint8Array): void => {};
  keychain.wrap = () => new Promise((resolve) => (answer = resolve));
  const allowing = allowUnattended(office.core, office.who.admin, true);
  const connection: Connection = { kind: 'desk', session: null };
  await signIn(office.core, connection, { name: 'city', passphrase: testPassphrase('city'), desk: 1 });
  expect(connection.session).not.toBeNull();
  endSession(office.core, connection);
  // The administrator has locked the screen before the answer came.
  for (const one of office.core.connections) if (one.session === office.who.admin) endSession(office.core, one);
  answer(new Uint8Array(32));
  await expect(allowing).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(readKeyring(office.ports.dataFolder)?.unattended).toBeNull();
});
