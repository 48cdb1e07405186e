import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Instant } from '../../shared/kernel/instants.ts';
import { FromHost, type ToHost } from './parent-messages.ts';
import { SecondStartAnswer } from './web/second-start.ts';

const Ready = z.strictObject({ url: z.url(), token: z.string().nullable(), pid: z.int() });
const Running = z.strictObject({ running: SecondStartAnswer });

/** How long a host may take until it serves. */
const START_PATIENCE_MS = 60_000;
/** How long a host may take to end: it finishes what it writes. */
const STOP_PATIENCE_MS = 15_000;

export interface HostOptions {
  /** The host's program: electron/hosts/web/main.ts, or its bundle. */
  program: string;
  dataFolder: string;
  /** The built screens; whoever only speaks the contract gives an empty folder. */
  rendererFolder: string;
  clock?: 'system' | 'driven';
  /** What a driven clock shows first; left out: the time now. It moves on only, so that a day in the past begins there. */
  clockStart?: Instant;
  /** 0: a free one. */
  port?: number;
  training?: boolean;
  env?: NodeJS.ProcessEnv;
  /** Called when Tandem is started a second time on the same data; resolves to whether a window came to the front. */
  bringToFront?: () => Promise<boolean>;
}

/** A web host in a process of its own. */
export interface HostProcess {
  /** The desk's address with a token that opens it once. */
  readonly url: string;
  readonly pid: number;
  /** All that the process has written to stderr. */
  errorOutput(): string;
  /** Resolves when the process has ended, however it came to that. */
  readonly ended: Promise<void>;
  /** Moves a driven clock on; resolves when the host's clock shows it. */
  moveClock(to: Instant): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a web host. Resolves when it serves, or to the answer of the host that has this data folder already. Throws
 * with what it wrote to stderr when it could not start.
 */
export async function startHostProcess(options: HostOptions): Promise<HostProcess | { running: SecondStartAnswer }> {
  const child = spawn(process.execPath, argumentsFor(options), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...options.env },
  });
  const errors: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  const ended = once(child, 'exit').then(() => undefined);
  const line = await Promise.race([firstLine(child), ended.then(() => null), patience(START_PATIENCE_MS)]);
  if (line === null) {
    child.kill('SIGKILL');
    throw new Error(`The host did not start: ${errors.join('').trim() || 'no reason given'}`);
  }
  const said: unknown = JSON.parse(line);
  const running = Running.safeParse(said);
  if (running.success) return running.data;
  const ready = Ready.parse(said);
  child.stderr?.pipe(process.stderr);
  child.on('message', (message) => void answerHost(child, options, FromHost.safeParse(message)));
  return {
    url: ready.url,
    pid: ready.pid,
    errorOutput: () => errors.join(''),
    ended,
    moveClock: (to) => moveClock(child, to),
    stop: () => stopChild(child, ended),
  };
}

function argumentsFor(options: HostOptions): string[] {
  const { program, dataFolder, rendererFolder, clock = 'system', port = 0, training = false } = options;
  const values = [
    '--data',
    dataFolder,
    '--renderer',
    rendererFolder,
    '--clock',
    clock,
    '--port',
    String(port),
    '--open-token',
  ];
  const start = options.clockStart ? ['--clock-start', options.clockStart] : [];
  return [program, ...values, ...start, ...(training ? ['--training'] : [])];
}

async function answerHost(
  child: ChildProcess,
  options: HostOptions,
  message: z.ZodSafeParseResult<FromHost>,
): Promise<void> {
  if (!message.success || message.data.type !== 'bring-to-front') return;
  const done = (await options.bringToFront?.().catch(() => false)) ?? false;
  tell(child, { type: 'in-front', done });
}

async function moveClock(child: ChildProcess, to: Instant): Promise<void> {
  const moved = new Promise<void>((resolve, reject) => {
    const listen = (message: unknown): void => {
      const parsed = FromHost.safeParse(message);
      if (!parsed.success || parsed.data.type !== 'clock-moved') return;
      child.off('exit', fail);
      child.off('message', listen);
      resolve();
    };
    const fail = (): void => reject(new Error('The host has ended'));
    child.on('message', listen);
    child.once('exit', fail);
  });
  tell(child, { type: 'clock', now: to });
  await moved;
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  const inTime = await Promise.race([ended.then(() => true), patience(STOP_PATIENCE_MS)]);
  if (!inTime) child.kill('SIGKILL');
  await ended;
}

async function firstLine(child: ChildProcess): Promise<string | null> {
  if (!child.stdout) return null;
  for await (const line of createInterface({ input: child.stdout })) {
    // What the host says later is of no interest, but a full pipe would stop it.
    child.stdout.resume();
    return line;
  }
  return null;
}

function patience(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms).unref());
}

function tell(child: ChildProcess, message: ToHost): void {
  if (child.connected) child.send(message);
}
