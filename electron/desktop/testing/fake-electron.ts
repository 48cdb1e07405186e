import type { App, BrowserWindow, Display, IpcMain, MessagePortMain, PowerMonitor, WebContents } from 'electron';
import { vi } from 'vitest';
import { DESK_PAGE } from '../../../shared/desktop/desk-page.ts';
import type { DeskWindow, ElectronParts } from '../electron-parts.ts';
import { createEvents, type Events } from './events.ts';
import { type FakeOfficeProcess, fakeOfficeProcess } from './fake-office-process.ts';
import { type FakeSession, fakeSession } from './fake-session.ts';

/** Electron as the shell sees it, with nothing behind it but a record of what happened, in order. */
export interface FakeElectron {
  electron: ElectronParts;
  /** What was called, in order: `name` or `name value`. */
  calls: string[];
  /** Electron is ready now. */
  becomeReady(): Promise<void>;
  app: Events;
  ipc: Events;
  power: Events;
  window: {
    events: Events;
    contents: Events;
    mainFrame: { url: string; parent: null; postMessage: ReturnType<typeof vi.fn> };
  };
  sessions: Map<string, FakeSession>;
  processes: FakeOfficeProcess[];
  openDeskWindow: ReturnType<typeof vi.fn<ElectronParts['openDeskWindow']>>;
  /** The second windows, in the order in which they were opened. */
  screenWindows: FakeScreenWindow[];
  openScreenWindow: ReturnType<typeof vi.fn<ElectronParts['openScreenWindow']>>;
  openPrintWindow: ReturnType<typeof vi.fn<ElectronParts['openPrintWindow']>>;
  forkOffice: ReturnType<typeof vi.fn<ElectronParts['forkOffice']>>;
  /** The displays of the computer; the first is the primary one. */
  displays: Display[];
  /** How many windows have lost their menu. */
  removedMenus(): number;
  /** The page at the desk says that it is ready. */
  pageIsReady(): void;
}

