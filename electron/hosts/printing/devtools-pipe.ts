import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';

/** The browser is gone: it crashed, was killed, or never came up. */
export class BrowserGone extends Error {
  constructor() {
    super('The browser ended');
    this.name = 'BrowserGone';
  }
}

type Reply = Readonly<Record<string, unknown>>;

interface Message {
  id?: number;
  method?: string;
  sessionId?: string;
  result?: Reply;
  error?: { message: string };
}

interface Pending {
  resolve: (reply: Reply) => void;
  reject: (reason: Error) => void;
}

/**
 * A browser that is driven over two pipes with the DevTools protocol, one JSON message after another, each ended by a
 * zero byte. No port is opened, so no other program of this computer can reach what is printed.
 */
export class DevtoolsPipe {
  readonly #child: ChildProcess;
  readonly #toBrowser: Socket;
  readonly #fromBrowser: Socket;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Set<(message: Message) => void>();
  #lastId = 0;
  #unread: Buffer[] = [];
  #isGone = false;

  constructor(executablePath: string, args: readonly string[], environment: Readonly<Record<string, string>>) {
    this.#child = spawn(executablePath, [...args, '--remote-debugging-pipe'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    // Descriptors 3 and 4 were asked for as pipes above, which Node makes sockets.
    this.#toBrowser = this.#child.stdio[3] as Socket;
    this.#fromBrowser = this.#child.stdio[4] as Socket;
    this.#fromBrowser.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#toBrowser.on('error', () => this.#end());
    this.#fromBrowser.on('error', () => this.#end());
    this.#fromBrowser.on('close', () => this.#end());
    this.#child.on('error', () => this.#end());
    this.#child.on('exit', () => this.#end());
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** Sends a command, to the browser or to an attached page. Rejects with BrowserGone when the browser ends first. */
  send(method: string, parameters: Readonly<Record<string, unknown>> = {}, sessionId?: string): Promise<Reply> {
    if (this.#isGone) return Promise.reject(new BrowserGone());
    this.#lastId += 1;
    const id = this.#lastId;
    const message = JSON.stringify({
      id,
      method,
      params: parameters,
      ...(sessionId === undefined ? {} : { sessionId }),
    });
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#toBrowser.write(`${message}\0`);
    });
  }

  /** Calls back for each event; the result ends that. */
  onEvent(listener: (method: string, sessionId: string | undefined) => void): () => void {
    const take = (message: Message) => {
      if (message.method !== undefined) listener(message.method, message.sessionId);
    };
    this.#listeners.add(take);
    return () => this.#listeners.delete(take);
  }

  /** While held, a print keeps this process alive; let go, an idle browser does not. */
  hold(isHeld: boolean): void {
    for (const handle of [this.#child, this.#toBrowser, this.#fromBrowser]) {
      if (isHeld) handle.ref();
      else handle.unref();
    }
  }

  /** Ends the browser at once, for when this process itself is about to end. */
  kill(): void {
    this.#child.kill('SIGKILL');
    this.#end();
  }

  /** Ends the browser and waits until it is gone. */
  async close(): Promise<void> {
    const isRunning = this.#child.pid !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
    const exited = isRunning ? once(this.#child, 'exit') : Promise.resolve();
    this.#child.ref();
    this.kill();
    await exited;
  }

  #take(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...this.#unread, chunk.subarray(start, end)]).toString('utf8');
      this.#unread = [];
      start = end + 1;
      this.#dispatch(JSON.parse(message) as Message); // What the browser we started writes; nobody else has this pipe.
    }
    if (start < chunk.length) this.#unread.push(chunk.subarray(start));
  }

  #dispatch(message: Message): void {
    if (message.id === undefined) {
      for (const listener of this.#listeners) listener(message);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error) pending?.reject(new Error(`The browser refused: ${message.error.message}`));
    else pending?.resolve(message.result ?? {});
  }

  #end(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    for (const { reject } of this.#pending.values()) reject(new BrowserGone());
    this.#pending.clear();
  }
}
