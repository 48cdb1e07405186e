import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createChromiumPrinter } from '../../electron/hosts/printing/chromium-printer.ts';
import { findChromium } from '../../electron/hosts/printing/find-chromium.ts';
import { fontFaceCss } from '../../electron/hosts/printing/font-face-css.ts';
import { composeFor } from '../../electron/office/letters/compose.ts';
import { letterHtml, withFonts } from '../../electron/office/letters/letter-html.ts';
import { seedExamplePartners } from '../../electron/office/partners/seed-example-partners.ts';
import { aLetter } from '../../electron/office/testing/test-letters.ts';
import type { TestOffice } from '../../electron/office/testing/test-office.ts';
import { type Figure, figure, inTurn, timed } from './measure.ts';

/** A letter through the printer, warm, beside Chromium's own print of the same page with the fonts loaded. */
export async function measurePrint(office: TestOffice, turns = 15): Promise<Figure | null> {
  const found = await findChromium();
  if (!found) return null;
  const fonts = fontFaceCss(fileURLToPath(new URL('../../resources/fonts', import.meta.url)));
  const letter = benchLetter(office);
  const html = withFonts(letter, fonts);
  const printer = createChromiumPrinter();
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage({ javaScriptEnabled: false });
    const measured = await inTurn(
      turns,
      () => timed(() => printer.printToPdf(html, { title: 'Letter', language: 'de' })),
      async () => {
        // What is drawn once is not drawn again: the raw print lays the page out anew, as the printer must.
        await page.setContent(letter);
        return timed(async () => {
          await page.setContent(html);
          await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true });
        });
      },
    );
    return figure({
      id: 'P9',
      what: 'print a letter, warm',
      beside: 'raw print of the same page',
      ...measured,
      aim: '≤ 1.1×, p95 ≤ 300 ms',
      holds: (ratio) => ratio <= 1.1 && measured.ours.p95 <= 300,
    });
  } finally {
    await browser.close();
    await printer.close();
  }
}

/** A referral to a partner with a page for the client in Arabic. */
function benchLetter(office: TestOffice): string {
  const { city } = office.who;
  const partnerId = office.write(city, 'partners.create', (tx) => seedExamplePartners(tx)).get('kita-example');
  if (!partnerId) throw new Error('It is among the examples');
  const { sheet } = composeFor(office.db, aLetter({ partnerId, companionLanguage: 'ar' }), {
    who: city,
    at: office.clock.now(),
    reference: '',
  });
  return letterHtml(sheet);
}
