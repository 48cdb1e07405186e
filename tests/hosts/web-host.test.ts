import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { PROJECT } from '../../build/project.ts';
import { openDoor } from '../../electron/hosts/desk-client.ts';
import { startHostProcess } from '../../electron/hosts/host-process.ts';
import { setUpSmallOffice, signInAs } from './small-office.ts';
import { CHEAP_PASSPHRASES, startTestHost, type TestHost } from './test-host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost({ clock: 'driven' });
  await setUpSmallOffice(host);
});
afterAll(() => host.remove());

/** Opens a WebSocket as a stranger might; resolves to the HTTP status of the refusal, or the socket. */
function upgrade(headers: Record<string, string>, path = '/rpc/desk'): Promise<number | WebSocket> {
  const socket = new WebSocket(`ws://${host.door.authority}${path}`, { headers });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.once('error', reject);
  });
}

describe('a WebSocket is refused', () => {
  const right = () => ({ cookie: host.door.cookie, origin: `http://${host.door.authority}` });
  test.each([
    ['without the cookie', () => ({ origin: right().origin }), 403],
    ['with a made-up cookie', () => ({ ...right(), cookie: `${host.door.cookie}x` }), 403],
    ['without an origin', () => ({ cookie: right().cookie }), 403],
    ['from another page', () => ({ ...right(), origin: 'http://elsewhere.example' }), 403],
    ['from another port of this machine', () => ({ ...right(), origin: 'http://127.0.0.1:1' }), 403],
    [
      'from a page whose address begins alike',
      () => ({ ...right(), origin: `http://${host.door.authority}.example` }),
      403,
    ],
    ['under another name of this machine', () => ({ ...right(), host: 'localhost' }), 421],
  ])('%s', async (_, headers, status) => {
    expect(await upgrade(headers())).toBe(status);
  });

  test('at another path', async () => {
    expect(await upgrade(right(), '/rpc/kiosk')).toBe(404);
  });
});

describe('a message of the wrong form closes the connection, and nothing else', () => {
  test.each([
    ['no JSON', 'hello'],
    ['a call without an id', '{"p":{"u":"/office/status"}}'],
    ['an address elsewhere', '{"i":"1","p":{"u":"http://elsewhere/office/status"}}'],
    ['a stream of ours to the host', '{"i":"1","t":3,"p":{"e":"message"}}'],
    ['more than is asked', '{"i":"1","p":{"u":"/office/status","x":1}}'],
    ['a frame larger than any call', `{"i":"1","p":{"u":"/office/status","b":"${'x'.repeat(300 * 1024)}"}}`],
    ['binary', Buffer.from([1, 2, 3])],
  ])('%s', async (_, message) => {
    const socket = await upgrade({ cookie: host.door.cookie, origin: `http://${host.door.authority}` });
    if (typeof socket === 'number') throw new Error('The door is open');
    const closed = once(socket, 'close');
    socket.send(message);
    const [code] = (await closed) as [number];
    expect([1008, 1009, 1006]).toContain(code);
    const { client, close } = await host.connect();
    expect(await client.office.status({})).toMatchObject({ officeName: 'lokal willkommen Beispiel' });
    await close();
  });
});

test('calls beyond a bound close the connection', async () => {
  const desk = await signInAs(host, 'city');
  const streams = await Promise.allSettled(Array.from({ length: 300 }, () => desk.client.changes.watch({})));
  expect(streams.some(({ status }) => status === 'rejected')).toBe(true);
  await desk.close();
});

test('a stream ends with its connection, and calls that were answered do not count', async () => {
  const desk = await signInAs(host, 'city');
  for (let call = 0; call < 400; call += 1) await desk.client.access.whoAmI({});
  const changes = await desk.client.changes.watch({});
  const first = changes.next();
  await desk.client.queue.checkIn({ requestId: randomUUID(), spoken: 'ar', topics: [] });
  expect(await first).toMatchObject({ done: false, value: { entity: 'ticket' } });
  await desk.close();
  await expect(changes.next()).rejects.toThrow();
});

test('a session belongs to its connection', async () => {
  const [signedIn, other] = [await signInAs(host, 'city'), await host.connect()];
  await expect(other.client.queue.today({})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await signedIn.client.queue.today({})).toHaveProperty('tickets');
  await Promise.all([signedIn.close(), other.close()]);
});

test('the driven clock shows what it is told', async () => {
  const desk = await signInAs(host, 'city');
  const later = new Date(Date.now() + 3_600_000).toISOString();
  await host.process.moveClock(later);
  expect((await desk.client.queue.today({})).now).toBe(later);
  await desk.close();
});

describe('a second start on the same data', () => {
  const secondStart = () =>
    startHostProcess({
      program: join(PROJECT, 'electron', 'hosts', 'web', 'main.ts'),
      dataFolder: host.dataFolder,
      rendererFolder: join(host.folder, 'no-screens'),
      env: CHEAP_PASSPHRASES,
    });

  test('finds the first and gets an address that opens it', async () => {
    const second = await secondStart();
    if (!('running' in second) || second.running.outcome !== 'open') throw new Error('The first host answers');
    expect((await openDoor(second.running.url)).authority).toBe(host.door.authority);
  });

  test('whoever does not know the secret gets nothing', async () => {
    const ask = (init: RequestInit) => fetch(`http://${host.door.authority}/second-start`, init);
    expect((await ask({ method: 'POST' })).status).toBe(403);
    expect((await ask({ method: 'POST', headers: { authorization: 'Bearer guess' } })).status).toBe(403);
    expect((await ask({ headers: { cookie: host.door.cookie } })).status).toBe(403);
  });

  test('the secret is readable by its owner only, and gone with the host', async () => {
    const short = await startTestHost();
    const file = join(short.dataFolder, 'host.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toContain(short.door.authority);
    await short.process.stop();
    expect(existsSync(file)).toBe(false);
    await short.remove();
  });
});

test('a window of the process that started it comes to the front', async () => {
  let asked = 0;
  const folder = join(host.folder, 'second-office');
  const options = {
    program: join(PROJECT, 'electron', 'hosts', 'web', 'main.ts'),
    dataFolder: folder,
    rendererFolder: join(host.folder, 'no-screens'),
  };
  const first = await startHostProcess({ ...options, bringToFront: () => Promise.resolve(++asked > 0) });
  if ('running' in first) throw new Error('The folder is new');
  expect(await startHostProcess(options)).toEqual({ running: { outcome: 'brought-to-front' } });
  expect(asked).toBe(1);
  await first.stop();
});
