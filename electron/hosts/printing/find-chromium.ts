import { spawn } from 'node:child_process';
import { constants, existsSync } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface FoundChromium {
  executablePath: string;
  /** Where it came from: named by TANDEM_CHROMIUM, installed on the machine, or the headless one of our npm package. */
  source: 'environment' | 'installed' | 'package';
  /** The package's Chromium can print and be tested with but shows no window. */
  headlessOnly: boolean;
  /** Added to the environment of the browser: the package brings libraries and fonts that a bare machine lacks. */
  environment: Readonly<Record<string, string>>;
}

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

function installedCandidates(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => environment[name])
      .filter((root) => root !== undefined);
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return programs.flatMap((program) => roots.map((root) => `${root}\\${program}`));
  }
  if (platform === 'darwin') {
    const programs = [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      programs.map((program) => join(folder, program)),
    );
  }
  const folders = [...(environment['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(
    (folder) => folder !== '',
  );
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

function run(command: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: environment, stdio: ['ignore', 'pipe', 'ignore'], timeout: 60_000 });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve(code === 0 ? output.trim() : null));
  });
}

/** Where the package is unpacked: our own folder, since anybody can put a program under a known name into /tmp. */
function cacheFolder(environment: NodeJS.ProcessEnv): string {
  return join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'tandem');
}

// The package unpacks into the folder for temporary files, which is why it is asked in a process of its own; the
// setting of a known environment makes it unpack the shared libraries too.
const UNPACK = 'const { default: chromium } = await import(process.argv[1]); await chromium.executablePath();';

/** Unpacks once per version and user; two processes at a time do not get in each other's way. Null when it fails. */
async function unpack(packageFolder: string, environment: NodeJS.ProcessEnv): Promise<string | null> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string }; // npm requires it
  const cache = cacheFolder(environment);
  const folder = join(cache, `chromium-${version}`);
  if (await isExecutable(join(folder, 'chromium'))) return folder;
  await mkdir(cache, { recursive: true, mode: 0o700 });
  const fresh = await mkdtemp(join(cache, 'unpacking-'));
  const entry = pathToFileURL(join(packageFolder, 'build', 'index.js')).href;
  const ran = await run(process.execPath, ['--input-type=module', '-e', UNPACK, entry], {
    ...environment,
    TMPDIR: fresh,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  });
  if (ran !== null) await writeFile(join(fresh, 'fonts.conf'), fontConfiguration(folder));
  // Complete or not at all: a half-written program must never be found. Who comes second keeps the first one's.
  if (ran !== null) await rename(fresh, folder).catch(() => undefined);
  await rm(fresh, { recursive: true, force: true });
  return (await isExecutable(join(folder, 'chromium'))) ? folder : null;
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${folder}/fonts/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>\n`;
}

function packageFolder(): string | null {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  } catch {
    return null;
  }
}

/** The headless Chromium of the npm package `@sparticuz/chromium`; null where the package or its platform is not there. */
export async function findPackagedChromium(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<FoundChromium | null> {
  const source = process.platform === 'linux' && process.arch === 'x64' ? packageFolder() : null;
  const folder = source === null ? null : await unpack(source, environment);
  if (folder === null) return null;
  const executablePath = join(folder, 'chromium');
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  // The machine's own libraries are the better ones where they are complete.
  for (const added of [fonts, { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }]) {
    if ((await run(executablePath, ['--version'], { ...environment, ...added })) !== null) {
      return { executablePath, source: 'package', headlessOnly: true, environment: added };
    }
  }
  return null;
}

/**
 * A Chromium that can show a window: the one that TANDEM_CHROMIUM names, else an installed Chromium, Chrome or Edge.
 * Null when there is none.
 *
 * @throws when TANDEM_CHROMIUM names something that can't be run: a typing error must not silently choose another
 */
export async function findInstalledChromium(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<FoundChromium | null> {
  const named = environment['TANDEM_CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (!(await isExecutable(named))) throw new Error('TANDEM_CHROMIUM names no program that can be run');
    return { executablePath: named, source: 'environment', headlessOnly: false, environment: {} };
  }
  for (const executablePath of installedCandidates(process.platform, environment)) {
    if (await isExecutable(executablePath))
      return { executablePath, source: 'installed', headlessOnly: false, environment: {} };
  }
  return null;
}

/**
 * A Chromium to print with: an installed one, else the one of the npm package, unpacked once into the user's cache
 * folder. Null when there is none. Throws like `findInstalledChromium`.
 */
export async function findChromium(environment: NodeJS.ProcessEnv = process.env): Promise<FoundChromium | null> {
  return (await findInstalledChromium(environment)) ?? (await findPackagedChromium(environment));
}
