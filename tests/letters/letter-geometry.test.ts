import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRun, lineTopMm, type Pdf, type PdfPage, pageLines, pageText } from './pdf-reader.ts';
import { printer, printLetter } from './print.ts';
import { sampleSources } from './sample-letter.ts';

// DIN 5008:2020 form B, in mm from the upper left corner of the sheet (domain: "Form B geometry").
const LINE = 4.23;
/** A pixel of layout is 0.26 mm; half a millimetre is what a folding machine allows. */
const TOLERANCE = 0.5;

/** How far one measure is from another, mm. */
function offMm(actual: number | undefined, expected: number): number {
  return Math.abs((actual ?? Number.NaN) - expected);
}

function firstPage(pdf: Pdf): PdfPage {
  const [page] = pdf.pages;
  if (!page) throw new Error('The PDF has no page');
  return page;
}

let pdf: Pdf;
let page: PdfPage;

beforeAll(async () => {
  ({ pdf } = await printLetter(sampleSources()));
  page = firstPage(pdf);
});
afterAll(() => printer.close());

describe('the first page of a letter', () => {
  it('is A4 and the only one', () => {
    expect(pdf.pages).toHaveLength(1);
    expect(offMm(page.widthMm, 210)).toBeLessThanOrEqual(TOLERANCE);
    expect(offMm(page.heightMm, 297)).toBeLessThanOrEqual(TOLERANCE);
    expect(pageText(page)).not.toContain('Seite');
  });

  it('has the letterhead within the upper 45 mm', () => {
    const employer = findRun(page, 'Stadt Dortmund');
    expect(offMm(employer.xMm, 25)).toBeLessThanOrEqual(TOLERANCE);
    for (const words of ['Sozialamt', 'Telefon 0231 50-11148', 'www.']) {
      expect(findRun(page, words).baselineMm).toBeLessThan(45);
      expect(findRun(page, words).baselineMm).toBeGreaterThan(8);
    }
  });

  it('has the return address in one line at 45 to 50 mm, 6 to 8 points', () => {
    const line = findRun(page, 'Stadt Dortmund · Westerfilder Straße 54');
    expect(offMm(line.xMm, 25)).toBeLessThanOrEqual(TOLERANCE);
    expect(offMm(lineTopMm(line, 5), 45)).toBeLessThanOrEqual(TOLERANCE);
    expect(line.sizePoints).toBeGreaterThanOrEqual(6);
    expect(line.sizePoints).toBeLessThanOrEqual(8);
  });

  it('has the address lines from 62.7 mm, 4.23 mm apart, at 25 mm', () => {
    const lines = ['Kita Beispiel', 'Frau Al-Ahmad', 'Beispielstraße 12', '44357 Dortmund'].map((words) => {
      const run = page.runs.find(({ text, baselineMm }) => text === words && baselineMm > 60);
      if (!run) throw new Error(`No address line ${words}`);
      return run;
    });
    for (const [index, line] of lines.entries()) {
      expect(offMm(line.xMm, 25)).toBeLessThanOrEqual(TOLERANCE);
      expect(offMm(lineTopMm(line, LINE), 62.7 + index * LINE)).toBeLessThanOrEqual(TOLERANCE);
    }
  });

  it('has the information block at 125 mm, from 50 mm, ending 10 mm before the edge', () => {
    const reference = findRun(page, 'Unser Zeichen');
    expect(offMm(reference.xMm, 125)).toBeLessThanOrEqual(TOLERANCE);
    expect(offMm(lineTopMm(reference, LINE), 50)).toBeLessThanOrEqual(TOLERANCE);
    for (const words of ['Ansprechperson', 'Telefon', 'E-Mail', 'Datum']) {
      const run = page.runs.find(({ text, baselineMm }) => text === words && baselineMm > 50);
      expect(offMm(run?.xMm ?? 0, 125)).toBeLessThanOrEqual(TOLERANCE);
    }
    expect(findRun(page, '22.11.2026').baselineMm).toBeLessThan(98);
  });

  it('starts the text with the subject at 98.46 mm, two blank lines before the salutation', () => {
    const subject = findRun(page, 'Bitte um Unterstützung');
    expect(offMm(subject.xMm, 25)).toBeLessThanOrEqual(TOLERANCE);
    expect(offMm(lineTopMm(subject, LINE), 98.46)).toBeLessThanOrEqual(TOLERANCE);
    expect(subject.font).toContain('Bold');
    const salutation = findRun(page, 'Sehr geehrte Frau Al-Ahmad,');
    expect(offMm(salutation.baselineMm - subject.baselineMm, 3 * LINE)).toBeLessThanOrEqual(TOLERANCE);
    expect(offMm(findRun(page, 'wir beraten').baselineMm - salutation.baselineMm, 2 * LINE)).toBeLessThanOrEqual(
      TOLERANCE,
    );
  });

  it('leaves three blank lines for the signature and sets enclosures beside it', () => {
    const closing = findRun(page, 'Mit freundlichen Grüßen');
    const name = page.runs.findLast(({ text }) => text === 'Anna Reuter');
    expect(offMm((name?.baselineMm ?? 0) - closing.baselineMm, 5 * LINE)).toBeLessThanOrEqual(TOLERANCE);
    expect(offMm(findRun(page, 'Anlagen').xMm, 125)).toBeLessThanOrEqual(TOLERANCE);
    expect(offMm(findRun(page, 'Anlagen').baselineMm, closing.baselineMm)).toBeLessThanOrEqual(TOLERANCE);
  });

  it('keeps the text between 25 and 190 mm', () => {
    for (const run of page.runs.filter(({ baselineMm }) => baselineMm > 98.46 && baselineMm < 265)) {
      expect(run.xMm).toBeGreaterThanOrEqual(25 - TOLERANCE);
      expect(run.xMm).toBeLessThan(190);
    }
  });

  it('has fold marks at 105 and 210 mm and the hole mark at 148.5 mm', () => {
    const marks = page.rectangles.filter(({ xMm, widthMm }) => xMm < 10 && widthMm < 10);
    expect(marks).toHaveLength(3);
    for (const [index, yMm] of [105, 148.5, 210].entries()) {
      const mark = marks[index];
      expect(offMm((mark?.yMm ?? 0) + (mark?.heightMm ?? 0) / 2, yMm)).toBeLessThanOrEqual(TOLERANCE);
      expect(mark?.xMm).toBeGreaterThanOrEqual(3.4);
      expect(mark?.xMm).toBeLessThanOrEqual(5);
      expect(mark?.heightMm).toBeLessThan(0.4);
    }
  });

  it('has the office in the footer, the last baseline about 16 mm above the edge', () => {
    expect(offMm(findRun(page, 'lokal willkommen Mengede/Huckarde · Westerfilder').xMm, 25)).toBeLessThanOrEqual(
      TOLERANCE,
    );
    expect(Math.abs(297 - findRun(page, 'Sprechzeiten: Mo').baselineMm - 16)).toBeLessThan(2);
  });
});

