import { createServer } from 'node:http';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createDeskHandler } from '../../electron/desktop/protocol.ts';
import { findChromium } from '../../electron/hosts/printing/find-chromium.ts';
import type { TestOfficeProcess } from '../../electron/hosts/testing/test-office-process.ts';
import { readPageFiles } from '../../shared/node/page-files.ts';

/** The built desk in Chromium, as in the shell's window: its protocol handler, its headers, a message port to the office. */
export interface DeskOverLine {
  page: Page;
  /** Everything that the console said beyond information. */
  complaints: string[];
  /** Locks as the shell does: the session ends, and with it the line; the page gets another. */
  lock(): Promise<void>;
  /** The number of the screen that the page has now. */
  screen(): number;
  close(): Promise<void>;
}

/** Plays the preload script: a port as soon as the page listens, and another whenever the shell hands one out. */
const PRELOAD = `(() => {
  Object.defineProperty(window, 'tandemHost', { value: Object.freeze({ kind: 'electron' }) });
  window.handOver = () => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = ({ data }) => window.toOffice(data);
    window.fromOffice = (data) => port2.postMessage(data);
    window.endLine = () => port2.close();
    window.postMessage('tandem:port', window.location.origin, [port1]);
  };
  window.addEventListener('DOMContentLoaded', () => window.pageIsReady());
})()`;

declare global {
  interface Window {
    handOver?: () => void;
    fromOffice?: (data: unknown) => void;
    endLine?: () => void;
  }
}

export async function openDeskOverLine(renderer: string, office: TestOfficeProcess): Promise<DeskOverLine> {
  const handler = createDeskHandler(readPageFiles(renderer), 'de');
  const server = createServer((request, response) => {
    // A browser asks for this by itself; Electron does not.
    if (request.url === '/favicon.ico') return void response.writeHead(204).end();
    void (async () => {
      const answer = await handler(new Request(`app://desk${request.url}`));
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'de-DE' });
  const complaints: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));

  let connected: { screen: number; toOffice(data: unknown): void } | null = null;
  const connect = async (): Promise<void> => {
    const { screen, line } = office.connectLine();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a line, not a window
    connected = { screen, toOffice: (data) => line.postMessage(data) };
    await page.evaluate(() => window.handOver?.());
    line.on('message', (data: unknown) => {
      // The page may have been loaded anew meanwhile: then nobody waits for this.
      page.evaluate((message) => window.fromOffice?.(message), data).catch(() => {});
    });
  };
  const disconnect = async (): Promise<void> => {
    if (!connected) return;
    office.tell({ type: 'disconnect', screen: connected.screen });
    await page.evaluate(() => window.endLine?.());
  };
  await page.exposeFunction('pageIsReady', connect);
  await page.exposeFunction('toOffice', (data: unknown) => connected?.toOffice(data));
  await page.addInitScript(PRELOAD);
  await page.goto(`http://127.0.0.1:${port}/desk/`);
  return {
    page,
    complaints,
    screen: () => connected?.screen ?? 0,
    async lock() {
      office.tell({ type: 'lock' });
      await disconnect();
      await connect();
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function launch(): Promise<Browser> {
  const found = await findChromium();
  if (!found) throw new Error('No Chromium to show the desk in');
  return await chromium.launch({
    executablePath: found.executablePath,
    env: { ...process.env, ...found.environment },
    // Electron's ports tell that the other end is gone; Chromium has that event behind a switch only.
    args: ['--enable-blink-features=MessagePortCloseEvent', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}
