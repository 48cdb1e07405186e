import { mkdirSync } from 'node:fs';
import { dataFolder, shellFolder } from './data-folder.ts';
import { type OpenDesk, openDesk } from './desk.ts';
import type { ElectronParts, ProgramPlace } from './electron-parts.ts';
import { PAGE_SCHEMES } from './protocol.ts';
import { guardApp } from './security.ts';
import { isFirstInstance } from './single-instance.ts';
import { cutOffNetwork, isStartedUnsafely } from './switches.ts';
import { shellTexts } from './texts.ts';

/** As in electron-builder.yml, so that Windows finds window and entry in the start menu to be one. */
const APP_ID = 'eu.tandem.desk';

/** Starts the desktop shell. Where it can't, it says so in a window of the system's and ends. */
export function startShell(electron: ElectronParts, place: ProgramPlace): void {
  const giveUp = (): void => {
    // Why, is no help to whoever sits there, and may name files.
    const { texts } = shellTexts(electron.app.getLocale());
    electron.showError(texts.cannotStartTitle, texts.cannotStart);
    electron.app.exit(1);
  };
  if (isStartedUnsafely(electron.app)) return electron.app.exit(1);
  try {
    prepare(electron, place).catch(giveUp);
  } catch {
    giveUp();
  }
}

/** Everything up to `whenReady` happens before Chromium starts, and must. */
function prepare(electron: ElectronParts, place: ProgramPlace): Promise<void> {
  const { app } = electron;
  const data = dataFolder(place.env, place.platform, place.home);
  mkdirSync(shellFolder(data), { recursive: true, mode: 0o700 });
  app.setPath('userData', shellFolder(data));
  app.setAppUserModelId(APP_ID);

  let desk: OpenDesk | null = null;
  if (!isFirstInstance(app, () => desk?.window ?? null)) {
    app.quit();
    return Promise.resolve();
  }

  cutOffNetwork(app.commandLine);
  guardApp(app);
  electron.protocol.registerSchemesAsPrivileged(PAGE_SCHEMES);
  async function open(): Promise<void> {
    await app.whenReady();
    desk = await openDesk(electron, place, data);
    quitInOrder(app, desk);
  }
  return open();
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
