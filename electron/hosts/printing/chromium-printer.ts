import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Printer } from '../../office/ports.ts';
import { BrowserGone, DevtoolsPipe } from './devtools-pipe.ts';
import { type FoundChromium, findChromium } from './find-chromium.ts';
import { withoutBrowserTrace } from './pdf-info.ts';
import { PrintPage } from './print-page.ts';

export interface ChromiumPrinterOptions {
  /** Finds the browser when the first print asks for it. */
  find?: () => Promise<FoundChromium | null>;
  /** How long a start or a print may take before the browser is given up, in ms. */
  timeoutMs?: number;
}

interface Warm {
  pipe: DevtoolsPipe;
  page: PrintPage;
  /** Removes the browser's profile, which holds nothing of what was printed. */
  forgetProfile: () => void;
}

function launchArguments(profile: string, { sandbox }: { sandbox: boolean }): string[] {
  return [
    '--headless',
    `--user-data-dir=${profile}`,
    ...(sandbox ? [] : ['--no-sandbox']),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    // Security: a crash dump would hold the letter.
    '--disable-breakpad',
    '--disable-crash-reporter',
    '--disable-dev-shm-usage',
    '--disable-features=Translate,OptimizationHints,MediaRouter',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--font-render-hinting=none',
    '--mute-audio',
    '--no-pings',
    '--password-store=basic',
    '--use-mock-keychain',
  ];
}

async function launchWith(
  found: FoundChromium,
  { sandbox, timeoutMs }: { sandbox: boolean; timeoutMs: number },
): Promise<Warm> {
  const profile = mkdtempSync(join(tmpdir(), 'tandem-print-'));
  const pipe = new DevtoolsPipe(found.executablePath, launchArguments(profile, { sandbox }), found.environment);
  const forgetProfile = () => {
    process.off('exit', endWithUs);
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  const endWithUs = () => {
    pipe.kill();
    forgetProfile();
  };
  process.on('exit', endWithUs);
  const tooLate = setTimeout(() => pipe.kill(), timeoutMs);
  try {
    return { pipe, page: await PrintPage.open(pipe), forgetProfile };
  } catch (error) {
    await pipe.close();
    forgetProfile();
    throw error;
  } finally {
    clearTimeout(tooLate);
  }
}

async function launch(found: FoundChromium, timeoutMs: number): Promise<Warm> {
  // Chromium refuses to start as root with its sandbox; whoever is not root keeps it.
  if (process.getuid?.() === 0) return await launchWith(found, { sandbox: false, timeoutMs });
  try {
    return await launchWith(found, { sandbox: true, timeoutMs });
  } catch (error) {
    // Some systems allow a sandbox to installed browsers only. The package's one then does without: it prints nothing
    // but our own documents, in which nothing can run.
    if (!(error instanceof BrowserGone) || found.source !== 'package') throw error;
    return await launchWith(found, { sandbox: false, timeoutMs });
  }
}

// The `@font-face` rules make up nearly all of a document and are the same in every one.
function withoutFonts(html: string): { html: string; fonts: string } {
  const open = html.indexOf('<style>@font-face');
  const close = open < 0 ? -1 : html.indexOf('</style>', open);
  if (close < 0) return { html, fonts: '' };
  return {
    html: html.slice(0, open) + html.slice(close + '</style>'.length),
    fonts: html.slice(open + '<style>'.length, close),
  };
}

/**
 * Prints with a Chromium that is started at the first print and kept warm, one document after another. The PDFs are
 * tagged and carry title and language; nothing in a document can run or fetch anything. A browser that crashes or hangs
 * is started anew once for the document that was being printed.
 *
 * `printToPdf` throws when no Chromium is there, and when a document fails on a fresh browser too. `close` ends the
 * browser; a later print starts it again.
 */
export function createChromiumPrinter(options: ChromiumPrinterOptions = {}): Printer & { close(): Promise<void> } {
  const { find = findChromium, timeoutMs = 30_000 } = options;
  let warm: Warm | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function end(): Promise<void> {
    const ended = warm;
    warm = null;
    await ended?.pipe.close();
    ended?.forgetProfile();
  }

  async function printOnce(html: string, title: string, language: string): Promise<Uint8Array> {
    if (warm?.pipe.isGone) await end();
    if (warm === null) {
      const found = await find();
      if (found === null) throw new Error('No Chromium to print with');
      warm = await launch(found, timeoutMs);
    }
    const { pipe, page } = warm;
    pipe.hold(true);
    // Ended, the browser fails whatever is under way with BrowserGone.
    const tooLate = setTimeout(() => pipe.kill(), timeoutMs);
    try {
      return withoutBrowserTrace(await page.print({ ...withoutFonts(html), title, language }));
    } finally {
      clearTimeout(tooLate);
      pipe.hold(false);
    }
  }

  async function print(html: string, title: string, language: string): Promise<Uint8Array> {
    try {
      return await printOnce(html, title, language);
    } catch (error) {
      if (!(error instanceof BrowserGone)) throw error;
      await end();
      return await printOnce(html, title, language);
    }
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  }

  return {
    printToPdf: (html, { title, language }) => inTurn(() => print(html, title, language)),
    close: () => inTurn(end),
  };
}
