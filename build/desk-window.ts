import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

/** A window that ends sooner could not open at all: no display that answers, a missing library. */
const SHORTEST_LIFE_MS = 2_500;

/** The desk in a Chromium window of its own, without tabs and address bar. */
export interface DeskWindow {
  /** Resolves when the window was closed. */
  readonly closed: Promise<void>;
  /** Resolves to whether there was a window to bring forward. */
  bringToFront(): Promise<boolean>;
  close(): void;
}

/**
 * Opens the desk in an installed Chromium, with a profile of its own in the data folder. Null when no window came up.
 */
export async function openDeskWindow(browser: string, url: string, dataFolder: string): Promise<DeskWindow | null> {
  const profile = join(dataFolder, 'browser');
  preparePreferences(profile);
  // Pipe, not port: only this process can reach the window's controls.
  const child = spawn(browser, argumentsFor(url, profile), { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const closed = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const opened = await Promise.race([
    closed.then(() => false),
    new Promise<true>((resolve) => setTimeout(() => resolve(true), SHORTEST_LIFE_MS)),
  ]);
  if (!opened) return null;
  const remote = connectRemote(child);
  return {
    closed,
    bringToFront: async () => (child.exitCode === null ? await remote.activatePage() : false),
    close: () => child.kill('SIGTERM'),
  };
}

function argumentsFor(url: string, profile: string): string[] {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    '--no-first-run',
    '--no-default-browser-check',
    '--window-size=1366,768',
    // Security: nothing that a counsellor reads may go to a translation, sync or spelling service.
    '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-breakpad',
    '--no-pings',
    '--password-store=basic',
    // Chromium refuses to start as root with its sandbox; --test-type keeps the bar about that away.
    ...(asRoot ? ['--no-sandbox', '--test-type'] : []),
  ];
}

/** Before its first start the profile is told to keep no passphrase, no form entry, no history of addresses. */
function preparePreferences(profile: string): void {
  const file = join(profile, 'Default', 'Preferences');
  if (existsSync(file)) return;
  mkdirSync(join(profile, 'Default'), { recursive: true, mode: 0o700 });
  const preferences = {
    credentials_enable_service: false,
    credentials_enable_autosignin: false,
    autofill: { profile_enabled: false, credit_card_enabled: false },
    profile: { password_manager_enabled: false, password_manager_leak_detection: false },
    translate: { enabled: false },
    search: { suggest_enabled: false },
    browser: { enable_spellchecking: false },
    session: { restore_on_startup: 5 },
  };
  writeFileSync(file, JSON.stringify(preferences), { mode: 0o600 });
}

const Reply = z.looseObject({ id: z.int() });
const Targets = z.object({
  result: z.object({ targetInfos: z.array(z.looseObject({ targetId: z.string(), type: z.string() })) }),
});

/** Speaks DevTools over the pipe: one JSON message after another, each ended by a zero byte. */
function connectRemote(child: ChildProcess): { activatePage(): Promise<boolean> } {
  // Opened as 'pipe' above: 3 is what Chromium reads, 4 what it writes.
  const input = child.stdio[3] as Writable;
  const output = child.stdio[4] as Readable;
  let nextId = 1;
  let unread = '';
  const waiting = new Map<number, (reply: unknown) => void>();
  input.on('error', () => {
    // The window is being closed.
  });
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = (unread + text).split('\0');
    unread = messages.pop() ?? '';
    for (const message of messages) {
      const reply = Reply.safeParse(JSON.parse(message));
      if (reply.success) waiting.get(reply.data.id)?.(reply.data);
    }
  });
  const ask = (method: string, parameters: object): Promise<unknown> =>
    new Promise((resolve) => {
      const id = nextId++;
      waiting.set(id, resolve);
      child.once('exit', () => resolve(null));
      input.write(`${JSON.stringify({ id, method, params: parameters })}\0`);
    });
  return {
    async activatePage() {
      const targets = Targets.safeParse(await ask('Target.getTargets', {}));
      const page = targets.success
        ? targets.data.result.targetInfos.find((target) => target.type === 'page')
        : undefined;
      if (!page) return false;
      await ask('Target.activateTarget', { targetId: page.targetId });
      return true;
    },
  };
}
