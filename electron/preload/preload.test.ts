import { afterEach, expect, test, vi } from 'vitest';
import { DESK_PAGE } from '../../shared/desktop/desk-page.ts';

// The numbers in brackets are the points of Electron's security checklist (docs/electron-checklist.md).

const electron = vi.hoisted(() => ({
  contextBridge: { exposeInMainWorld: vi.fn<(name: string, value: unknown) => void>() },
  ipcRenderer: {
    on: vi.fn<(channel: string, listener: (event: object, ...values: unknown[]) => void) => void>(),
    send: vi.fn<(channel: string) => void>(),
  },
}));
vi.mock('electron', () => electron);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
  vi.resetModules();
});

/** Runs the preload script on a page with this address. */
async function preloadOn(href: string) {
  const page = {
    location: { href, origin: 'app://desk' },
    postMessage: vi.fn<(message: unknown, origin: string, ports: unknown[]) => void>(),
    addEventListener: vi.fn<(event: string, listener: () => void) => void>(),
  };
  vi.stubGlobal('window', page);
  await import('./preload.ts');
  return page;
}

test('[20] the page is given one word and no function', async () => {
  await preloadOn(DESK_PAGE);
  expect(electron.contextBridge.exposeInMainWorld.mock.calls).toEqual([['tandemHost', { kind: 'electron' }]]);
});

test.each(['app://screen/kiosk/', 'app://screen/display/'])('[20] so is %s', async (href) => {
  await preloadOn(href);
  expect(electron.contextBridge.exposeInMainWorld.mock.calls).toEqual([['tandemHost', { kind: 'electron' }]]);
});

test('a line is handed to this page alone, without anything of Electron’s', async () => {
  const page = await preloadOn(`${DESK_PAGE}people`);
  expect(electron.ipcRenderer.on.mock.calls.map(([channel]) => channel)).toEqual(['tandem:port']);
  const ports = [{}];
  electron.ipcRenderer.on.mock.calls[0]?.[1]({ ports, sender: 'Electron’s' }, 'Electron’s');
  expect(page.postMessage.mock.calls).toEqual([['tandem:port', 'app://desk', ports]]);
});

test('the shell is told once the page listens, and nothing else is ever sent', async () => {
  const page = await preloadOn(DESK_PAGE);
  expect(electron.ipcRenderer.send).not.toHaveBeenCalled();
  expect(page.addEventListener.mock.calls.map(([event]) => event)).toEqual(['DOMContentLoaded']);
  page.addEventListener.mock.calls[0]?.[1]();
  expect(electron.ipcRenderer.send.mock.calls).toEqual([['tandem:ready']]);
});

test.each([
  'about:blank',
  'app://desk/away/failed',
  'app://desk.elsewhere/desk/',
  'app://screen/desk/',
  'https://example.org/',
])('[20] on %s it does nothing', async (href) => {
  const page = await preloadOn(href);
  expect(electron.contextBridge.exposeInMainWorld).not.toHaveBeenCalled();
  expect(electron.ipcRenderer.on).not.toHaveBeenCalled();
  expect(page.addEventListener).not.toHaveBeenCalled();
});
