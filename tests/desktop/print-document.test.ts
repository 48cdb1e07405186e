import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPrintHandler } from '../../electron/desktop/protocol.ts';
import { findChromium } from '../../electron/hosts/printing/find-chromium.ts';
import { fontFaceCss } from '../../electron/hosts/printing/font-face-css.ts';

// What the shell's printing window is promised: Electron's engine, the same headers, no scripts, and no waiting after
// the page has loaded. Electron itself is not here.

const FONTS = fontFaceCss(fileURLToPath(new URL('../../resources/fonts', import.meta.url)));
const LETTER = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Vermittlung</title><style>${FONTS}</style>
<style>@page{size:A4;margin:0}body{font-family:"Noto Sans","Vazirmatn"}</style></head>
<body><h1>Vermittlung</h1><p>Guten Tag</p><p dir="rtl" lang="fa">سلام دنیا</p>
<p id="script">unberührt</p><script>document.getElementById('script').textContent='lief'</script>
<img alt="" src="/fetched"></body></html>`;

let server: Server;
let browser: Browser;
const asked: string[] = [];

beforeAll(async () => {
  const handler = createPrintHandler(new Map([['1', LETTER]]));
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    void (async () => {
      const answer = await handler(new Request(`app://print${request.url}`));
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const found = await findChromium();
  if (!found) throw new Error('No Chromium to print with');
  const asRoot = process.getuid?.() === 0;
  browser = await chromium.launch({
    executablePath: found.executablePath,
    env: { ...process.env, ...found.environment },
    args: asRoot ? ['--no-sandbox'] : [],
  });
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

test('a letter is printed at once, with its fonts, and with nothing run or fetched', async () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await page.goto(`http://127.0.0.1:${port}/1`, { waitUntil: 'load' });
  const { data } = await devtools.send('Page.printToPDF', {
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  const pdf = Buffer.from(data, 'base64').toString('latin1');
  for (const font of ['NotoSans-Bold', 'NotoSans-Regular', 'Vazirmatn-Regular']) expect(pdf).toContain(`+${font}`);
  expect(pdf).toContain('/StructTreeRoot');
  expect(pdf).toContain('/Outlines');
  expect(await page.locator('#script').textContent()).toBe('unberührt');
  expect(asked).toEqual(['/1']);
  await context.close();
});
