import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { DeskClient, DeskConnection } from '../../electron/hosts/desk-client.ts';
import type { ScreenKind } from '../../shared/screens/screens.contract.ts';
import { setUpSmallOffice, signInAs } from './small-office.ts';
import { startTestHost, type TestHost } from './test-host.ts';

let host: TestHost;
let desk: DeskConnection;
let port: number;
beforeAll(async () => {
  host = await startTestHost();
  // The host reads what it serves when the first screen is asked for.
  for (const kind of ['kiosk', 'display', 'desk']) {
    mkdirSync(join(host.folder, 'no-screens', kind, 'assets'), { recursive: true });
    writeFileSync(join(host.folder, 'no-screens', kind, 'index.html'), `<!doctype html>${kind}`);
    writeFileSync(join(host.folder, 'no-screens', kind, 'assets', 'a.js'), kind);
  }
  await setUpSmallOffice(host);
  desk = await signInAs(host, 'administrator');
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

async function serve(network: boolean): Promise<void> {
  const { revision } = await desk.client.screens.settings({});
  await desk.client.screens.changeSettings({ requestId: randomUUID(), revision, network, port, paper: 'A6' });
}

/** The status of an answer, its type and its text; the path is sent as it stands. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<[number, string, string]> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve([response.statusCode ?? 0, String(response.headers['content-security-policy']), text]),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Opens a WebSocket as a screen or a stranger might; resolves to the refusal's status, or the socket. */
function upgrade(path: string, headers: Record<string, string> = {}): Promise<number | WebSocket> {
  const origin = `http://127.0.0.1:${port}`;
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: { origin, ...headers } });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.once('error', reject);
  });
}

async function screen(kind: ScreenKind): Promise<{ client: DeskClient; socket: WebSocket; received: string[] }> {
  const socket = await upgrade(`/rpc/${kind}`);
  if (typeof socket === 'number') throw new Error(`The office network is served: ${socket}`);
  const received: string[] = [];
  socket.on('message', (bytes: Buffer) => received.push(bytes.toString('utf8')));
  // `ws` has the browser's WebSocket interface, but for events that oRPC does not use.
  const websocket = socket as unknown as globalThis.WebSocket;
  return { client: createORPCClient(new RPCLink({ websocket })), socket, received };
}

async function paired(kind: ScreenKind): Promise<Awaited<ReturnType<typeof screen>> & { id: string; token: string }> {
  const own = await screen(kind);
  let token = '';
  let id = '';
  for await (const step of await own.client.screens.pair({})) {
    if (step.step === 'paired') token = step.token;
    else
      ({ screenId: id } = await desk.client.screens.confirmPairing({
        requestId: randomUUID(),
        code: step.code,
        name: `Gerät ${kind}`,
      }));
  }
  await own.client.screens.enter({ token });
  return { ...own, id, token };
}

test('nobody on the network is answered until the office turns it on, nor after it was turned off', async () => {
  await expect(get('/kiosk/')).rejects.toThrow('ECONNREFUSED');
  await serve(true);
  expect((await get('/kiosk/'))[0]).toBe(200);
  const { addresses, problem } = await desk.client.screens.settings({});
  expect(problem).toBeNull();
  expect(addresses[0]).toMatch(new RegExp(`^http://[\\d.]+:${port}/$`));
  const display = await paired('display');
  const closed = once(display.socket, 'close');
  await serve(false);
  await closed;
  await expect(get('/kiosk/')).rejects.toThrow('ECONNREFUSED');
  await serve(true);
});

test('a port that another program has is said, and nothing breaks', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '0.0.0.0', resolve));
  const taken = (other.address() as { port: number }).port;
  const { revision } = await desk.client.screens.settings({});
  const settings = { network: true, paper: 'A6' } as const;
  const changed = await desk.client.screens.changeSettings({
    requestId: randomUUID(),
    revision,
    port: taken,
    ...settings,
  });
  expect((await desk.client.screens.settings({})).problem).toBe('port-in-use');
  await new Promise((resolve) => other.close(resolve));
  await desk.client.screens.changeSettings({ requestId: randomUUID(), revision: changed.revision, port, ...settings });
  expect((await desk.client.screens.settings({})).problem).toBeNull();
});

