import type { LetterSheet } from '../../../shared/letters/letter-sheet.ts';
import { renderLetterHtml } from '../../../shared/letters/render-letter.ts';

const EMPTY_STYLE = '<style></style>';

/** The letter as it is stored: complete but for the fonts, which are the same in every letter and weigh more than it. */
export function letterHtml(sheet: LetterSheet): string {
  return renderLetterHtml(sheet, { fontFaceCss: '' });
}

/** The stored letter with the fonts that print and preview embed. */
export function withFonts(html: string, fontFaceCss: string): string {
  // The first empty style stands in the head; text of the letter is escaped and can't look like one.
  return html.replace(EMPTY_STYLE, () => `<style>${fontFaceCss}</style>`);
}
