import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type DeskCalls, deskOf, officeAround } from '../../office/testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../../office/testing/test-office.ts';
import { type ScreenServer, startScreenServer } from './screen-server.ts';

/** An office network in which somebody means no good: they are at addresses of their own, the office's screens at 127.0.0.1. */
const STRANGERS = ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5'] as const;
const PATIENCE_MS = 600;
const LARGE = Buffer.alloc(16 * 1024 * 1024, 'x');

let office: TestOffice;
let server: ScreenServer;
let opened: (Socket | WebSocket)[];
beforeEach(async () => {
  office = await createTestOffice();
  opened = [];
  server = await startScreenServer({
    address: '127.0.0.1',
    port: 0,
    files: new Map([
      ['/kiosk/index.html', { contentType: 'text/html', body: Buffer.from('<!doctype html>kiosk') }],
      ['/kiosk/voice.ogg', { contentType: 'audio/ogg', body: LARGE }],
    ]),
    office: officeAround(office),
    patienceMs: PATIENCE_MS,
  });
});
afterEach(async () => {
  for (const each of opened) {
    if (each instanceof WebSocket) each.terminate();
    else each.destroy();
  }
  await server.close();
  office.close();
});

async function line(from: string, text = ''): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: server.port, localAddress: from });
  opened.push(socket);
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

async function webSocket(from: string, kind: 'kiosk' | 'display' = 'kiosk'): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/rpc/${kind}`, {
    localAddress: from,
    headers: { origin: `http://127.0.0.1:${server.port}` },
  });
  opened.push(socket);
  await once(socket, 'open');
  return socket;
}

function clientOf(socket: WebSocket): DeskCalls['screens'] {
  // `ws` has the browser's WebSocket interface, but for events that oRPC does not use.
  const websocket = socket as unknown as globalThis.WebSocket;
  return createORPCClient<DeskCalls>(new RPCLink({ websocket })).screens;
}

async function pageStatus(): Promise<number> {
  return (await fetch(`http://127.0.0.1:${server.port}/kiosk/`, { signal: AbortSignal.timeout(3_000) })).status;
}

const HALF_A_QUESTION = 'GET /kiosk/ HTTP/1.1\r\nHost: 127.0';
const isOpen = (socket: Socket) => !socket.destroyed;

it('lets nobody take all lines: the screens of the office are answered while a stranger opens one after another', async () => {
  const theirs: Socket[] = [];
  for (let count = 0; count < 150; count += 1) theirs.push((await line('127.0.0.2', HALF_A_QUESTION)).resume());
  await pause(100);
  expect(theirs.filter(isOpen).length).toBeLessThanOrEqual(40);
  expect(await pageStatus()).toBe(200);
});

it('does not wait for somebody who asks letter by letter', async () => {
  const slow = await line('127.0.0.2', HALF_A_QUESTION);
  const ended = once(slow, 'close');
  const typing = setInterval(() => slow.write('x'), 50);
  slow.resume();
  await Promise.race([ended, pause(4 * PATIENCE_MS)]);
  clearInterval(typing);
  expect(isOpen(slow)).toBe(false);
});

it('does not keep a page for somebody who asked for it and never takes it', async () => {
  const asking = await line('127.0.0.2', `GET /kiosk/voice.ogg HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`);
  asking.pause();
  await pause(4 * PATIENCE_MS);
  // What is left in the line is read to see its end: far from all of the file.
  let received = 0;
  asking.on('data', (chunk: Buffer) => (received += chunk.length));
  asking.resume();
  await Promise.race([once(asking, 'close'), pause(2_000)]);
  expect(isOpen(asking)).toBe(false);
  expect(received).toBeLessThan(LARGE.length);
});

it('keeps the line of a screen that has nothing to say', async () => {
  const quiet = await webSocket('127.0.0.1');
  await pause(3 * PATIENCE_MS);
  expect(quiet.readyState).toBe(WebSocket.OPEN);
});

it('has a place for a screen that it knows, however many strangers hold lines and say nothing', async () => {
  const desk = deskOf(office, office.who.lead);
  const first = clientOf(await webSocket('127.0.0.1'));
  let token = '';
  for await (const step of await first.pair({})) {
    if (step.step === 'paired') token = step.token;
    else await desk.screens.confirmPairing({ requestId: crypto.randomUUID(), code: step.code, name: 'Eingang' });
  }
  const strangers: WebSocket[] = [];
  for (const from of STRANGERS) for (let count = 0; count < 6; count += 1) strangers.push(await webSocket(from));
  const again = await webSocket('127.0.0.1');
  expect(await clientOf(again).enter({ token })).toEqual({ name: 'Eingang' });
  // And it keeps it while they come again and again.
  for (const from of STRANGERS) strangers.push(await webSocket(from).catch(() => again));
  await pause(50);
  expect(again.readyState).toBe(WebSocket.OPEN);
  expect(strangers.filter((each) => each !== again && each.readyState === WebSocket.OPEN).length).toBeLessThanOrEqual(
    12,
  );
});

it('leaves codes for a new screen while a stranger asks for one after another', async () => {
  const asks = async (from: string) => {
    const steps = await clientOf(await webSocket(from)).pair({});
    return (await steps.next()).value;
  };
  const answers: unknown[] = [];
  for (let count = 0; count < 5; count += 1) answers.push(await asks('127.0.0.2').catch((error: unknown) => error));
  expect(answers.map((answer) => (answer instanceof Error ? 'busy' : 'code'))).toEqual([
    'code',
    'code',
    'code',
    'busy',
    'busy',
  ]);
  expect(await asks('127.0.0.1')).toMatchObject({ step: 'code' });
});

it('gives a stranger who asks on one line again and again a dozen codes and no more', async () => {
  const client = clientOf(await webSocket('127.0.0.2'));
  let codes = 0;
  for (let count = 0; count < 20; count += 1)
    await client.pair({}).then(
      async (steps) => {
        await steps.next();
        codes += 1;
      },
      () => {},
    );
  expect(codes).toBe(12);
});
