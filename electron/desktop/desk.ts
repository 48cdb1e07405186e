import { join } from 'node:path';
import { DESK_PAGE, PAGE_SCHEME } from '../../shared/desktop/desk-page.ts';
import type { Refusal } from '../../shared/desktop/shell-messages.ts';
import { readPageFiles } from '../../shared/node/page-files.ts';
import { shellFolder } from './data-folder.ts';
import { serveLines } from './desk-lines.ts';
import type { DeskWindow, ElectronParts, ProgramPlace } from './electron-parts.ts';
import { findKeychain } from './keychain.ts';
import { menuTemplate } from './menu.ts';
import { OFFICE_AWAY_PAGE } from './office-away-page.ts';
import { createOfficeBridge, type OfficeBridge } from './office-bridge.ts';
import { officeEnvironment } from './office-environment.ts';
import { watchPower } from './power.ts';
import { createShellPrinter, printWindowOptions, type ShellPrinter } from './printing.ts';
import { createDeskHandler, createPrintHandler } from './protocol.ts';
import { createScreenWindows } from './screen-windows.ts';
import { guardSession } from './security.ts';
import { readShellSettings } from './shell-settings.ts';
import { shellTexts } from './texts.ts';
import { deskWindowOptions, showWhenReady } from './window.ts';
import { readBounds, writeBounds } from './window-bounds.ts';

/** The desk, once it is open. */
export interface OpenDesk {
  readonly window: DeskWindow;
  readonly bridge: OfficeBridge;
}

/** Chromium would keep pages on the disk. */
const WITHOUT_CACHE = { cache: false };
/** A page that crashes at once, again and again, must not keep the computer busy. */
const LOAD_AGAIN_AFTER_MS = 1_000;

/** Opens the desk's window and starts its office. Not before the app is ready. */
export async function openDesk(electron: ElectronParts, place: ProgramPlace, data: string): Promise<OpenDesk> {
  const { app, ipcMain, powerMonitor, safeStorage } = electron;
  guardSession(electron.defaultSession());
  electron.setMenu(menuTemplate(shellTexts(app.getLocale()).texts, { isPackaged: app.isPackaged }));

  const keychain = await findKeychain(safeStorage, place.platform);
  const { slipPrinter = null } = readShellSettings(join(shellFolder(data), 'settings.json'));
  // The window comes before the office: Electron quits when the last window is gone, and the office may print at once.
  const window = openWindow(electron, place, data);
  const screens = createScreenWindows(electron, place);
  const bridge = createOfficeBridge({
    fork: () => forkOffice(electron, place),
    createChannel: () => electron.createChannel(),
    start: {
      dataFolder: data,
      training: place.args.includes('--training'),
      keychain: keychain !== null,
      slipPrinter: slipPrinter !== null,
    },
    services: { printer: createPrinter(electron), keychain, slipPrinter, openScreen: screens.open },
    onAway: (why: Refusal) => show(window, `${OFFICE_AWAY_PAGE}${why}`),
  });
  serveLines({
    ipcMain,
    bridge,
    listOwnContents: () => [{ kind: 'desk', contents: window.webContents }, ...screens.list()],
  });
  watchPower(powerMonitor, { lock: bridge.lock, catchUp: bridge.catchUp, shutDown: () => app.quit() });
  bridge.start();
  window.on('closed', () => app.quit());
  window.webContents.on('render-process-gone', () => {
    setTimeout(() => show(window, DESK_PAGE), LOAD_AGAIN_AFTER_MS);
  });
  show(window, DESK_PAGE);
  return { window, bridge };
}

function openWindow(electron: ElectronParts, place: ProgramPlace, data: string): DeskWindow {
  const { app, screen } = electron;
  // Kept on this computer: which desk it is and which language its staff reads.
  const session = electron.openSession('persist:desk', WITHOUT_CACHE);
  guardSession(session);
  const files = readPageFiles(join(place.root, 'dist', 'renderer'));
  session.protocol.handle(PAGE_SCHEME, createDeskHandler(files, app.getLocale()));

  const boundsFile = join(shellFolder(data), 'window.json');
  const bounds = readBounds(boundsFile, screen);
  const window = electron.openDeskWindow(
    deskWindowOptions({
      preload: join(place.root, 'dist', 'preload', 'preload.cjs'),
      session,
      isPackaged: app.isPackaged,
      bounds,
      // Elsewhere the program's own file carries the icon.
      icon: place.platform === 'linux' ? join(place.root, 'build', 'icons', '256x256.png') : null,
    }),
  );
  showWhenReady(window, {
    maximized: bounds?.maximized ?? false,
    keepBounds: (kept) => writeBounds(boundsFile, kept),
  });
  return window;
}

function createPrinter(electron: ElectronParts): ShellPrinter {
  // In memory, and apart from the desk's: here `app://print` exists and `app://desk` does not.
  const session = electron.openSession('print', WITHOUT_CACHE);
  guardSession(session);
  const documents = new Map<string, string>();
  session.protocol.handle(PAGE_SCHEME, createPrintHandler(documents));
  return createShellPrinter({ openWindow: () => electron.openPrintWindow(printWindowOptions(session)), documents });
}

function forkOffice(electron: ElectronParts, place: ProgramPlace): ReturnType<ElectronParts['forkOffice']> {
  return electron.forkOffice(join(place.root, 'dist', 'hosts', 'office-process.js'), {
    serviceName: 'Tandem office',
    env: officeEnvironment(place.env),
    // Its log is a file that holds codes only; what a library may write to the console goes nowhere.
    stdio: electron.app.isPackaged ? 'ignore' : 'inherit',
  });
}

function show(window: DeskWindow, address: string): void {
  // It fails when another page is asked for meanwhile, or the window closes; then that is what is shown.
  if (!window.isDestroyed()) window.loadURL(address).catch(() => {});
}
