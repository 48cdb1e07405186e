import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder } from '../electron/desktop/data-folder.ts';
import { type HostProcess, startHostProcess } from '../electron/hosts/host-process.ts';
import { isBuildCurrent } from './build-stamp.ts';

import { type DeskWindow, openDeskWindow } from './desk-window.ts';
import { fetchElectron, findElectron } from './electron-binary.ts';
import { findInstalledBrowser } from './find-browser.ts';
import { PROJECT } from './project.ts';

/**
 * `npm start`: opens the desk in Electron where its binary is there or can be fetched, else in a window of an installed
 * Chromium on the loopback host; without a display it serves and prints the address. It says which of the three it did.
 *
 *     npm start -- [--data DIR] [--port N] [--training]
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      training: { type: 'boolean', default: false },
    },
  });
  const data = dataFolder(
    values.data ? { ...process.env, TANDEM_DATA: values.data } : process.env,
    process.platform,
    homedir(),
  );
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (!isBuildCurrent()) await build();

  const display = hasDisplay();
  // An Electron without a display is of no use, so that none is fetched for it.
  const electron = display ? (findElectron() ?? (await fetchElectron(sayFetching))) : null;
  if (electron) return await runElectron(electron, data, values.training);
  await runWebHost({ data, port: Number(values.port), training: values.training, display });
}

async function build(): Promise<void> {
  say('Building Tandem …');
  const builder = spawn(process.execPath, [join(PROJECT, 'build', 'build.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(builder, 'exit')) as [number | null];
  if (code !== 0) throw new Error('Tandem could not be built');
}

function sayFetching(): void {
  say('Electron is not here yet: trying to fetch it (at most 90 seconds) …');
}

async function runElectron(electron: string, data: string, training: boolean): Promise<void> {
  say(`Tandem runs in Electron; its data lies in ${data}`);
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const child = spawn(electron, [...(asRoot ? ['--no-sandbox'] : []), PROJECT, ...(training ? ['--training'] : [])], {
    stdio: 'inherit',
    env: { ...process.env, TANDEM_DATA: data },
  });
  // Ctrl C reaches Electron by itself, being in the same terminal; here it must only not end this process first.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 0;
}

async function runWebHost(options: { data: string; port: number; training: boolean; display: boolean }): Promise<void> {
  const { data, port, training, display } = options;
  let window: DeskWindow | null = null;
  const started = await startHostProcess({
    program: join(PROJECT, 'dist', 'hosts', 'web.js'),
    rendererFolder: join(PROJECT, 'dist', 'renderer'),
    dataFolder: data,
    port,
    training,
    bringToFront: async () => (await window?.bringToFront()) ?? false,
  });
  if ('running' in started) return await joinRunning(started.running, data, display);
  stopOnSignals(started);
  const browser = display ? await findInstalledBrowser() : null;
  window = browser ? await openDeskWindow(browser, started.url, data) : null;
  if (!window) {
    const why = !display
      ? 'there is no display'
      : browser
        ? 'Chromium opened no window'
        : 'neither Electron nor Chromium is installed';
    // The window that did not come up has not used the token up.
    say(
      `Tandem serves the desk without a window (${why}): open ${started.url} on this computer (works once; start Tandem again for a new address); its data lies in ${data}`,
    );
    return await started.ended;
  }
  say(`Tandem runs in a Chromium window, since Electron's binary is not here; its data lies in ${data}`);
  await Promise.race([window.closed, started.ended]);
  window.close();
  await started.stop();
}

/** Tandem runs on this data already. */
async function joinRunning(
  running: { outcome: 'brought-to-front' } | { outcome: 'open'; url: string },
  data: string,
  display: boolean,
): Promise<void> {
  if (running.outcome === 'brought-to-front') {
    say(`Tandem runs already on ${data}; its window is in front now`);
    return;
  }
  const browser = display ? await findInstalledBrowser() : null;
  const window = browser ? await openDeskWindow(browser, running.url, data) : null;
  if (!window) {
    say(`Tandem runs already on ${data}: open ${running.url} on this computer (works once)`);
    return;
  }
  say(`Tandem runs already on ${data}; this is a window on it`);
  await window.closed;
}

/** Ctrl C, or the end of the terminal: the host finishes what it writes. */
function stopOnSignals(host: HostProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void host.stop());
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`tandem: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
