import { join } from 'node:path';
import type { BrowserWindowConstructorOptions, Screen, Session } from 'electron';
import { PAGE_SCHEME, SCREEN_PAGES } from '../../shared/desktop/desk-page.ts';
import { readPageFiles } from '../../shared/node/page-files.ts';
import type { OwnContents } from './desk-lines.ts';
import type { DeskWindow, ElectronParts, ProgramPlace } from './electron-parts.ts';
import { createScreenHandler } from './protocol.ts';
import { guardSession } from './security.ts';
import { deskPreferences, type PageSetting } from './window.ts';

export type ScreenKind = keyof typeof SCREEN_PAGES;

/** More than these one computer has no use for. */
const MOST_WINDOWS = 4;
/** A page that crashes at once, again and again, must not keep the computer busy. */
const LOAD_AGAIN_AFTER_MS = 1_000;

/**
 * A second window: over the whole of another display where there is one, and else one that can be moved. It may do what
 * a page of the desk may, and be heard without having been touched.
 */
export function screenWindowOptions(
  setting: PageSetting & { kind: ScreenKind; screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'> },
): BrowserWindowConstructorOptions {
  const { kind, screen } = setting;
  const primary = screen.getPrimaryDisplay();
  const other = screen.getAllDisplays().find(({ id }) => id !== primary.id);
  return {
    title: 'Tandem',
    show: false,
    width: 1280,
    height: 720,
    ...(other ? { x: other.bounds.x, y: other.bounds.y, fullscreen: true, kiosk: kind === 'kiosk' } : {}),
    backgroundColor: '#f6f3ef',
    autoHideMenuBar: true,
    webPreferences: { ...deskPreferences(setting), autoplayPolicy: 'no-user-gesture-required' },
  };
}

export interface ScreenWindows {
  /** Opens one more window for this kind; beyond four nothing happens. */
  open(kind: ScreenKind): void;
  list(): readonly OwnContents[];
}

/** The second windows. Their pages are served to a session of their own, which knows no desk and keeps nothing on the disk. */
export function createScreenWindows(electron: ElectronParts, place: ProgramPlace): ScreenWindows {
  const windows = new Map<DeskWindow, ScreenKind>();
  let session: Session | null = null;

  function ownSession(): Session {
    if (session) return session;
    session = electron.openSession('screens', { cache: false });
    guardSession(session);
    session.protocol.handle(PAGE_SCHEME, createScreenHandler(readPageFiles(join(place.root, 'dist', 'renderer'))));
    return session;
  }

  function load(window: DeskWindow, kind: ScreenKind): void {
    // It fails when the window closes meanwhile.
    if (!window.isDestroyed()) window.loadURL(SCREEN_PAGES[kind]).catch(() => {});
  }

  return {
    open(kind) {
      if (windows.size >= MOST_WINDOWS) return;
      const window = electron.openScreenWindow(
        screenWindowOptions({
          kind,
          preload: join(place.root, 'dist', 'preload', 'preload.cjs'),
          session: ownSession(),
          isPackaged: electron.app.isPackaged,
          screen: electron.screen,
        }),
      );
      // Without a menu nobody closes the program at a kiosk.
      window.removeMenu();
      windows.set(window, kind);
      window.once('ready-to-show', () => window.show());
      window.on('page-title-updated', (event) => event.preventDefault());
      window.on('closed', () => windows.delete(window));
      window.webContents.on('render-process-gone', () => {
        setTimeout(() => load(window, kind), LOAD_AGAIN_AFTER_MS);
      });
      load(window, kind);
    },
    list: () => Array.from(windows, ([window, kind]) => ({ kind, contents: window.webContents })),
  };
}
