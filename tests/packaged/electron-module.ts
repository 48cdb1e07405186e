import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { clientOver } from '../../electron/hosts/testing/line-ports.ts';

/**
 * Stands in for the module `electron` while the packed shell runs under plain Node (packed-shell.test): windows show
 * nothing, and the office process is a thread. The page is played here: it says that it is ready, takes its line, calls
 * the office once, prints the answer as one line of JSON, and quits. Whatever goes wrong ends the process with 1.
 */
class Emitter extends EventEmitter {}

const nothing = (): void => {};
const handlers = new Map<string, (request: { url: string; method: string }) => Promise<Response> | Response>();

class StandInSession extends Emitter {
  readonly protocol = { handle: (scheme: string, handler: never) => void handlers.set(scheme, handler) };
  readonly webRequest = { onBeforeRequest: nothing };
  setPermissionRequestHandler = nothing;
  setPermissionCheckHandler = nothing;
  setDevicePermissionHandler = nothing;
  setDisplayMediaRequestHandler = nothing;
  setCertificateVerifyProc = nothing;
  setSpellCheckerEnabled = nothing;
}

class StandInContents extends Emitter {
  readonly mainFrame = {
    url: '',
    parent: null,
    postMessage: (_channel: string, _message: unknown, [line]: MessagePort[]) => void playPage(line),
  };
  setWindowOpenHandler = nothing;
  isDestroyed = () => false;
}

export class BrowserWindow extends Emitter {
  readonly webContents = new StandInContents();
  readonly #preload: string;

  constructor(options: { webPreferences: { preload: string } }) {
    super();
    this.#preload = options.webPreferences.preload;
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(address: string): Promise<void> {
    this.webContents.mainFrame.url = address;
    const page = await handlers.get('app')?.({ url: address, method: 'GET' });
    if (page?.status !== 200) throw new Error('The page is not served');
    // The preload script is only looked for: what it does belongs to a page.
    createRequire(import.meta.url).resolve(this.#preload);
    this.emit('ready-to-show');
    const { webContents } = this;
    ipcMain.emit('tandem:ready', { sender: webContents, senderFrame: webContents.mainFrame });
  }
  show = nothing;
  isDestroyed = () => false;
}

class StandInApp extends Emitter {
  readonly isPackaged = true;
  readonly commandLine = { hasSwitch: () => false, appendSwitch: nothing };
  enableSandbox = nothing;
  setPath = nothing;
  setAppUserModelId = nothing;
  getLocale = () => 'de';
  requestSingleInstanceLock = () => true;
  whenReady = async (): Promise<void> => {};
  quit(): void {
    let isPrevented = false;
    const preventDefault = (): void => {
      isPrevented = true;
    };
    this.emit('before-quit', { preventDefault });
    if (!isPrevented) process.exit(0);
  }
  exit(code: number): void {
    process.exit(code);
  }
}

class StandInUtilityProcess extends Emitter {
  readonly #thread: Worker;

  constructor(entry: string, env: NodeJS.ProcessEnv) {
    super();
    const shim = fileURLToPath(new URL('./parent-port.ts', import.meta.url));
    this.#thread = new Worker(entry, { env, execArgv: ['--import', shim] });
    this.#thread.on('message', (message) => this.emit('message', message));
    this.#thread.on('exit', (code) => this.emit('exit', code));
    this.#thread.on('error', () => process.exit(1));
  }
  postMessage(message: unknown, ports: MessagePort[] = []): void {
    this.#thread.postMessage({ message, ports }, ports);
  }
  kill(): boolean {
    void this.#thread.terminate();
    return true;
  }
}

export const app = new StandInApp();
export const ipcMain = new Emitter();
export const powerMonitor = new Emitter();
export const dialog = { showErrorBox: (title: string) => void process.stderr.write(title) };
export const protocol = { registerSchemesAsPrivileged: nothing };
export const screen = { getAllDisplays: () => [] };
export const safeStorage = { isAsyncEncryptionAvailable: async () => false };
export const Menu = { setApplicationMenu: nothing, buildFromTemplate: nothing };
export const MessageChannelMain = MessageChannel;
export const session = {
  defaultSession: new StandInSession(),
  // Only the desk's own is served from here; the printer's has the same scheme.
  fromPartition: (name: string) => (name === 'persist:desk' ? new StandInSession() : withoutProtocol()),
};
export const utilityProcess = {
  fork: (entry: string, _args: string[], { env }: { env: NodeJS.ProcessEnv }) => new StandInUtilityProcess(entry, env),
};

function withoutProtocol(): object {
  return Object.assign(new StandInSession(), { protocol: { handle: nothing } });
}

async function playPage(line: MessagePort | undefined): Promise<void> {
  if (!line) throw new Error('A line comes with its port');
  const status = await clientOver(line).office.status({});
  process.stdout.write(`${JSON.stringify(status)}\n`);
  app.quit();
}