describe('a long letter', () => {
  const paragraph =
    'Frau Mansour hat uns besucht. Sie wohnt seit September in der neuen Wohnung und sucht einen Platz.\n';
  const long = sampleSources({
    letter: {
      concern: paragraph.repeat(18).slice(0, 1990),
      done: paragraph.repeat(9),
      companionLanguage: 'fa',
    },
  });

  it('goes on with page margins, and says on each page which it is of how many', async () => {
    const { pages } = (await printLetter(long)).pdf;
    expect(pages).toHaveLength(3);
    for (const [index, letterPage] of pages.slice(0, 2).entries()) {
      const label = pageLines(letterPage).find(({ text }) => text === `Seite ${index + 1} von 2`);
      if (!label) throw new Error(`Page ${index + 1} does not say which it is`);
      expect(label.xMm).toBeGreaterThan(160);
      expect(label.baselineMm).toBeGreaterThan(268);
      const lowest = Math.max(
        ...letterPage.runs
          .filter(({ xMm, baselineMm }) => xMm < 160 && baselineMm < 272)
          .map(({ baselineMm }) => baselineMm),
      );
      expect(label.baselineMm - lowest).toBeGreaterThan(LINE / 2);
    }
    const second = pages[1];
    if (!second) throw new Error('No second page');
    const text = second.runs.filter(({ sizePoints }) => sizePoints === 10);
    expect(Math.min(...text.map(({ xMm }) => xMm))).toBeGreaterThanOrEqual(25 - TOLERANCE);
    expect(offMm(Math.min(...text.map((run) => lineTopMm(run, LINE))), 27)).toBeLessThanOrEqual(TOLERANCE);
    expect(second.rectangles.filter(({ xMm }) => xMm < 10)).toEqual([]);
    expect(pages.map(pageText)[2]).not.toContain('Seite');
  });

  it('counts to three without a companion page', async () => {
    const { pages } = (
      await printLetter(
        sampleSources({
          letter: {
            ...long.letter,
            done: paragraph.repeat(18).slice(0, 1990),
            request: paragraph.repeat(18).slice(0, 1990),
            companionLanguage: null,
          },
        }),
      )
    ).pdf;
    expect(pages).toHaveLength(3);
    expect(pages.map((each, index) => pageLines(each).some(({ text }) => text === `Seite ${index + 1} von 3`))).toEqual(
      [true, true, true],
    );
  });

  it('prints every line of what was typed, once', async () => {
    const numbered = Array.from({ length: 60 }, (_, index) => `Zeile ${index + 1}.`).join('\n');
    const { pages } = (await printLetter(sampleSources({ letter: { concern: numbered } }))).pdf;
    const all = pages.map(pageText).join('\n');
    for (let index = 1; index <= 60; index += 1) expect(all.split(`Zeile ${index}.`)).toHaveLength(2);
  });
});
