import { afterEach, beforeEach, expect, it } from 'vitest';
import { readKeyring } from '../access/keyring.ts';
import { endSession } from '../access/sign-in.ts';
import { createCore } from '../core.ts';
import { closeOffice } from '../office/open-office.ts';
import { repeatInKeyring } from '../office/repeat-in-keyring.ts';
import { allowUnattended } from '../office/unattended.ts';
import { officeOf } from '../office.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { changeScreenSettings } from './screen-views.ts';
import { serveAsSet } from './serve-screens.ts';

const PORT = 4711;
let office: TestOffice;
let served: (number | null)[];
beforeEach(async () => {
  office = await createTestOffice();
  served = [];
  office.ports.screenHost = {
    serve: (port) => {
      served.push(port);
      return Promise.resolve();
    },
    standing: () => ({ addresses: [], problem: null }),
    openHere: () => Promise.resolve(null),
  };
  office.ports.keychain = {
    wrap: (bytes) => Promise.resolve(bytes.slice().reverse()),
    unwrap: (bytes) => Promise.resolve(bytes.slice().reverse()),
  };
});
afterEach(() => office.close());

async function turnOn(network: boolean): Promise<void> {
  const revision = Number(office.db.statement('SELECT revision FROM screen_settings').pluck().get());
  office.write(office.who.admin, 'screens.changeSettings', (tx) =>
    changeScreenSettings(tx, { revision, network, port: PORT, paper: 'A6' }),
  );
  await serveAsSet(office.core);
}

/** What a start serves before anybody has signed in, and whether the database was open by then. */
async function startAnew(): Promise<{ served: (number | null)[]; opened: boolean }> {
  for (const connection of office.core.connections) endSession(office.core, connection);
  closeOffice(office.core);
  served = [];
  const core = createCore(office.ports);
  const started = officeOf(core);
  await started.start();
  await core.keyWork;
  const standing = { served: [...served], opened: core.database !== null };
  await started.stop();
  return standing;
}

it('serves the screens of a closed office where it did so before, so that they can say what they wait for', async () => {
  await turnOn(true);
  expect(await startAnew()).toEqual({ served: [PORT], opened: false });
});

it('serves nothing of an office whose network was never turned on, or was turned off again', async () => {
  await turnOn(true);
  await turnOn(false);
  expect(readKeyring(office.ports.dataFolder)?.screenPort).toBeNull();
  expect(await startAnew()).toEqual({ served: [], opened: false });
});

it('needs nobody where the office opens by itself', async () => {
  await turnOn(true);
  await allowUnattended(office.core, office.who.admin, true);
  expect(await startAnew()).toEqual({ served: [PORT], opened: true });
});

it('puts right what the keyring says when the office is opened', async () => {
  await turnOn(true);
  repeatInKeyring(office.core, { screenPort: PORT + 1 });
  await serveAsSet(office.core);
  await office.core.keyWork;
  expect(readKeyring(office.ports.dataFolder)?.screenPort).toBe(PORT);
});
