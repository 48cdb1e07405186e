import { afterAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/catalogue/catalogue.ts';
import { renderSlipHtml } from '../../shared/queue/slip.ts';
import { type PdfPage, pageLines, readPdf } from './pdf-reader.ts';
import { printer, printFonts, printHtml } from './print.ts';

afterAll(() => printer.close());

async function printSlip(
  language: string,
  officeName = 'lokal willkommen Mengede/Huckarde',
): Promise<ReturnType<typeof readPdf>> {
  const html = renderSlipHtml({
    number: 23,
    letterPrefix: 'A',
    issuedAtLocal: { date: '2026-09-23', time: '09:41' },
    officeName,
    language,
    fontFaceCss: printFonts,
  });
  return readPdf(await printHtml(html, 'A 023', language));
}

describe('a printed slip', () => {
  it.each(catalogue.languages.map(({ id }) => id))('fits on one slip of 80 mm in %s', async (language) => {
    const pdf = await printSlip(language, 'lokal willkommen Innenstadt-West/Innenstadt-Ost im Haus der Vielfalt');
    expect(pdf.pages).toHaveLength(1);
    expect(Math.round(pdf.pages[0]?.widthMm ?? 0)).toBe(80);
    for (const { subtype } of pdf.fonts) expect(subtype).toBe('CIDFontType2');
  });

  it('has the number as by far the largest thing on it', async () => {
    const page = (await printSlip('ar')).pages[0] as PdfPage; // one page, as the test above shows
    const number = page.runs.find(({ text }) => text === '023');
    expect(number?.sizePoints).toBeGreaterThan(60);
    for (const run of page.runs.filter(({ text }) => text !== '023' && text !== 'A'))
      expect(run.sizePoints).toBeLessThan(15);
    expect(page.runs.find(({ text }) => text === 'A')?.xMm).toBeLessThan(number?.xMm ?? 0);
  });

  it('has the day in German too', async () => {
    const page = (await printSlip('kmr')).pages[0] as PdfPage; // one page, as the first test shows
    const lines = pageLines(page).map(({ text }) => text);
    expect(lines).toContain('çarşem, 23ê îlona 2026');
    expect(lines).toContain('Mittwoch, 23. September 2026, 09:41 Uhr');
  });
});
