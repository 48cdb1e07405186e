import type { BrowserWindow, BrowserWindowConstructorOptions, PrintToPDFOptions, Session } from 'electron';
import { PAGE_SCHEME } from '../../shared/desktop/desk-page.ts';

/** A letter is laid out in a fifth of a second; what takes longer than this hangs. */
const PATIENCE_MS = 30_000;

/**
 * As the browser host prints (electron/hosts/printing): the page's own size and margins, tagged, with an outline, so
 * that the same letter reads the same wherever it was printed.
 */
export const PDF_OPTIONS = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  margins: { top: 0, bottom: 0, left: 0, right: 0 },
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  displayHeaderFooter: false,
} as const satisfies PrintToPDFOptions;

export type PrintWindow = Pick<BrowserWindow, 'loadURL' | 'destroy'> & {
  webContents: Pick<BrowserWindow['webContents'], 'printToPDF' | 'print'>;
};

export interface ShellPrinter {
  /** The PDF of a complete HTML page with everything embedded in it. Throws when it could not be made. */
  printToPdf(html: string): Promise<Uint8Array>;
  /** Prints a page at once, without a dialogue, on the named printer. Throws when it was not taken. */
  printOnPaper(html: string, printerName: string): Promise<void>;
}

/** The hidden window that a document is laid out in: it runs no code, loads nothing and sees neither disk nor network. */
export function printWindowOptions(session: Session): BrowserWindowConstructorOptions {
  return {
    show: false,
    focusable: false,
    skipTaskbar: true,
    webPreferences: {
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      javascript: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      webgl: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    },
  };
}

/**
 * Prints one document after another, each in a window of its own that is gone afterwards. `documents` is what the
 * session's protocol handler serves (protocol.ts): a letter with its fonts is longer than an address may be.
 */
export function createShellPrinter(parts: {
  openWindow: () => PrintWindow;
  documents: Map<string, string>;
  patienceMs?: number;
}): ShellPrinter {
  const { openWindow, documents, patienceMs = PATIENCE_MS } = parts;
  let previous: Promise<unknown> = Promise.resolve();
  let lastNumber = 0;

  async function layOut<T>(html: string, use: (window: PrintWindow) => Promise<T>): Promise<T> {
    lastNumber += 1;
    const name = String(lastNumber);
    documents.set(name, html);
    const window = openWindow();
    try {
      return await inTime(patienceMs, async () => {
        await window.loadURL(`${PAGE_SCHEME}://print/${name}`);
        return await use(window);
      });
    } finally {
      documents.delete(name);
      window.destroy();
    }
  }
  /** Two windows that lay out at once would take twice the memory and be no faster. */
  function inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = previous.then(job);
    previous = turn.catch(() => {});
    return turn;
  }

  return {
    printToPdf: (html) => inTurn(() => layOut(html, ({ webContents }) => webContents.printToPDF(PDF_OPTIONS))),
    printOnPaper: (html, deviceName) =>
      inTurn(() => layOut(html, ({ webContents }) => printSilently(webContents, deviceName))),
  };
}

function printSilently(contents: PrintWindow['webContents'], deviceName: string): Promise<void> {
  return new Promise((resolve, reject) => {
    contents.print({ silent: true, deviceName, printBackground: true, margins: { marginType: 'none' } }, (success) =>
      // Chromium's reason may name the printer's job, and that the page.
      success ? resolve() : reject(new Error('The printer did not take it')),
    );
  });
}

async function inTime<T>(patienceMs: number, work: () => Promise<T>): Promise<T> {
  const timer = Promise.withResolvers<never>();
  const timeout = setTimeout(() => timer.reject(new Error('Printing took too long')), patienceMs);
  try {
    return await Promise.race([work(), timer.promise]);
  } finally {
    clearTimeout(timeout);
  }
}
