import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  type FoundChromium,
  findInstalledChromium,
  findPackagedChromium,
} from '../electron/hosts/printing/find-chromium.ts';
import { runTool } from './run-tool.ts';

const DOWNLOAD_TIMEOUT_MS = 180_000;
const INSTALL_TIMEOUT_MS = 300_000;

/** The path of a Chromium that can show the desk in a window; null when none is installed. Installs nothing. */
export async function findInstalledBrowser(environment: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  return (await findInstalledChromium(environment))?.executablePath ?? null;
}

async function findPlaywrightsBrowser(): Promise<FoundChromium | null> {
  const { chromium } = await import('playwright-core');
  const executablePath = chromium.executablePath();
  return existsSync(executablePath)
    ? { executablePath, source: 'installed', headlessOnly: false, environment: {} }
    : null;
}

async function downloadPlaywrightsBrowser(): Promise<FoundChromium | null> {
  const downloaded = await Promise.race([
    runTool('playwright-core', ['install', 'chromium']).then(({ ok }) => ok),
    new Promise<false>((resolve) => setTimeout(() => resolve(false), DOWNLOAD_TIMEOUT_MS).unref()),
  ]);
  return downloaded ? await findPlaywrightsBrowser() : null;
}

function runs(command: string, parameters: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      stdio: 'ignore',
      timeout: INSTALL_TIMEOUT_MS,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

async function installFromDebian(): Promise<FoundChromium | null> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  if (!(await runs('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']))) {
    await runs('apt-get', ['update']);
    if (!(await runs('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']))) return null;
  }
  return await findInstalledChromium();
}

/** Build machines, and whoever says so, may have a package of the system installed; nobody else's computer is changed. */
function mayInstallUnasked(): boolean {
  return Boolean(process.env['CI'] || process.env['TANDEM_INSTALL_BROWSER']);
}

/**
 * A Chromium for tests, screenshots and figures, which may be headless: one that is there, else the npm package's, else
 * Playwright's download, else Debian's package where that is allowed and the user is root. Null when none is to be had.
 */
export async function findBrowser({ mayInstall = mayInstallUnasked() } = {}): Promise<FoundChromium | null> {
  return (
    (await findInstalledChromium()) ??
    (await findPlaywrightsBrowser()) ??
    (await findPackagedChromium()) ??
    (await downloadPlaywrightsBrowser()) ??
    (mayInstall ? await installFromDebian() : null)
  );
}