describe('the office network', () => {
  test.each(['/kiosk/', '/display/', '/kiosk/assets/a.js'])('is shown %s', async (path) => {
    const [status, policy] = await get(path);
    expect(status).toBe(200);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; connect-src 'self' ws:\/\/127\.0\.0\.1:\d+; /);
    expect(policy).not.toContain('unsafe');
  });

  test.each([
    '/',
    '/desk/',
    '/desk/assets/a.js',
    '/desk/?token=x',
    '/kiosk/../desk/index.html',
    '/kiosk/%2e%2e/desk/index.html',
    '/kiosk/..%2fdesk/index.html',
    '//desk/',
    '/second-start',
    '/kiosk/none.js',
  ])('is never shown %s, with the desk’s cookie or without', async (path) => {
    expect((await get(path))[0]).toBe(404);
    expect((await get(path, { cookie: host.door.cookie }))[0]).toBe(404);
  });

  test('is only handed out', async () => {
    expect((await get('/kiosk/', {}, 'POST'))[0]).toBe(405);
  });

  test.each(['localhost', 'evil.example', '127.0.0.1', '127.0.0.1:1'])('is not reached as %s', async (name) => {
    expect((await get('/kiosk/', { host: name }))[0]).toBe(421);
    expect(await upgrade('/rpc/kiosk', { host: name })).toBe(421);
  });

  test('has no line for a desk, a page from elsewhere, or one that says nothing of where it is from', async () => {
    expect(await upgrade('/rpc/desk', { cookie: host.door.cookie })).toBe(404);
    expect(await upgrade('/rpc/seat')).toBe(404);
    expect(await upgrade('/rpc/kiosk', { origin: 'http://evil.example' })).toBe(403);
    expect(await upgrade('/rpc/kiosk', { origin: `http://${host.door.authority}` })).toBe(403);
  });

  test('a desk’s own address has no kiosk', async () => {
    const socket = new WebSocket(`ws://${host.door.authority}/rpc/kiosk`, {
      headers: { origin: `http://${host.door.authority}`, cookie: host.door.cookie },
    });
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
    expect(response.statusCode).toBe(404);
    socket.on('error', () => {});
  });

  test('a message that is larger than any of a screen’s ends the line', async () => {
    const { socket } = await screen('kiosk');
    const closed = once(socket, 'close');
    socket.send(JSON.stringify({ i: '1', p: { u: '/screens/enter', b: { json: { token: 'x'.repeat(5000) } } } }));
    expect(await closed).toEqual([1009, expect.anything()]);
  });

  test('who asks without end is let go', async () => {
    const { socket } = await screen('kiosk');
    const closed = once(socket, 'close');
    for (let call = 0; call < 80; call += 1)
      socket.send(JSON.stringify({ i: String(call), p: { u: '/screens/self' } }));
    expect(await closed).toEqual([1008, expect.anything()]);
  });
});

describe('a paired screen', () => {
  test('reaches what is of its kind, and no word of a person', async () => {
    const counsellor = await signInAs(host, 'city');
    const { id: personId } = await counsellor.client.people.create({
      requestId: randomUUID(),
      person: {
        givenName: 'Zerdeşt',
        familyName: 'Wunderlich',
        ownScriptName: '',
        bornOn: null,
        birthPrecision: null,
        gender: 'not-stated',
        roles: [],
        spoken: 'kmr',
        understood: null,
        read: null,
        district: null,
        phone: '',
        email: '',
      },
    });
    const { ticketId, revision } = await counsellor.client.queue.checkIn({
      requestId: randomUUID(),
      spoken: 'kmr',
      topics: ['money-debt'],
      personId,
      doorNote: 'wartet draußen',
    });
    await counsellor.client.queue.call({ requestId: randomUUID(), ticketId, revision });
    const [kiosk, display] = [await paired('kiosk'), await paired('display')];
    await display.client.screens.board({});
    await kiosk.client.screens.welcome({});
    await kiosk.client.screens.expectedWait({ language: 'kmr' });
    await kiosk.client.screens.takeTicket({ requestId: randomUUID(), language: 'ar', topics: ['kita'] });
    await expect(
      display.client.screens.takeTicket({ requestId: randomUUID(), language: 'ar', topics: [] }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(kiosk.client.screens.board({})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(kiosk.client.queue.today({})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(kiosk.client.people.get({ id: personId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const said = [...kiosk.received, ...display.received].join('\n');
    expect(said).toContain('A 00');
    for (const secret of ['Zerde', 'Wunderlich', 'draußen', personId, ticketId]) expect(said).not.toContain(secret);
    expect(display.received.join('\n')).not.toContain('money-debt');
    for (const { socket } of [kiosk, display]) socket.close();
    await counsellor.close();
  });

  test('is put out at once', async () => {
    const display = await paired('display');
    const closed = once(display.socket, 'close');
    await desk.client.screens.revoke({ requestId: randomUUID(), screenId: display.id });
    await closed;
    const again = await screen('display');
    await expect(again.client.screens.enter({ token: display.token })).rejects.toMatchObject({ code: 'RULE' });
    again.socket.close();
  });

  test('opens in a second window of this computer, at an address of its own and with a secret for one', async () => {
    const { url } = await desk.client.screens.openHere({ kind: 'display' });
    const address = new URL(url ?? '');
    expect(address.hostname).toBe('127.0.0.1');
    expect([address.port, address.port === host.door.authority.split(':')[1]]).toEqual([
      expect.not.stringMatching(String(port)),
      false,
    ]);
    const socket = new WebSocket(`ws://${address.host}/rpc/display`, { headers: { origin: address.origin } });
    await once(socket, 'open');
    const client: DeskClient = createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));
    await client.screens.enter({ token: address.hash.slice(1) });
    expect((await client.screens.board({})).officeName).not.toBe('');
    socket.close();
  });
});
