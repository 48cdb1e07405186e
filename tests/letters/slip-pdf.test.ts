import { afterAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/catalogue/catalogue.ts';
import { renderSlipHtml } from '../../shared/queue/slip.ts';
import { HARD_STRINGS, renderSelfTestHtml } from '../../shared/queue/slip-self-test.ts';
import { PAPER_SIZES, type PaperSize } from '../../shared/screens/screens.contract.ts';
import { type PdfPage, pageLines, readPdf } from './pdf-reader.ts';
import { printer, printFonts, printHtml } from './print.ts';

afterAll(() => printer.close());

async function printSlip(
  language: string,
  officeName = 'lokal willkommen Mengede/Huckarde',
  paper: PaperSize = 'thermal-80',
): Promise<ReturnType<typeof readPdf>> {
  const html = renderSlipHtml({
    number: 23,
    letterPrefix: 'A',
    issuedAtLocal: { date: '2026-09-23', time: '09:41' },
    officeName,
    language,
    range: { fromMinutes: 105, toMinutes: 180 },
    paper,
    fontFaceCss: printFonts,
  });
  return readPdf(await printHtml(html, 'A 023', language));
}

describe('a printed slip', () => {
  const languages = catalogue.languages.map(({ id }) => id);
  const sizes = { A4: [210, 297], A6: [105, 148], 'thermal-80': [80, 172] } as const;
  it.each(PAPER_SIZES.flatMap((paper) => languages.map((language) => [paper, language] as const)))(
    'fits on one sheet of %s in %s',
    async (paper, language) => {
      const officeName = 'lokal willkommen Innenstadt-West/Innenstadt-Ost im Haus der Vielfalt';
      const pdf = await printSlip(language, officeName, paper);
      expect(pdf.pages).toHaveLength(1);
      const [page] = pdf.pages;
      expect([Math.round(page?.widthMm ?? 0), Math.round(page?.heightMm ?? 0)]).toEqual(sizes[paper]);
      for (const { subtype } of pdf.fonts) expect(subtype).toBe('CIDFontType2');
    },
  );

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

describe('the test page for a slip printer', () => {
  it('has at least eight hard strings, digits and German names inside Arabic script among them', () => {
    expect(HARD_STRINGS.length).toBeGreaterThanOrEqual(8);
    expect(HARD_STRINGS.filter(({ language }) => ['ar', 'fa', 'ckb'].includes(language)).length).toBeGreaterThanOrEqual(
      6,
    );
  });

  it.each(PAPER_SIZES)('is one page of %s, and no Latin piece of it is turned round', async (paper) => {
    const html = renderSelfTestHtml({ paper, fontFaceCss: printFonts, words: { title: 'Test', lookFor: 'Test' } });
    const pdf = readPdf(await printHtml(html, 'Test', 'de'));
    expect(pdf.pages).toHaveLength(1);
    const text = pageLines(pdf.pages[0] as PdfPage)
      .map((line) => line.text)
      .join('\n');
    for (const piece of ['24.12.2026', 'DE02 1203 0000 0000 2020 51', 'Westerfilder Straße 54–56', '+49 231 50-11148'])
      expect(text.split(piece).length - 1, piece).toBeGreaterThanOrEqual(2);
  });
});
