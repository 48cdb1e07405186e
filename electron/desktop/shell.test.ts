import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startShell } from './shell.ts';
import { preventable } from './testing/events.ts';
import { type FakeElectron, fakeElectron } from './testing/fake-electron.ts';
import { deskPreferences } from './window.ts';

// The numbers in brackets are the points of Electron's security checklist (docs/electron-checklist.md).

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-shell-'));
  data = join(folder, 'office');
  mkdirSync(join(folder, 'dist', 'renderer', 'desk'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'renderer', 'desk', 'index.html'), 'desk');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

type Options = Parameters<typeof fakeElectron>[0];

function start(options: Options = {}, args: string[] = []): FakeElectron {
  const fake = fakeElectron(options);
  const env = { TANDEM_DATA: data, PATH: '/bin', NODE_OPTIONS: '--inspect' };
  startShell(fake.electron, { root: folder, env, platform: 'linux', home: folder, args });
  return fake;
}

async function started(options: Options = {}, args: string[] = []): Promise<FakeElectron> {
  const fake = start(options, args);
  await fake.becomeReady();
  return fake;
}

test('[4, 18] everything that must be said before Chromium starts is said by then', () => {
  const { calls } = start();
  expect(calls).toEqual([
    `set path userData ${join(data, 'shell')}`,
    'set id eu.tandem.desk',
    'ask for lock',
    'switch host-resolver-rules=MAP * ~NOTFOUND',
    'switch disable-background-networking',
    'switch disable-component-update',
    'switch disable-domain-reliability',
    'switch no-pings',
    'enable sandbox',
    'register schemes [{"scheme":"app","privileges":{"standard":true,"secure":true,"supportFetchAPI":true}}]',
  ]);
});

test.skipIf(process.platform === 'win32')('only its owner can look into the shell’s folder', () => {
  start();
  expect(statSync(join(data, 'shell')).mode & 0o777).toBe(0o700);
});

test('the installed program does not start with a door open', async () => {
  const { calls } = await started({ switches: ['remote-debugging-port'] });
  expect(calls).toEqual(['exit 1']);
});

test('a second start ends and opens nothing', async () => {
  const { calls } = start({ isFirst: false });
  expect(calls.slice(-2)).toEqual(['ask for lock', 'quit']);
});

test('a second start brings the first to the front', async () => {
  const { app, calls } = await started();
  app.happen('second-instance');
  expect(calls.slice(-2)).toEqual(['show', 'focus']);
});

test('the desk opens: the window before the office, so that a print can not end the program', async () => {
  const { calls } = await started();
  const opening = calls.slice(calls.findIndex((call) => call.startsWith('register')) + 1);
  expect(opening).toEqual([
    'set menu',
    'open session persist:desk cache=false',
    'open desk window',
    'open session print cache=false',
    'fork office',
    'load app://desk/desk/',
  ]);
});

test('[2, 3, 4, 6, 8, 9, 10] the window is the guarded one, in the guarded session', async () => {
  const { openDeskWindow, sessions } = await started();
  const session = sessions.get('persist:desk')?.session;
  const preload = join(folder, 'dist', 'preload', 'preload.cjs');
  expect(session).toBeDefined();
  expect(openDeskWindow).toHaveBeenCalledOnce();
  const options = openDeskWindow.mock.calls[0]?.[0];
  expect(options?.webPreferences).toEqual(session && deskPreferences({ preload, session, isPackaged: true }));
});

test.each(['default', 'persist:desk', 'print', 'screens'])('[1, 5] the session %s is guarded', async (partition) => {
  const { sessions, processes } = await started();
  processes[0]?.say({ type: 'ask', request: 1, question: { service: 'open-screen', kind: 'display' } });
  const told = sessions.get(partition)?.told;
  for (const tell of Object.values(told ?? {})) expect(tell).toHaveBeenCalledOnce();
  expect(Object.keys(told ?? {})).toHaveLength(7);
});

test('[7, 18] the desk is served to its own session alone, the printer’s documents to theirs', async () => {
  const { sessions } = await started();
  const ask = async (partition: string, url: string): Promise<number | undefined> => {
    const response = await sessions.get(partition)?.handlers.get('app')?.({ url, method: 'GET' } as Request);
    return response?.status;
  };
  expect(await ask('persist:desk', 'app://desk/desk/')).toBe(200);
  expect(await ask('persist:desk', 'app://print/1')).toBe(404);
  expect(await ask('print', 'app://desk/desk/')).toBe(404);
  expect(await ask('default', 'app://desk/desk/')).toBeUndefined();
});

test('[13, 14] every page that is made is guarded', async () => {
  const { app } = await started();
  const setWindowOpenHandler = vi.fn<(...values: unknown[]) => void>();
  app.happen('web-contents-created', {}, { on: () => {}, setWindowOpenHandler, getURL: () => '' });
  expect(setWindowOpenHandler).toHaveBeenCalledOnce();
});

test('[17] the desk’s page gets a line, and a stranger none', async () => {
  const { ipc, window, processes, pageIsReady } = await started();
  ipc.happen('tandem:ready', { sender: {}, senderFrame: window.mainFrame });
  expect(processes[0]?.told.map(({ message }) => message.type)).toEqual(['start']);
  pageIsReady();
  expect(processes[0]?.told.map(({ message }) => message.type)).toEqual(['start', 'connect']);
  expect(window.mainFrame.postMessage).toHaveBeenCalledOnce();
});

