import type { IpcMain, MessagePortMain, WebContents } from 'electron';
import { expect, test, vi } from 'vitest';
import { DESK_PAGE, OFFICE_LINE, PAGE_READY, type PageKind, SCREEN_PAGES } from '../../shared/desktop/desk-page.ts';
import { serveLines } from './desk-lines.ts';
import type { OfficePage } from './office-bridge.ts';
import { createEvents } from './testing/events.ts';

// The numbers in brackets are the points of Electron's security checklist (docs/electron-checklist.md).

function frame(url: string) {
  return { url, parent: null, postMessage: vi.fn<(...values: unknown[]) => void>() };
}

function contents(mainFrame = frame(DESK_PAGE)) {
  const events = createEvents();
  const double = {
    on: events.on as unknown as WebContents['on'], // see events.ts
    once: events.once as unknown as WebContents['once'],
    isDestroyed: () => false,
    mainFrame,
  };
  return { double, events };
}

function served(desk: ReturnType<typeof contents>['double'] | null, kind: PageKind = 'desk') {
  const ipc = createEvents();
  const connected: OfficePage[] = [];
  const disconnected: OfficePage[] = [];
  serveLines({
    ipcMain: { on: ipc.on as unknown as IpcMain['on'] },
    bridge: { connect: (page) => void connected.push(page), disconnect: (page) => void disconnected.push(page) },
    listOwnContents: () => (desk === null ? [] : [{ kind, contents: desk }]),
  });
  const say = (sender: unknown, senderFrame: unknown) => ipc.happen(PAGE_READY, { sender, senderFrame });
  return { ipc, connected, disconnected, say };
}

function port() {
  const close = vi.fn<(...values: unknown[]) => void>();
  // Lines are only handed on or closed here.
  return { close, asPort: { close } as unknown as MessagePortMain };
}

test('the desk’s own page gets a line', () => {
  const desk = contents();
  const { connected, say } = served(desk.double);
  say(desk.double, desk.double.mainFrame);
  expect(connected).toHaveLength(1);
  const { asPort } = port();
  connected[0]?.handOver(asPort);
  expect(desk.double.mainFrame.postMessage).toHaveBeenCalledExactlyOnceWith(OFFICE_LINE, null, [asPort]);
});

test.each([
  'https://example.org/',
  'app://desk.elsewhere/desk/',
  'app://desk/away/failed',
  'app://desk/desk',
  'app://print/1',
  'about:blank',
  'about:srcdoc',
  'blob:app://desk/1',
  'file:///desk/index.html',
  '',
])('[17] a page at %j gets none', (url) => {
  const desk = contents(frame(url));
  const { connected, say } = served(desk.double);
  say(desk.double, desk.double.mainFrame);
  expect(connected).toEqual([]);
});

test.each([
  ['kiosk', SCREEN_PAGES.kiosk, true],
  ['display', SCREEN_PAGES.display, true],
  ['kiosk', SCREEN_PAGES.display, false],
  ['kiosk', DESK_PAGE, false],
  ['desk', SCREEN_PAGES.kiosk, false],
  ['kiosk', 'app://screen/kiosk.elsewhere/', false],
  ['kiosk', 'app://elsewhere/app://screen/kiosk/', false],
] as const)('[17] the window of a %s with %s is given a line of its kind or none', (kind, url, isGiven) => {
  const own = contents(frame(url));
  const { connected, say } = served(own.double, kind);
  say(own.double, own.double.mainFrame);
  expect(connected.map((page) => page.kind)).toEqual(isGiven ? [kind] : []);
});

test('[17] a kiosk that shows the desk meanwhile has its line closed', () => {
  const own = contents(frame(SCREEN_PAGES.kiosk));
  const { connected, say } = served(own.double, 'kiosk');
  say(own.double, own.double.mainFrame);
  own.double.mainFrame.url = DESK_PAGE;
  const late = port();
  connected[0]?.handOver(late.asPort);
  expect(late.close).toHaveBeenCalledOnce();
});

test('[17] a frame inside the desk gets none', () => {
  const desk = contents();
  const { connected, say } = served(desk.double);
  say(desk.double, { ...frame(DESK_PAGE), parent: desk.double.mainFrame });
  expect(connected).toEqual([]);
});

test('[17] a frame that has gone on meanwhile gets none', () => {
  const desk = contents();
  const { connected, say } = served(desk.double);
  say(desk.double, null);
  expect(connected).toEqual([]);
});

test('[17] another window gets none, whatever its address says', () => {
  const stranger = contents().double;
  const { connected, say } = served(contents().double);
  say(stranger, stranger.mainFrame);
  expect(connected).toEqual([]);
  const withoutWindow = served(null);
  withoutWindow.say(stranger, stranger.mainFrame);
  expect(withoutWindow.connected).toEqual([]);
});

test('[17] nothing else is listened to', () => {
  const on = vi.fn<(channel: string) => void>();
  serveLines({
    ipcMain: { on: on as unknown as IpcMain['on'] },
    bridge: { connect() {}, disconnect() {} },
    listOwnContents: () => [],
  });
  expect(on.mock.calls.map(([channel]) => channel)).toEqual([PAGE_READY]);
});

test('[17] a line that comes after the page has gone is closed', () => {
  const desk = contents();
  const { connected, say } = served(desk.double);
  say(desk.double, desk.double.mainFrame);
  desk.double.mainFrame.url = 'app://desk/away/failed';
  const late = port();
  connected[0]?.handOver(late.asPort);
  expect(late.close).toHaveBeenCalledOnce();
  expect(desk.double.mainFrame.postMessage).not.toHaveBeenCalled();

  const gone = contents();
  const other = served(gone.double);
  other.say(gone.double, gone.double.mainFrame);
  gone.double.isDestroyed = () => true;
  const tooLate = port();
  other.connected[0]?.handOver(tooLate.asPort);
  expect(tooLate.close).toHaveBeenCalledOnce();
});

test.each(['did-navigate', 'render-process-gone', 'destroyed'])('%s ends the line', (event) => {
  const desk = contents();
  const { connected, disconnected, say } = served(desk.double);
  say(desk.double, desk.double.mainFrame);
  expect(disconnected).toEqual([]);
  expect(desk.events.happen(event)).toBe(true);
  expect(disconnected).toEqual(connected);
});

test('a page that is loaded anew is the same page to the bridge', () => {
  const desk = contents();
  const { connected, say } = served(desk.double);
  say(desk.double, desk.double.mainFrame);
  say(desk.double, desk.double.mainFrame);
  expect(connected).toHaveLength(2);
  expect(connected[0]).toBe(connected[1]);
});
