import type { MessagePortMain } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Refusal } from '../../shared/desktop/shell-messages.ts';
import { createOfficeBridge, type OfficePage } from './office-bridge.ts';
import { type FakeOfficeProcess, fakeOfficeProcess } from './testing/fake-office-process.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const START = { dataFolder: '/office', training: false, keychain: true, slipPrinter: false };

function bridged() {
  const processes: FakeOfficeProcess[] = [];
  const away: Refusal[] = [];
  let ports = 0;
  // The bridge only hands ports on.
  const newPort = () => ({ name: `port ${++ports}` }) as unknown as MessagePortMain;
  const bridge = createOfficeBridge({
    fork: () => {
      const forked = fakeOfficeProcess();
      processes.push(forked);
      return forked.process;
    },
    createChannel: () => ({ port1: newPort(), port2: newPort() }),
    start: START,
    services: {
      printer: {
        printToPdf: async (html) => {
          await new Promise((resolve) => setTimeout(resolve, html.length));
          return new TextEncoder().encode(html);
        },
        printOnPaper: async () => {},
      },
      keychain: null,
      slipPrinter: null,
      openScreen: () => {},
    },
    onAway: (why) => void away.push(why),
    stopPatienceMs: 1_000,
    pausesMs: [10, 100],
  });
  const last = (): FakeOfficeProcess => {
    const process = processes.at(-1);
    if (!process) throw new Error('No process was forked');
    return process;
  };
  const types = () => last().told.map(({ message }) => message.type);
  return { bridge, processes, away, last, types };
}

function page(kind: OfficePage['kind'] = 'desk'): OfficePage & { ports: MessagePortMain[] } {
  const ports: MessagePortMain[] = [];
  return { kind, ports, handOver: (port) => void ports.push(port) };
}

test('the office is told where its files lie', () => {
  const { bridge, last } = bridged();
  bridge.start();
  expect(last().told).toEqual([{ message: { type: 'start', ...START }, ports: [] }]);
});

test('a page gets one end of a line, the office the other', () => {
  const { bridge, last } = bridged();
  bridge.start();
  const desk = page();
  bridge.connect(desk);
  expect(desk.ports).toEqual([{ name: 'port 1' }]);
  expect(last().told.at(-1)).toEqual({
    message: { type: 'connect', screen: 1, kind: 'desk' },
    ports: [{ name: 'port 2' }],
  });
});

test('a page that is loaded anew ends its session and gets a new line', () => {
  const { bridge, last } = bridged();
  bridge.start();
  const desk = page();
  bridge.connect(desk);
  bridge.connect(desk);
  expect(
    last()
      .told.slice(2)
      .map(({ message }) => message),
  ).toEqual([
    { type: 'disconnect', screen: 1 },
    { type: 'connect', screen: 2, kind: 'desk' },
  ]);
});

test('a page that goes ends its session, once', () => {
  const { bridge, types } = bridged();
  bridge.start();
  const desk = page();
  bridge.connect(desk);
  bridge.disconnect(desk);
  bridge.disconnect(desk);
  expect(types()).toEqual(['start', 'connect', 'disconnect']);
});

test('a lock ends every session and every line; each page gets a new one', () => {
  const { bridge, last } = bridged();
  bridge.start();
  const desk = page();
  bridge.connect(desk);
  bridge.lock();
  expect(last().told.slice(2)).toMatchObject([
    { message: { type: 'lock' } },
    { message: { type: 'disconnect', screen: 1 } },
    { message: { type: 'connect', screen: 2, kind: 'desk' }, ports: [{ name: 'port 4' }] },
  ]);
  expect(desk.ports).toMatchObject([{ name: 'port 1' }, { name: 'port 3' }]);
});

test('a lock while there is no office starts none', () => {
  const { bridge, processes, last } = bridged();
  bridge.start();
  bridge.connect(page());
  last().say({ type: 'refused', why: 'in-use' });
  bridge.lock();
  expect(processes).toHaveLength(1);
});

test('catching up reaches the office', () => {
  const { bridge, types } = bridged();
  bridge.start();
  bridge.catchUp();
  expect(types()).toEqual(['start', 'catch-up']);
});

test('the office’s questions are answered', async () => {
  const { bridge, last } = bridged();
  bridge.start();
  last().say({ type: 'ask', request: 3, question: { service: 'print-to-pdf', html: 'x' } });
  last().say({ type: 'ask', request: 4, question: { service: 'keychain-wrap', secret: new Uint8Array() } });
  await vi.advanceTimersByTimeAsync(5);
  const answers = last()
    .told.slice(1)
    .map(({ message }) => message);
  expect(answers).toHaveLength(2);
  expect(answers).toContainEqual({ type: 'answer', request: 3, bytes: new TextEncoder().encode('x') });
  expect(answers).toContainEqual({ type: 'answer', request: 4, bytes: null });
});

