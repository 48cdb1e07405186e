import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './project.ts';

const PACKAGE = join(PROJECT, 'node_modules', 'electron');
const FETCH_PATIENCE_MS = 90_000;
/** After a failed try the next starts do not wait for the network again until this long has passed. */
const TRY_AGAIN_AFTER_MS = 24 * 60 * 60 * 1000;
const FAILED_MARK = join(PROJECT, 'node_modules', '.cache', 'tandem-no-electron');

const NAMES: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** Electron's binary: from ELECTRON_OVERRIDE_DIST_PATH, else from its package. Null when it is not there. */
export function findElectron(env: NodeJS.ProcessEnv = process.env): string | null {
  const name = NAMES[process.platform] ?? 'electron';
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const path = join(override || join(PACKAGE, 'dist'), name);
  if (!existsSync(path)) return null;
  return override || isOfThisVersion() ? path : null;
}

/**
 * Lets Electron's own installer fetch the binary, quietly and within a minute and a half; `onTry` is called when it is
 * really tried. Null when it could not.
 */
export async function fetchElectron(onTry: () => void): Promise<string | null> {
  const failedAtMs = statSync(FAILED_MARK, { throwIfNoEntry: false })?.mtimeMs;
  if (failedAtMs !== undefined && Date.now() - failedAtMs < TRY_AGAIN_AFTER_MS) return null;
  onTry();
  const installer = spawn(process.execPath, [join(PACKAGE, 'install.js')], {
    stdio: 'ignore',
    timeout: FETCH_PATIENCE_MS,
    killSignal: 'SIGKILL',
  });
  await once(installer, 'exit');
  const found = findElectron();
  if (!found) {
    mkdirSync(join(FAILED_MARK, '..'), { recursive: true });
    writeFileSync(FAILED_MARK, '');
  }
  return found;
}

/** A download that was broken off leaves no version file, or an older one. */
function isOfThisVersion(): boolean {
  try {
    const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
    return (
      readFileSync(join(PACKAGE, 'dist', 'version'), 'utf8')
        .trim()
        .replace(/^v/, '') === version
    );
  } catch {
    return false;
  }
}
