import { join } from 'node:path';
import { createChromiumPrinter } from '../../electron/hosts/printing/chromium-printer.ts';
import { fontFaceCss } from '../../electron/hosts/printing/font-face-css.ts';
import { composeLetter, type LetterSources } from '../../shared/letters/compose-letter.ts';
import type { LetterSheet } from '../../shared/letters/letter-sheet.ts';
import { renderLetterHtml } from '../../shared/letters/render-letter.ts';
import { type Pdf, readPdf } from './pdf-reader.ts';

export const printFonts = fontFaceCss(join(import.meta.dirname, '../../resources/fonts'));
export const printer = createChromiumPrinter();

export async function printHtml(html: string, title: string, language = 'de'): Promise<Uint8Array> {
  return await printer.printToPdf(html, { title, language });
}

export async function printSheet(sheet: LetterSheet): Promise<{ bytes: Uint8Array; pdf: Pdf }> {
  const bytes = await printHtml(renderLetterHtml(sheet, { fontFaceCss: printFonts }), sheet.subject);
  return { bytes, pdf: readPdf(bytes) };
}

export async function printLetter(sources: LetterSources): Promise<{ bytes: Uint8Array; pdf: Pdf }> {
  return await printSheet(composeLetter(sources).sheet);
}