test.each([
  undefined,
  'print',
  {},
  { type: 'ask' },
  { type: 'ask', request: 1, question: { service: 'open-external', url: 'x' } },
  { type: 'ready', more: 1 },
])('what is no message of the office’s is not obeyed: %j', async (message) => {
  const { bridge, last, types } = bridged();
  bridge.start();
  last().say(message);
  await vi.advanceTimersByTimeAsync(0);
  expect(types()).toEqual(['start']);
});

test('an office that breaks down is started again, and each page gets a new line', async () => {
  const { bridge, processes, types, away } = bridged();
  bridge.start();
  const desk = page();
  bridge.connect(desk);
  await vi.advanceTimersByTimeAsync(3_600_000);
  processes[0]?.end();
  expect(processes).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10);
  expect(processes).toHaveLength(2);
  expect(types()).toEqual(['start', 'connect']);
  expect(desk.ports).toHaveLength(2);
  expect(away).toEqual([]);
});

test('an answer for a process that is gone does not reach its successor', async () => {
  const { bridge, processes, types } = bridged();
  bridge.start();
  processes[0]?.say({ type: 'ask', request: 1, question: { service: 'print-to-pdf', html: 'x'.repeat(50) } });
  processes[0]?.end();
  await vi.advanceTimersByTimeAsync(60);
  expect(processes).toHaveLength(2);
  expect(types()).toEqual(['start']);
});

test('an office that breaks down again and again is left alone, and the page says so', async () => {
  const { bridge, processes, last, away } = bridged();
  bridge.start();
  for (let times = 0; times < 3; times += 1) {
    last().end();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(processes).toHaveLength(3);
  expect(away).toEqual(['failed']);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(processes).toHaveLength(3);
});

test('a breakdown now and then is none of those', async () => {
  const { bridge, processes, last, away } = bridged();
  bridge.start();
  for (let times = 0; times < 5; times += 1) {
    await vi.advanceTimersByTimeAsync(60_000);
    last().end();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(processes).toHaveLength(6);
  expect(away).toEqual([]);
});

test('data that another program has open is not fought over', async () => {
  const { bridge, processes, last, away } = bridged();
  bridge.start();
  last().say({ type: 'refused', why: 'in-use' });
  expect(last().isKilled()).toBe(true);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect([processes.length, away]).toEqual([1, ['in-use']]);
});

test('somebody who tries again starts the office again', async () => {
  const { bridge, processes, last, away, types } = bridged();
  bridge.start();
  last().say({ type: 'refused', why: 'in-use' });
  const desk = page();
  bridge.connect(desk);
  expect(processes).toHaveLength(2);
  expect(types()).toEqual(['start', 'connect']);
  expect(desk.ports).toHaveLength(1);
  last().say({ type: 'refused', why: 'failed' });
  await vi.advanceTimersByTimeAsync(10);
  expect(processes).toHaveLength(3);
  expect(away).toEqual(['in-use']);
});

test('a page that comes while the office is about to start waits for that', async () => {
  const { bridge, processes, last, types } = bridged();
  bridge.start();
  last().end();
  const desk = page();
  bridge.connect(desk);
  expect([processes.length, desk.ports.length]).toEqual([1, 0]);
  await vi.advanceTimersByTimeAsync(10);
  expect([processes.length, desk.ports.length]).toEqual([2, 1]);
  expect(types()).toEqual(['start', 'connect']);
});

test('whoever quits waits for the office, which is not started again', async () => {
  const { bridge, processes, last, types } = bridged();
  bridge.start();
  const onStopped = vi.fn<() => void>();
  void bridge.stop().then(onStopped);
  await vi.advanceTimersByTimeAsync(500);
  expect([onStopped.mock.calls.length, types()]).toEqual([0, ['start', 'stop']]);
  last().say({ type: 'stopped' });
  await vi.advanceTimersByTimeAsync(0);
  expect([onStopped.mock.calls.length, last().isKilled()]).toEqual([1, true]);
  bridge.connect(page());
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(processes).toHaveLength(1);
});

test('an office that does not end is ended', async () => {
  const { bridge, last } = bridged();
  bridge.start();
  const stopped = bridge.stop();
  await vi.advanceTimersByTimeAsync(999);
  expect(last().isKilled()).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await stopped;
  expect(last().isKilled()).toBe(true);
});

test('quitting while the office is about to start again leaves it ended', async () => {
  const { bridge, processes, last } = bridged();
  bridge.start();
  last().end();
  await bridge.stop();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(processes).toHaveLength(1);
});

test('a lock leaves kiosk and display alone', () => {
  const { bridge, types } = bridged();
  bridge.start();
  const display = page('display');
  bridge.connect(display);
  bridge.lock();
  expect(types()).toEqual(['start', 'connect', 'lock']);
  expect(display.ports).toHaveLength(1);
});
