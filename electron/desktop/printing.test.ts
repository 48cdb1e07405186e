import type { WebContents } from 'electron';
import { expect, test } from 'vitest';
import { createShellPrinter, PDF_OPTIONS, type PrintWindow, printWindowOptions } from './printing.ts';
import { fakeSession } from './testing/fake-session.ts';

// The numbers in brackets are the points of Electron's security checklist (docs/electron-checklist.md).

const { session } = fakeSession();

test.each([
  ['[2]', 'nodeIntegration', false],
  ['[2]', 'nodeIntegrationInWorker', false],
  ['[2]', 'nodeIntegrationInSubFrames', false],
  ['[3]', 'contextIsolation', true],
  ['[4]', 'sandbox', true],
  ['[6]', 'webSecurity', true],
  ['[8]', 'allowRunningInsecureContent', false],
  ['[9]', 'experimentalFeatures', false],
  ['[12]', 'webviewTag', false],
  ['[13]', 'navigateOnDragDrop', false],
  ['what is printed runs no code:', 'javascript', false],
  ['and no plugin:', 'plugins', false],
  ['and reaches no graphics driver:', 'webgl', false],
  ['and is not looked up:', 'spellcheck', false],
  ['and is not looked into:', 'devTools', false],
] as const)('%s the printing window has %s %s', (_why, preference, value) => {
  expect(printWindowOptions(session).webPreferences?.[preference]).toBe(value);
});

test('the printing window is never seen, and has its own session and no preload script', () => {
  const { show, focusable, webPreferences } = printWindowOptions(session);
  expect([show, focusable]).toEqual([false, false]);
  expect(webPreferences?.session).toBe(session);
  expect(webPreferences).not.toHaveProperty('preload');
  expect(webPreferences).not.toHaveProperty('enableBlinkFeatures');
});

/** Windows that print what was served to them, and a record of what happened. */
function press(print?: (served: string) => Promise<Buffer>) {
  const documents = new Map<string, string>();
  const happened: string[] = [];
  let open = 0;
  const openWindow = (): PrintWindow => {
    open += 1;
    let served = '';
    expect(open).toBe(1);
    return {
      loadURL: async (address) => {
        happened.push(`load ${address}`);
        served = documents.get(address.replace('app://print/', '')) ?? 'nothing';
      },
      webContents: {
        printToPDF: async (options) => {
          expect(options).toBe(PDF_OPTIONS);
          return print ? await print(served) : Buffer.from(`PDF of ${served}`);
        },
        print: ((options, callback) => {
          happened.push(`paper ${JSON.stringify(options)}`);
          callback?.(served !== 'jam', 'the name of a job');
        }) satisfies WebContents['print'],
      },
      destroy: () => {
        open -= 1;
        happened.push('destroy');
      },
    };
  };
  return { documents, happened, openWindow };
}

test('a page becomes a tagged PDF with an outline, in its own size', async () => {
  expect(PDF_OPTIONS).toMatchObject({
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: false,
  });
  const { documents, happened, openWindow } = press();
  const pdf = await createShellPrinter({ openWindow, documents }).printToPdf('<p>Brief</p>');
  expect(Buffer.from(pdf).toString()).toBe('PDF of <p>Brief</p>');
  expect(happened).toEqual(['load app://print/1', 'destroy']);
  expect(documents.size).toBe(0);
});

test('one after another, each in a window of its own', async () => {
  const { documents, happened, openWindow } = press(async (served) => {
    await new Promise((resolve) => setTimeout(resolve, served === 'a' ? 20 : 1));
    return Buffer.from(served);
  });
  const printer = createShellPrinter({ openWindow, documents });
  const pdfs = await Promise.all(['a', 'b', 'c'].map((html) => printer.printToPdf(html)));
  expect(pdfs.map(String)).toEqual(['a', 'b', 'c']);
  expect(happened).toEqual([
    'load app://print/1',
    'destroy',
    'load app://print/2',
    'destroy',
    'load app://print/3',
    'destroy',
  ]);
});

test('a failure leaves nothing behind, and the next is printed', async () => {
  const { documents, happened, openWindow } = press(async (served) => {
    if (served === 'bad') throw new Error('no');
    return Buffer.from(served);
  });
  const printer = createShellPrinter({ openWindow, documents });
  const [bad, good] = await Promise.allSettled([printer.printToPdf('bad'), printer.printToPdf('good')]);
  expect([bad?.status, good?.status]).toEqual(['rejected', 'fulfilled']);
  expect([documents.size, happened.filter((what) => what === 'destroy').length]).toEqual([0, 2]);
});

test('what hangs is given up', async () => {
  const { documents, happened, openWindow } = press(() => new Promise(() => {}));
  const printer = createShellPrinter({ openWindow, documents, patienceMs: 20 });
  await expect(printer.printToPdf('slow')).rejects.toThrow('took too long');
  expect([documents.size, happened.at(-1)]).toEqual([0, 'destroy']);
});

test('a slip goes to the named printer without a dialogue', async () => {
  const { documents, happened, openWindow } = press();
  await createShellPrinter({ openWindow, documents }).printOnPaper('A 7', 'Bonausgabe');
  const options = { silent: true, deviceName: 'Bonausgabe', printBackground: true, margins: { marginType: 'none' } };
  expect(happened).toEqual(['load app://print/1', `paper ${JSON.stringify(options)}`, 'destroy']);
});

test('a printer that takes nothing is told without the job’s name', async () => {
  const { documents, openWindow } = press();
  const printing = createShellPrinter({ openWindow, documents }).printOnPaper('jam', 'Bonausgabe');
  await expect(printing).rejects.toThrow(/^The printer did not take it$/);
});