test('the office gets the packed program, a clean environment and no console', async () => {
  const { forkOffice } = await started();
  expect(forkOffice.mock.calls).toEqual([
    [
      join(folder, 'dist', 'hosts', 'office-process.js'),
      { serviceName: 'Tandem office', env: { PATH: '/bin' }, stdio: 'ignore' },
    ],
  ]);
  expect((await started({ isPackaged: false })).forkOffice.mock.calls[0]?.[1].stdio).toBe('inherit');
});

test('the office is told of folder, training and keychain', async () => {
  const message = { type: 'start', dataFolder: data, training: false, keychain: true, slipPrinter: false };
  expect((await started()).processes[0]?.told[0]?.message).toEqual(message);
  expect((await started({}, ['--training'])).processes[0]?.told[0]?.message).toEqual({ ...message, training: true });
});

test('a computer whose keychain only pretends has none', async () => {
  const fake = fakeElectron();
  fake.electron.safeStorage.getSelectedStorageBackend = () => 'basic_text';
  startShell(fake.electron, { root: folder, env: { TANDEM_DATA: data }, platform: 'linux', home: folder, args: [] });
  await fake.becomeReady();
  expect(fake.processes[0]?.told[0]?.message).toMatchObject({ keychain: false });
});

test('the office can print, in the printing session', async () => {
  const { processes, openPrintWindow, sessions } = await started();
  processes[0]?.say({ type: 'ask', request: 1, question: { service: 'print-to-pdf', html: 'x' } });
  await vi.waitFor(() => expect(processes[0]?.told.at(-1)?.message).toMatchObject({ type: 'answer', request: 1 }));
  expect(processes[0]?.told.at(-1)?.message).toMatchObject({ bytes: Buffer.from('PDF') });
  expect(openPrintWindow.mock.calls[0]?.[0].webPreferences).toMatchObject({
    session: sessions.get('print')?.session,
    javascript: false,
  });
});

test('slips go to the printer that is set for this computer', async () => {
  mkdirSync(join(data, 'shell'), { recursive: true });
  writeFileSync(join(data, 'shell', 'settings.json'), '{"slipPrinter":"Bonausgabe"}');
  const { processes, openPrintWindow } = await started();
  processes[0]?.say({ type: 'ask', request: 1, question: { service: 'print-slip', html: 'A 7' } });
  await vi.waitFor(() => expect(openPrintWindow).toHaveBeenCalledOnce());
});

test('[17] the office opens a second window, whose page gets a line of its kind', async () => {
  const { processes, screenWindows, calls } = await started();
  processes[0]?.say({ type: 'ask', request: 1, question: { service: 'open-screen', kind: 'display' } });
  await vi.waitFor(() => expect(calls.at(-1)).toBe('load screen app://screen/display/'));
  screenWindows[0]?.pageIsReady();
  expect(processes[0]?.told.at(-1)?.message).toMatchObject({ type: 'connect', kind: 'display' });
  expect(screenWindows[0]?.mainFrame.postMessage).toHaveBeenCalledOnce();
});

test('a locked computer is a locked desk', async () => {
  const { power, processes } = await started();
  power.happen('lock-screen');
  power.happen('resume');
  expect(processes[0]?.told.map(({ message }) => message.type)).toEqual(['start', 'lock', 'catch-up']);
});

test('the page says why there is no office', async () => {
  const { calls, processes } = await started();
  processes[0]?.say({ type: 'refused', why: 'in-use' });
  expect(calls.at(-1)).toBe('load app://desk/away/in-use');
});

test('a page that breaks down is loaded again after a moment', async () => {
  const { calls, window } = await started();
  vi.useFakeTimers();
  const before = calls.length;
  window.contents.happen('render-process-gone');
  expect(calls).toHaveLength(before);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(calls.slice(before)).toEqual(['load app://desk/desk/']);
});

test('whoever closes the window waits for the office', async () => {
  const { app, calls, processes, window } = await started();
  window.events.happen('closed');
  expect(calls.at(-1)).toBe('quit');
  const [first, second, last] = [preventable({}), preventable({}), preventable({})];
  app.happen('before-quit', first);
  app.happen('before-quit', second);
  expect([first.isPrevented, second.isPrevented]).toEqual([true, true]);
  expect(processes[0]?.told.filter(({ message }) => message.type === 'stop')).toHaveLength(1);
  const before = calls.length;
  processes[0]?.say({ type: 'stopped' });
  await vi.waitFor(() => expect(calls.slice(before)).toEqual(['quit']));
  app.happen('before-quit', last);
  expect(last.isPrevented).toBe(false);
});

test('the window’s place is kept', async () => {
  const { window } = await started();
  window.events.happen('close');
  expect(JSON.parse(readFileSync(join(data, 'shell', 'window.json'), 'utf8'))).toMatchObject({
    width: 1366,
    height: 700,
  });
});

test('a shell that can not open says so and ends', async () => {
  rmSync(join(folder, 'dist'), { recursive: true });
  const { calls } = await started();
  await vi.waitFor(() => expect(calls.slice(-2)).toEqual(['show error Tandem kann nicht starten', 'exit 1']));
});

test('so does one whose data folder can not be made', () => {
  writeFileSync(data, 'a file where the folder should be');
  const { calls } = start();
  expect(calls).toEqual(['show error Tandem kann nicht starten', 'exit 1']);
});
