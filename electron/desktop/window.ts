import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebPreferences } from 'electron';
import type { WindowBounds } from './window-bounds.ts';

export interface PageSetting {
  /** The preload script's file. */
  preload: string;
  session: Session;
  isPackaged: boolean;
}

/**
 * What a page of the desk may do. Everything that decides about safety is spelled out, also where Electron's default is
 * the same today.
 */
export function deskPreferences({ preload, session, isPackaged }: PageSetting): WebPreferences {
  return {
    preload,
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    webgl: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    // What is typed is never looked up, neither here nor in the system's dictionary, which learns.
    spellcheck: false,
    devTools: !isPackaged,
  };
}

/** The desk's window: shown when it has something to show, where it was last time. */
export function deskWindowOptions(
  setting: PageSetting & { bounds: WindowBounds | null; icon: string | null },
): BrowserWindowConstructorOptions {
  const { bounds, icon } = setting;
  return {
    title: 'Tandem',
    show: false,
    // The desk is made for 1366×768; below this its columns are laid one under another.
    width: bounds?.width ?? 1366,
    height: bounds?.height ?? 768,
    ...(bounds ? { x: bounds.x, y: bounds.y } : { center: true }),
    minWidth: 480,
    minHeight: 480,
    backgroundColor: '#faf8f5',
    autoHideMenuBar: true,
    ...(icon === null ? {} : { icon }),
    webPreferences: deskPreferences(setting),
  };
}

type ShownWindow = Pick<BrowserWindow, 'once' | 'on' | 'show' | 'maximize' | 'isMaximized' | 'getNormalBounds'>;

/** Shows a window once it has painted, and tells its place when it closes. */
export function showWhenReady(
  window: ShownWindow,
  options: { maximized: boolean; keepBounds: (bounds: WindowBounds) => void },
): void {
  window.once('ready-to-show', () => {
    if (options.maximized) window.maximize();
    window.show();
  });
  window.on('close', () => options.keepBounds({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
  // The title stands in task lists and screen shares: never what a page would write there.
  window.on('page-title-updated', (event) => event.preventDefault());
}
