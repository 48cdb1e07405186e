import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  CommandLine,
  FromPartitionOptions,
  IpcMain,
  Menu,
  MessageChannelMain,
  PowerMonitor,
  Protocol,
  SafeStorage,
  Screen,
  Session,
} from 'electron';
import type { KeychainStorage } from './keychain.ts';
import type { OfficeProcess } from './office-bridge.ts';
import type { PrintWindow } from './printing.ts';
import type { GuardedSession } from './security.ts';

/** A session as the shell uses it. */
export type ShellSession = GuardedSession & { protocol: Pick<Protocol, 'handle'> };

/** The desk's window as the shell uses it. */
export type DeskWindow = Pick<
  BrowserWindow,
  | 'on'
  | 'once'
  | 'show'
  | 'focus'
  | 'restore'
  | 'maximize'
  | 'isDestroyed'
  | 'isMinimized'
  | 'isMaximized'
  | 'getNormalBounds'
  | 'loadURL'
  | 'removeMenu'
  | 'webContents'
>;

/** What the shell takes from Electron; only main.ts imports it, so that everything else also runs without. */
export interface ElectronParts {
  app: Pick<
    App,
    | 'on'
    | 'quit'
    | 'exit'
    | 'whenReady'
    | 'setPath'
    | 'getLocale'
    | 'isPackaged'
    | 'enableSandbox'
    | 'requestSingleInstanceLock'
    | 'setAppUserModelId'
  > & { commandLine: Pick<CommandLine, 'hasSwitch' | 'appendSwitch'> };
  protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>;
  openSession(partition: string, options: FromPartitionOptions): Session;
  /** Nobody uses it; it is guarded all the same. Not before the app is ready. */
  defaultSession(): Session;
  openDeskWindow(options: BrowserWindowConstructorOptions): DeskWindow;
  openScreenWindow(options: BrowserWindowConstructorOptions): DeskWindow;
  openPrintWindow(options: BrowserWindowConstructorOptions): PrintWindow;
  /** Shows a message of the system's, and waits until it was read. */
  showError(title: string, text: string): void;
  setMenu(template: Parameters<typeof Menu.buildFromTemplate>[0]): void;
  forkOffice(entry: string, options: Electron.ForkOptions): OfficeProcess;
  createChannel(): Pick<MessageChannelMain, 'port1' | 'port2'>;
  ipcMain: Pick<IpcMain, 'on'>;
  powerMonitor: Pick<PowerMonitor, 'on'>;
  safeStorage: Pick<SafeStorage, keyof KeychainStorage>;
  screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>;
}

/** Where the program lies and what it was started with. */
export interface ProgramPlace {
  /** The program's own folder, packed or not: dist/ lies in it. */
  root: string;
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  home: string;
  args: readonly string[];
}
