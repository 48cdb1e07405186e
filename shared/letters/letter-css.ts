import { cssString } from '../languages/markup.ts';
import type { LetterSheet } from './letter-sheet.ts';
import { pageLabelCss } from './page-label.ts';

/** Noto Sans has no Arabic letters; without Vazirmatn beside it a system font with broken joining would step in. */
export const PRINT_FONTS = '"Noto Sans", "Vazirmatn", sans-serif';

const TEAL = '#0b5c62';
const INK = '#1b1f23';
const QUIET = '#4c555e';

/**
 * The style of the letter, DIN 5008:2020 form B; all measures from the upper left corner of the sheet.
 * Side margins are inside the page area, so that marks, address field and information block may lie outside of the text
 * column; top and bottom margins belong to the page, since they repeat.
 */
export function letterCss(sheet: LetterSheet, phrases: { page: string }): string {
  const label = pageLabelCss(phrases.page, sheet.companion ? 1 : 0);
  const accent = sheet.letterhead.accent ?? TEAL;
  const footer = sheet.footer.join('\n');
  const running = [sheet.letterhead.name, sheet.information.ourReference].filter((part) => part !== '').join(' · ');
  return `
${label.counterStyles}
@page { size: 210mm 297mm; margin: 0; }
@page letter {
  margin: 27mm 0 28mm 0;
  @top-left { content: ${cssString(running)}; width: 165mm; padding: 0 0 3mm 25mm; vertical-align: bottom; text-align: left; font: 8pt/1.3 ${PRINT_FONTS}; color: ${QUIET}; }
  @bottom-left { content: ${cssString(footer)}; width: 130mm; padding: 6.2mm 0 0 25mm; box-sizing: border-box; vertical-align: top; text-align: left; white-space: pre-line; font: 7.5pt/1.45 ${PRINT_FONTS}; color: ${QUIET}; }
  @bottom-right { content: ${label.later}; width: 80mm; padding: 1mm 20mm 0 0; box-sizing: border-box; vertical-align: top; text-align: right; font: 9pt/1.3 ${PRINT_FONTS}; color: ${INK}; }
}
@page letter:first {
  margin: 0 0 28mm 0;
  @top-left { content: none; }
  @bottom-right { content: ${label.first}; }
}
* { box-sizing: border-box; }
html { color: ${INK}; font: 10pt/4.23mm ${PRINT_FONTS}; font-variant-ligatures: no-common-ligatures; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body, p, h1, h2, ul, ol, table, address { margin: 0; padding: 0; font: inherit; }
address { font-style: normal; }
ul, ol { list-style: none; }
.letter { page: letter; position: relative; padding: 98.46mm 20mm 0 25mm; }
.placed { position: absolute; }
/* Positioned, too, so that everything is drawn in the order in which it is read. */
.subject, .text { position: relative; }
.letterhead { left: 25mm; top: 14mm; width: 175mm; height: 31mm; }
.letterhead .accent { position: absolute; left: 0; top: 0; width: 24mm; height: 1.1mm; background: ${accent}; }
.letterhead .logo { position: absolute; right: 0; top: 0; max-width: 60mm; max-height: 16mm; }
.letterhead .employer { position: absolute; left: 0; top: 3.8mm; width: 94mm; font-size: 14pt; line-height: 6mm; font-weight: 700; }
.letterhead .unit { display: block; margin-top: 0.8mm; font-size: 9pt; line-height: 4.23mm; font-weight: 400; color: ${QUIET}; }
.letterhead .reach { position: absolute; left: 100mm; top: 0; width: 75mm; font-size: 8pt; line-height: 3.7mm; color: ${QUIET}; }
.letterhead .logo + .employer + .reach { top: 18mm; }
.return { left: 25mm; top: 45mm; width: 80mm; height: 5mm; line-height: 5mm; white-space: nowrap; color: ${QUIET}; }
.return span { border-bottom: 0.1mm solid ${QUIET}; padding-bottom: 0.3mm; }
.remarks { left: 25mm; top: 50mm; width: 80mm; height: 12.7mm; display: flex; flex-direction: column; justify-content: flex-end; }
.recipient { left: 25mm; top: 62.7mm; width: 80mm; height: 27.3mm; }
.information { left: 125mm; top: 50mm; width: 75mm; font-size: 8.5pt; }
.information li { display: grid; grid-template-columns: 27mm 1fr; }
.information .apart { margin-top: 4.23mm; }
.information .label { font-size: 8pt; color: ${QUIET}; }
.information .value { overflow-wrap: anywhere; }
.mark { left: 4mm; margin-top: -0.1mm; border-top: 0.2mm solid #7b848c; }
.fold { width: 4mm; }
.hole { width: 6mm; }
.subject { font-weight: 700; margin-bottom: 8.46mm; }
.text > * { margin-bottom: 4.23mm; orphans: 2; widows: 2; }
.text > .salutation { break-after: avoid; }
.rows { width: 100%; border-collapse: collapse; }
.rows th { width: 34mm; padding: 0 3mm 0 0; text-align: left; vertical-align: top; font-weight: 400; color: ${QUIET}; }
.rows td { padding: 0; vertical-align: top; overflow-wrap: break-word; orphans: 2; widows: 2; }
.rows tr + tr > * { padding-top: 1mm; }
.end { display: grid; grid-template-columns: 100mm 65mm; align-items: start; break-inside: avoid; }
.end .name { margin-top: 16.92mm; }
.end .enclosures h2 { font-weight: 700; }
.notice { margin-top: 4.23mm; padding: 1.6mm 0 1.6mm 3mm; border-left: 0.7mm solid ${accent}; font-size: 8pt; line-height: 3.6mm; color: ${INK}; break-inside: avoid; }
.notice h2 { font-weight: 700; }
`;
}
