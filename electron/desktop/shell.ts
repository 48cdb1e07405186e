import { mkdirSync } from 'node:fs';
import { dataFolder, shellFolder } from './data-folder.ts';
import { type OpenDesk, openDesk } from './desk.ts';
import type { ElectronParts, ProgramPlace } from './electron-parts.ts';
import { PAGE_SCHEMES } from './protocol.ts';
import { guardApp } from './security.ts';
import { isFirstInstance } from './single-instance.ts';
import { cutOffNetwork, isStartedUnsafely } from './switches.ts';

/** As in electron-builder.yml, so that Windows finds window and entry in the start menu to be one. */
const APP_ID = 'eu.tandem.desk';

/** Starts the desktop shell. Everything up to `whenReady` must have happened before Chromium starts. */
export function startShell(electron: ElectronParts, place: ProgramPlace): void {
  const { app } = electron;
  if (isStartedUnsafely(app)) return app.exit(1);

  const data = dataFolder(place.env, place.platform, place.home);
  mkdirSync(shellFolder(data), { recursive: true, mode: 0o700 });
  app.setPath('userData', shellFolder(data));
  app.setAppUserModelId(APP_ID);

  let desk: OpenDesk | null = null;
  if (!isFirstInstance(app, () => desk?.window ?? null)) return app.quit();

  cutOffNetwork(app.commandLine);
  guardApp(app);
  electron.protocol.registerSchemesAsPrivileged(PAGE_SCHEMES);
  async function open(): Promise<void> {
    await app.whenReady();
    desk = await openDesk(electron, place, data);
    quitInOrder(app, desk);
  }
  open().catch(() => app.exit(1));
}

/** Whoever quits waits for the office: it closes its database, and its keys leave the memory with its process. */
function quitInOrder(app: ElectronParts['app'], desk: OpenDesk): void {
  let closing: Promise<void> | null = null;
  let isClosed = false;
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    closing ??= desk.bridge.stop().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}
