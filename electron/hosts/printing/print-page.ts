import { BrowserGone, type DevtoolsPipe } from './devtools-pipe.ts';

/** A page that holds the fonts and nothing else between two prints; `<style id="fonts">` stays, everything else goes. */
function shellOf(fontFaceCss: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"><style id="fonts">${fontFaceCss}</style></head><body></body></html>`;
}

// These functions run inside the page, sent as text. The page's own scripts are switched off.
const PUT = `function (html, title, language) {
  const next = new DOMParser().parseFromString(html, 'text/html');
  for (const meta of next.querySelectorAll('meta[http-equiv], script')) meta.remove();
  const root = document.documentElement;
  for (const name of root.getAttributeNames()) root.removeAttribute(name);
  for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value);
  root.lang = language;
  for (const child of [...document.head.childNodes]) if (child.id !== 'fonts') child.remove();
  document.head.append(...next.head.childNodes);
  document.body.replaceWith(next.body);
  document.title = title;
}`;
const LOAD_FONTS = 'function () { for (const face of document.fonts) face.load().catch(() => {}); }';
const IS_READY = `function () {
  return [...document.fonts].every((face) => face.status !== 'loading' && face.status !== 'unloaded')
    && [...document.images].every((image) => image.complete);
}`;
const CLEAR =
  'function () { document.body.replaceChildren(); document.title = ""; for (const child of [...document.head.childNodes]) if (child.id !== "fonts") child.remove(); }';

const READY_WITHIN_MS = 10_000;
const READY_POLL_MS = 4;

const PAPER = {
  paperWidth: 210 / 25.4,
  paperHeight: 297 / 25.4,
  marginTop: 0,
  marginBottom: 0,
  marginLeft: 0,
  marginRight: 0,
};

function textOf(reply: Readonly<Record<string, unknown>>, name: string): string {
  const value = reply[name];
  if (typeof value !== 'string') throw new Error(`The browser's reply has no ${name}`);
  return value;
}

/**
 * One page of a browser, kept for many prints. Its fonts stay loaded: sending and decoding 2 MB of them again would
 * take longer than the print.
 */
export class PrintPage {
  readonly #pipe: DevtoolsPipe;
  readonly #sessionId: string;
  readonly #frameId: string;
  #loadedFonts: string | null = null;
  #hasCrashed = false;

  private constructor(pipe: DevtoolsPipe, sessionId: string, frameId: string) {
    this.#pipe = pipe;
    this.#sessionId = sessionId;
    this.#frameId = frameId;
    pipe.onEvent((method, ofSession) => {
      if (method === 'Inspector.targetCrashed' && ofSession === sessionId) this.#hasCrashed = true;
    });
  }

  /** Opens a page in a context that keeps nothing on disk, without scripts and without any network. */
  static async open(pipe: DevtoolsPipe): Promise<PrintPage> {
    const browserContextId = textOf(await pipe.send('Target.createBrowserContext'), 'browserContextId');
    const targetId = textOf(
      await pipe.send('Target.createTarget', { url: 'about:blank', browserContextId }),
      'targetId',
    );
    const sessionId = textOf(await pipe.send('Target.attachToTarget', { targetId, flatten: true }), 'sessionId');
    const send = (method: string, parameters: Record<string, unknown> = {}) => pipe.send(method, parameters, sessionId);
    await Promise.all([
      send('Inspector.enable'),
      send('Page.enable'),
      // Security: a letter can name addresses of other computers, but nothing in it may run or fetch. The shell's
      // content policy says so, too, and script elements never get into the page (PUT): three walls.
      send('Emulation.setScriptExecutionDisabled', { value: true }),
      send('Network.enable').then(() =>
        send('Network.setBlockedURLs', { urls: ['http://*', 'https://*', 'ws://*', 'wss://*', 'ftp://*', 'file://*'] }),
      ),
    ]);
    const { frameTree } = (await send('Page.getFrameTree')) as { frameTree: { frame: { id: string } } }; // DevTools protocol 1.3
    return new PrintPage(pipe, sessionId, frameTree.frame.id);
  }

  /** Prints a complete HTML document. `fonts` are its `@font-face` rules, already cut out of `html`. */
  async print(document: { html: string; fonts: string; title: string; language: string }): Promise<Uint8Array> {
    if (this.#loadedFonts !== document.fonts) {
      await this.#send('Page.setDocumentContent', { frameId: this.#frameId, html: shellOf(document.fonts) });
      await this.#call(LOAD_FONTS);
      this.#loadedFonts = document.fonts;
    }
    await this.#call(PUT, document.html, document.title, document.language);
    await this.#ready();
    const printed = await this.#send('Page.printToPDF', {
      ...PAPER,
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    // Nothing of a letter stays in the browser while it waits for the next.
    await this.#call(CLEAR);
    return Buffer.from(textOf(printed, 'data'), 'base64');
  }

  async #ready(): Promise<void> {
    const until = performance.now() + READY_WITHIN_MS;
    while (!(await this.#call(IS_READY))) {
      if (performance.now() > until) throw new Error('Fonts or pictures of the document do not load');
      await new Promise((resolve) => setTimeout(resolve, READY_POLL_MS));
    }
  }

  async #call(source: string, ...values: string[]): Promise<unknown> {
    const expression = `(${source})(${values.map((value) => JSON.stringify(value)).join(', ')})`;
    const reply = await this.#send('Runtime.evaluate', { expression, returnByValue: true });
    if (reply['exceptionDetails'] !== undefined) throw new Error('The page could not be set');
    const { result } = reply as { result?: { value?: unknown } }; // DevTools protocol 1.3
    return result?.value;
  }

  async #send(method: string, parameters: Record<string, unknown>): Promise<Readonly<Record<string, unknown>>> {
    if (this.#hasCrashed) throw new BrowserGone();
    return await this.#pipe.send(method, parameters, this.#sessionId);
  }
}
