import { mkdirSync } from 'node:fs';
import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { PAGE_KINDS, type PageKind } from '../../../shared/desktop/desk-page.ts';
import { type FromOffice, ToOffice } from '../../../shared/desktop/shell-messages.ts';
import type { Office } from '../../office/office.ts';
import type { Ports } from '../../office/ports.ts';
import { rpcOptions } from '../../office/rpc/rpc-options.ts';
import { takeInstanceLock } from '../instance-lock.ts';
import { createScreenHost, type OfficeScreenHost, type ScreenHostOptions } from '../screens/screen-host.ts';
import { guardLine, type OfficeLine } from './office-line.ts';
import type { LinePort, ShellPort } from './shell-port.ts';
import { createShellServices, type ShellServices } from './shell-services.ts';
import { createWakingClock, type WakingClock } from './waking-clock.ts';

/** The shell ends this process as soon as it has heard the last word; a word spoken just before the end may get lost. */
const LEAVE_AFTER_MS = 1_000;

export interface OfficeProcessOptions {
  shell: ShellPort;
  /** Makes the office on what the shell offers. */
  createOffice(
    ports: Pick<Ports, 'clock' | 'dataFolder' | 'printer' | 'slipPrinter' | 'screenHost' | 'keychain'>,
  ): Office;
  /** The built screens, for devices of the office network. */
  loadScreenFiles(): ReturnType<ScreenHostOptions['loadFiles']>;
  /** Makes the training office where no office is yet. */
  startTraining(office: Office): Promise<void>;
  /** Ends this process. */
  exit(code: number): void;
  leaveAfterMs?: number;
}

interface HandlerContext {
  connection: ReturnType<Office['connect']>;
}

interface Running {
  office: Office;
  handlers: ReadonlyMap<PageKind, RPCHandler<HandlerContext>>;
  screenHost: OfficeScreenHost;
  releaseLock(): void;
}

/**
 * Runs the office for the desktop shell, as its messages say (shared/desktop/shell-messages.ts). Messages are obeyed in
 * the order in which they came, so that a screen may be connected before the office is ready.
 */
export function serveShell(options: OfficeProcessOptions): void {
  const { shell, createOffice, startTraining, loadScreenFiles, exit, leaveAfterMs = LEAVE_AFTER_MS } = options;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- another process, not a window
  const tell = (message: FromOffice): void => shell.postMessage(message);
  const services = createShellServices(tell);
  const clock = createWakingClock();
  const screens = new Map<number, OfficeLine>();
  let running: Running | null = null;
  let previous: Promise<void> = Promise.resolve();

  function leave(lastWord: FromOffice, code: number): void {
    tell(lastWord);
    setTimeout(() => exit(code), leaveAfterMs);
  }

  async function start(message: ToOffice & { type: 'start' }): Promise<void> {
    try {
      running = await startOffice(message, { services, clock, createOffice, startTraining, loadScreenFiles });
    } catch {
      // The reason stands in the office's log; it may name files, which the shell has no use for.
      return leave({ type: 'refused', why: 'failed' }, 1);
    }
    if (running) tell({ type: 'ready' });
    else leave({ type: 'refused', why: 'in-use' }, 1);
  }

  function connect(screen: number, kind: PageKind, port: LinePort | undefined): void {
    // The office did not start: the page must not wait for answers.
    if (!port || !running) return port?.close();
    const { office, handlers } = running;
    const connection = kind === 'desk' ? office.connect(kind) : office.connectHere(kind);
    const line = guardLine(port);
    connection.hangUp = () => line.end();
    screens.set(screen, line);
    line.on('close', () => {
      office.disconnect(connection);
      screens.delete(screen);
    });
    handlers.get(kind)?.upgrade(line, { context: { connection } });
    line.open();
  }

  async function stop(): Promise<void> {
    // Whoever waits for a print waits in vain: the shell's windows are closing.
    services.abandon();
    for (const line of screens.values()) line.end();
    await running?.office.stop();
    await running?.screenHost.stop();
    running?.releaseLock();
    running = null;
    leave({ type: 'stopped' }, 0);
  }

  async function obey(message: ToOffice, port: LinePort | undefined): Promise<void> {
    switch (message.type) {
      case 'start':
        return await start(message);
      case 'connect':
        return connect(message.screen, message.kind, port);
      case 'disconnect':
        return screens.get(message.screen)?.end();
      case 'lock':
        return running?.office.lockAll();
      case 'catch-up':
        return clock.catchUp();
      case 'stop':
        return await stop();
      case 'answer':
        return;
    }
  }

  shell.on('message', ({ data, ports }) => {
    const message = ToOffice.parse(data);
    // Not in the queue: `start` may itself wait for this answer.
    if (message.type === 'answer') return services.answer(message.request, message.bytes);
    // A failure of one message (the office could not be closed well) ends this process, and the shell starts another.
    previous = previous.then(() => obey(message, ports[0])).catch(() => exit(1));
  });
}

/** Null when another process has the data folder. */
async function startOffice(
  message: ToOffice & { type: 'start' },
  parts: { services: ShellServices; clock: WakingClock } & Pick<
    OfficeProcessOptions,
    'createOffice' | 'startTraining' | 'loadScreenFiles'
  >,
): Promise<Running | null> {
  const { dataFolder, training, keychain, slipPrinter } = message;
  const { services, clock, createOffice, startTraining, loadScreenFiles } = parts;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const lock = takeInstanceLock(dataFolder);
  if (!lock) return null;
  const screenHost = createScreenHost({ loadFiles: loadScreenFiles, openWindow: services.openScreen });
  const office = createOffice({
    clock,
    dataFolder,
    printer: services.printer,
    slipPrinter: slipPrinter ? services.slipPrinter : null,
    screenHost,
    keychain: keychain ? services.keychain : null,
  });
  screenHost.attach(office);
  await office.start();
  if (training) await startTraining(office);
  // The office builds its routers from the contract's own list, so that their type is known at run time only.
  const handlerFor = (kind: PageKind) =>
    new RPCHandler<HandlerContext>(office.routerFor(kind) as AnyRouter, rpcOptions);
  const handlers = new Map(PAGE_KINDS.map((kind) => [kind, handlerFor(kind)]));
  return { office, handlers, screenHost, releaseLock: () => lock.release() };
}