export function fakeElectron(
  options: { isPackaged?: boolean; switches?: string[]; isFirst?: boolean } = {},
): FakeElectron {
  const { isPackaged = true, switches = [], isFirst = true } = options;
  const [app, ipc, power, windowEvents, contents] = [
    createEvents(),
    createEvents(),
    createEvents(),
    createEvents(),
    createEvents(),
  ];
  const calls: string[] = [];
  const call = (name: string) => (value?: unknown) =>
    void calls.push(
      value === undefined ? name : `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
  const ready = Promise.withResolvers<void>();
  const sessions = new Map<string, FakeSession>();
  const processes: FakeOfficeProcess[] = [];
  const openSession = (partition: string) => {
    const fake = sessions.get(partition) ?? fakeSession();
    sessions.set(partition, fake);
    return fake.session;
  };

  let menusRemoved = 0;
  const mainFrame = { url: DESK_PAGE, parent: null, postMessage: vi.fn<(...values: unknown[]) => void>() };
  const webContents = { on: contents.on, once: contents.once, isDestroyed: () => false, mainFrame };
  const window = {
    // See events.ts; of its contents, the shell uses what stands above.
    on: windowEvents.on as unknown as BrowserWindow['on'],
    once: windowEvents.once as unknown as BrowserWindow['once'],
    webContents: webContents as unknown as WebContents,
    show: call('show'),
    focus: call('focus'),
    restore: call('restore'),
    maximize: call('maximize'),
    isDestroyed: () => false,
    isMinimized: () => false,
    isMaximized: () => false,
    getNormalBounds: () => ({ x: 0, y: 0, width: 1366, height: 700 }),
    removeMenu: () => {
      menusRemoved += 1;
    },
    loadURL: async (address) => call('load')(address),
  } satisfies DeskWindow;

  const openDeskWindow = vi.fn<ElectronParts['openDeskWindow']>(() => {
    call('open desk window')();
    return window;
  });
  const displays: Display[] = [];
  const screenWindows: FakeScreenWindow[] = [];
  const openScreenWindow = vi.fn<ElectronParts['openScreenWindow']>(() => {
    const opened = fakeScreenWindow(call('load screen'), (sender, senderFrame) =>
      ipc.happen('tandem:ready', { sender, senderFrame }),
    );
    screenWindows.push(opened);
    return { ...window, ...opened.window };
  });
  const openPrintWindow = vi.fn<ElectronParts['openPrintWindow']>(() => ({
    loadURL: async () => {},
    destroy: () => {},
    webContents: { printToPDF: async () => Buffer.from('PDF'), print: () => {} },
  }));
  const forkOffice = vi.fn<ElectronParts['forkOffice']>(() => {
    call('fork office')();
    const forked = fakeOfficeProcess();
    processes.push(forked);
    return forked.process;
  });
  const electron: ElectronParts = {
    app: {
      on: app.on as unknown as App['on'],
      quit: call('quit'),
      exit: call('exit'),
      whenReady: () => ready.promise,
      setPath: (name, path) => call('set path')(`${name} ${path}`),
      getLocale: () => 'de',
      isPackaged,
      enableSandbox: call('enable sandbox'),
      requestSingleInstanceLock: () => {
        call('ask for lock')();
        return isFirst;
      },
      setAppUserModelId: call('set id'),
      commandLine: {
        hasSwitch: (name) => switches.includes(name),
        appendSwitch: (name, value) => call('switch')(value === undefined ? name : `${name}=${value}`),
      },
    },
    protocol: { registerSchemesAsPrivileged: call('register schemes') },
    openSession: (partition, { cache }) => {
      call('open session')(`${partition} cache=${cache}`);
      return openSession(partition);
    },
    defaultSession: () => openSession('default'),
    openDeskWindow,
    openScreenWindow,
    openPrintWindow,
    showError: (title) => call('show error')(title),
    setMenu: () => call('set menu')(),
    forkOffice,
    // The shell only hands ports on.
    createChannel: () => ({ port1: {} as MessagePortMain, port2: {} as MessagePortMain }),
    ipcMain: { on: ipc.on as unknown as IpcMain['on'] },
    powerMonitor: { on: power.on as unknown as PowerMonitor['on'] },
    safeStorage: {
      isAsyncEncryptionAvailable: async () => true,
      getSelectedStorageBackend: () => 'gnome_libsecret',
      encryptStringAsync: async (text) => Buffer.from(`v11${backwards(text)}`),
      decryptStringAsync: async (wrapped) => ({
        result: backwards(wrapped.toString().slice(3)),
        shouldReEncrypt: false,
      }),
    },
    screen: { getAllDisplays: () => displays, getPrimaryDisplay: () => displays[0] ?? PRIMARY },
  };
  return {
    electron,
    calls,
    async becomeReady() {
      ready.resolve();
      // A few turns: the shell asks the keychain before it opens its window.
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    },
    app,
    ipc,
    power,
    window: { events: windowEvents, contents, mainFrame },
    sessions,
    processes,
    openDeskWindow,
    screenWindows,
    openScreenWindow,
    openPrintWindow,
    displays,
    removedMenus: () => menusRemoved,
    forkOffice,
    pageIsReady: () => void ipc.happen('tandem:ready', { sender: webContents, senderFrame: mainFrame }),
  };
}

// The shell reads the ids and bounds of displays alone.
const PRIMARY = { id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } } as Display;

/** A second window, with nothing behind it. */
export interface FakeScreenWindow {
  window: Pick<DeskWindow, 'on' | 'once' | 'loadURL' | 'webContents'>;
  events: Events;
  contents: Events;
  mainFrame: { url: string; parent: null; postMessage: ReturnType<typeof vi.fn> };
  /** Its page says that it is ready. */
  pageIsReady(): void;
}

function fakeScreenWindow(
  load: (address: string) => void,
  sayReady: (sender: unknown, frame: unknown) => void,
): FakeScreenWindow {
  const [events, contents] = [createEvents(), createEvents()];
  const mainFrame = { url: '', parent: null, postMessage: vi.fn<(...values: unknown[]) => void>() };
  const webContents = { on: contents.on, once: contents.once, isDestroyed: () => false, mainFrame };
  return {
    window: {
      on: events.on as unknown as BrowserWindow['on'], // see events.ts
      once: events.once as unknown as BrowserWindow['once'],
      webContents: webContents as unknown as WebContents,
      loadURL: async (address) => {
        mainFrame.url = address;
        load(address);
      },
    },
    events,
    contents,
    mainFrame,
    pageIsReady: () => sayReady(webContents, mainFrame),
  };
}

/** Enough of an encryption for a double: not what went in, and nothing is lost. */
function backwards(text: string): string {
  return Array.from(text).reverse().join('');
}
