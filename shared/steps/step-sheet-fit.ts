import { textWidthMm } from '../languages/text-width.ts';
import { sheetLanguages } from './sheet-words.ts';
import type { SheetStep, StepSheet } from './step-sheet.ts';
import { SHEET_MM } from './step-sheet-css.ts';
import { phraseSentence } from './step-words.ts';

const POINTS_PER_MM = 72 / 25.4;
const SMALLEST = 0.7;
// What Chromium sets, measured on sheets of all six languages, rather too much than too little. In one language, in two.
const FRAME_MM = [52, 66] as const;
const HEADING_MM = 12.6;
const STEP_MM = 4.4;
const DUE_MM = 6.2;
const PAPER_ROW_MM = [7.6, 11.2] as const;
const APPOINTMENT_MM = [58, 82] as const;
const PLACE_MM = [38, 46] as const;

function linesOf(text: string, sizeMm: number): number {
  return Math.max(1, Math.ceil(textWidthMm(text, sizeMm * POINTS_PER_MM) / (SHEET_MM.text - 12)));
}

function stepHeightMm(step: SheetStep, two: 0 | 1): number {
  const words = step.phrase
    ? `${phraseSentence('de', step.phrase.id) ?? ''} ${step.phrase.partnerName ?? ''}`
    : step.what;
  const said =
    linesOf(words, SHEET_MM.own) * SHEET_MM.ownLeading + two * linesOf(words, SHEET_MM.german) * SHEET_MM.germanLeading;
  const papers = Math.ceil((step.phrase?.papers.length ?? 0) / 2) * PAPER_ROW_MM[two];
  return said + papers + (step.dueOn === null ? 0 : DUE_MM) + STEP_MM;
}

/**
 * The scale (at most 1) at which the sheet takes one side, reckoned from its texts. A sheet that would have to be smaller
 * than 0.7 takes a second page: small print helps nobody here.
 */
export function stepSheetScale(sheet: StepSheet): number {
  const two = sheetLanguages(sheet.language).length === 2 ? 1 : 0;
  const steps = sheet.steps.reduce((sum, step) => sum + stepHeightMm(step, two), 0);
  const headings = new Set(sheet.steps.map((step) => step.owner)).size * HEADING_MM;
  const places = sheet.places.length * PLACE_MM[two];
  const after = Math.max(sheet.appointment === null ? 0 : APPOINTMENT_MM[two], places);
  const needed = FRAME_MM[two] + headings + steps + after;
  if (needed <= SHEET_MM.page) return 1;
  return Math.max(SMALLEST, Math.floor((SHEET_MM.page / needed) * 100) / 100);
}
