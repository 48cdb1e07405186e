import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  utilityProcess,
} from 'electron';
import { startShell } from './shell.ts';

/** The program's entry in Electron, and the only file that imports it. */
startShell(
  {
    app,
    protocol,
    openSession: (partition, options) => session.fromPartition(partition, options),
    defaultSession: () => session.defaultSession,
    openDeskWindow: (options) => new BrowserWindow(options),
    openScreenWindow: (options) => new BrowserWindow(options),
    openPrintWindow: (options) => new BrowserWindow(options),
    showError: (title, text) => dialog.showErrorBox(title, text),
    setMenu: (template) => Menu.setApplicationMenu(Menu.buildFromTemplate(template)),
    forkOffice: (entry, options) => utilityProcess.fork(entry, [], options),
    createChannel: () => new MessageChannelMain(),
    ipcMain,
    powerMonitor,
    safeStorage,
    screen,
  },
  {
    // The same two steps up from this source and from the bundle in dist/desktop.
    root: fileURLToPath(new URL('../..', import.meta.url)),
    env: process.env,
    platform: process.platform,
    home: homedir(),
    args: process.argv,
  },
);
