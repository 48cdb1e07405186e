import type { MessageChannelMain, MessagePortMain, UtilityProcess } from 'electron';
import type { PageKind } from '../../shared/desktop/desk-page.ts';
import { FromOffice, type Refusal, type ToOffice } from '../../shared/desktop/shell-messages.ts';
import { answerOffice, type OfficeServices } from './office-services.ts';

/** An office process that ends sooner than this after its start did not really run. */
const SHORT_LIFE_MS = 60_000;
/** Pauses before the next start after that many short lives in a row; after the last, nobody tries on by itself. */
const PAUSES_MS = [100, 1_000, 5_000] as const;
/** The office finishes what it writes; what takes longer than this hangs. */
const STOP_PATIENCE_MS = 10_000;

export type OfficeProcess = Pick<UtilityProcess, 'on' | 'postMessage' | 'kill'>;
type Channel = Pick<MessageChannelMain, 'port1' | 'port2'>;

/** One of our pages, which is given a line to the office. */
export interface OfficePage {
  readonly kind: PageKind;
  /** Hands the page its end of a new line. */
  handOver(port: MessagePortMain): void;
}

export interface OfficeBridge {
  /** Starts the office process. */
  start(): void;
  /** Gives a page a line to the office, and another one whenever the office had to be started anew. */
  connect(page: OfficePage): void;
  /** Ends the page's line and session. */
  disconnect(page: OfficePage): void;
  /** Ends every session, and gives each page of the desk a new line; kiosk and display go on. */
  lock(): void;
  catchUp(): void;
  /** Resolves when the office has closed its database and its process has ended. */
  stop(): Promise<void>;
}

export interface OfficeBridgeOptions {
  fork(): OfficeProcess;
  createChannel(): Channel;
  start: Omit<ToOffice & { type: 'start' }, 'type'>;
  services: OfficeServices;
  /** The office can't be kept running: the pages show why, and one that asks for a line again starts it again. */
  onAway(why: Refusal): void;
  pausesMs?: readonly number[];
  stopPatienceMs?: number;
  now?: () => number;
}

interface Running {
  process: OfficeProcess;
  startedAtMs: number;
  refusal: Refusal | null;
  ended: Promise<void>;
}

/** Keeps the office process running, and carries its lines to the pages and its questions to the shell. */
export function createOfficeBridge(options: OfficeBridgeOptions): OfficeBridge {
  const { pausesMs = PAUSES_MS, stopPatienceMs = STOP_PATIENCE_MS, now = Date.now } = options;
  const screens = new Map<OfficePage, number>();
  let running: Running | null = null;
  let nextStart: NodeJS.Timeout | null = null;
  let shortLives = 0;
  let lastScreen = 0;
  let isStopping = false;

  const tell = (message: ToOffice, port?: MessagePortMain): void =>
    running?.process.postMessage(message, port ? [port] : []);

  function start(): void {
    nextStart = null;
    const process = options.fork();
    const end = Promise.withResolvers<void>();
    const started: Running = { process, startedAtMs: now(), refusal: null, ended: end.promise };
    running = started;
    process.on('message', (message: unknown) => void hear(started, message));
    process.on('exit', () => {
      end.resolve();
      if (running === started) afterEnd(started);
    });
    tell({ type: 'start', ...options.start });
    for (const page of screens.keys()) openLine(page);
  }

  async function hear(from: Running, said: unknown): Promise<void> {
    const message = FromOffice.safeParse(said);
    if (!message.success) return;
    if (message.data.type === 'refused') from.refusal = message.data.why;
    // It is done; it waits a moment with its end, so that this word is not lost.
    if (message.data.type === 'refused' || message.data.type === 'stopped') from.process.kill();
    if (message.data.type !== 'ask') return;
    const bytes = await answerOffice(message.data.question, options.services);
    // Not to the process that was started meanwhile: its questions are numbered from 1, too.
    if (running === from) tell({ type: 'answer', request: message.data.request, bytes });
  }

  function afterEnd(ended: Running): void {
    running = null;
    if (isStopping) return;
    if (ended.refusal === 'in-use') return options.onAway('in-use');
    shortLives = now() - ended.startedAtMs < SHORT_LIFE_MS ? shortLives + 1 : 1;
    const pauseMs = pausesMs[shortLives - 1];
    if (pauseMs === undefined) return options.onAway('failed');
    nextStart = setTimeout(start, pauseMs);
  }

  function openLine(page: OfficePage): void {
    lastScreen += 1;
    screens.set(page, lastScreen);
    const { port1, port2 } = options.createChannel();
    tell({ type: 'connect', screen: lastScreen, kind: page.kind }, port2);
    page.handOver(port1);
  }

  function disconnect(page: OfficePage): void {
    const screen = screens.get(page);
    if (screen === undefined) return;
    screens.delete(page);
    tell({ type: 'disconnect', screen });
  }

  const bridge: OfficeBridge = {
    start,
    connect(page) {
      // A page that was loaded anew is a new screen: somebody signs in again.
      disconnect(page);
      if (running) return openLine(page);
      screens.set(page, 0);
      if (nextStart !== null || isStopping) return;
      shortLives = 0;
      start();
    },
    disconnect,
    lock() {
      // Without an office there is no session, and a lock is no reason to start one.
      if (!running) return;
      tell({ type: 'lock' });
      // Not only the sessions: a page whose line ends clears its screen at once, whatever it shows.
      for (const page of Array.from(screens.keys())) if (page.kind === 'desk') bridge.connect(page);
    },
    catchUp: () => tell({ type: 'catch-up' }),
    async stop() {
      isStopping = true;
      if (nextStart !== null) clearTimeout(nextStart);
      const last = running;
      if (!last) return;
      tell({ type: 'stop' });
      const patience = setTimeout(() => last.process.kill(), stopPatienceMs);
      await last.ended;
      clearTimeout(patience);
    },
  };
  return bridge;
}
