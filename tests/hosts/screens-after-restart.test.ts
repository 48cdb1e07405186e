import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { DeskClient } from '../../electron/hosts/desk-client.ts';
import { setUpSmallOffice, signInAs } from './small-office.ts';
import { startTestHost, type TestHost } from './test-host.ts';

let host: TestHost;
let port: number;
beforeAll(async () => {
  host = await startTestHost();
  mkdirSync(join(host.folder, 'no-screens', 'kiosk'), { recursive: true });
  writeFileSync(join(host.folder, 'no-screens', 'kiosk', 'index.html'), '<!doctype html>kiosk');
  await setUpSmallOffice(host);
  port = await freePort();
});
afterAll(() => host.remove());

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port');
  return address.port;
}

async function kiosk(): Promise<{ client: DeskClient; close(): void }> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/rpc/kiosk`, { headers: { origin: `http://127.0.0.1:${port}` } });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  // `ws` has the browser's WebSocket interface, but for events that oRPC does not use.
  const websocket = socket as unknown as globalThis.WebSocket;
  return { client: createORPCClient(new RPCLink({ websocket })), close: () => socket.terminate() };
}

test('after a restart a paired kiosk is told that the office is closed, and comes in as soon as somebody signs in', async () => {
  const admin = await signInAs(host, 'administrator');
  const { revision } = await admin.client.screens.settings({});
  await admin.client.screens.changeSettings({ requestId: randomUUID(), revision, network: true, port, paper: 'A6' });
  const first = await kiosk();
  let token = '';
  for await (const step of await first.client.screens.pair({})) {
    if (step.step === 'paired') token = step.token;
    else await admin.client.screens.confirmPairing({ requestId: randomUUID(), code: step.code, name: 'Eingang' });
  }
  first.close();
  await host.process.stop();

  host = await startTestHost({ folder: host.folder });
  // The page itself is there again without anybody, and the kiosk's line with it.
  expect(await (await fetch(`http://127.0.0.1:${port}/kiosk/`)).text()).toContain('kiosk');
  const again = await kiosk();
  const closed = { code: 'UNAVAILABLE', data: { reason: 'closed' } };
  await expect(again.client.screens.enter({ token })).rejects.toMatchObject(closed);
  await expect(again.client.screens.pair({})).rejects.toMatchObject(closed);
  await expect(again.client.screens.welcome({})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });

  await signInAs(host, 'city');
  // Nothing is served anew where nothing has changed: the line that was there goes on.
  expect(await again.client.screens.enter({ token })).toEqual({ name: 'Eingang' });
  expect((await again.client.screens.welcome({})).state).toBe('open');
  again.close();
});
