import { textWidthMm } from '../languages/text-width.ts';
import { COMPANION_MM } from './companion-css.ts';

const POINTS_PER_MM = 72 / 25.4;
// Word wrap leaves the end of a line empty: about a short word.
const WRAP_LOSS_MM = 9;
const SMALLEST = 0.6;
// Compared with what Chromium measures, the reckoning is 2 to 15 % too high.
const RECKONED_TOO_MUCH = 0.97;

interface Setting {
  sizeMm: number;
  leadingMm: number;
}

function linesOf(text: string, sizeMm: number, widthMm: number): number {
  const width = textWidthMm(text, sizeMm * POINTS_PER_MM);
  return width <= widthMm ? 1 : Math.ceil(width / Math.max(10, widthMm - WRAP_LOSS_MM));
}

function settingOf(tag: string, className: string, rightToLeft: boolean): Setting {
  if (className.includes('de')) return { sizeMm: 2.65, leadingMm: 3.2 };
  if (tag === 'h2') return { sizeMm: 4.6, leadingMm: rightToLeft ? 6.6 : 5.9 };
  return { sizeMm: 4.06, leadingMm: rightToLeft ? 6.1 : 5.5 };
}

/** Millimetres that a column of our own HTML takes at full size, reckoned from its texts; rather too much than too little. */
function columnHeightMm(html: string, widthMm: number, rightToLeft: boolean): number {
  let height = 0;
  for (const [, tag = '', attributes = '', content = ''] of html.matchAll(/<(h2|p)( [^>]*)?>(.*?)<\/\1>/g)) {
    const { sizeMm, leadingMm } = settingOf(tag, /class="([^"]*)"/.exec(attributes)?.[1] ?? '', rightToLeft);
    for (const line of content.split('<br>'))
      height += linesOf(line.replace(/<[^>]*>/g, ''), sizeMm, widthMm) * leadingMm;
  }
  const count = (pattern: RegExp) => [...html.matchAll(pattern)].length;
  return (
    height +
    count(/class="pair"|class="place"/g) * 1.7 +
    count(/<section/g) * 4.4 +
    count(/class="[^"]*card"/g) * 5.6 +
    count(/<h2/g) * 1.6 +
    (rightToLeft ? count(/class="de"/g) * 0.4 : 0)
  );
}

/**
 * The scale (at most 1) at which both columns fit on one page. The letter's page numbers count all pages but one, so
 * the companion page must never take a second (page-label.ts).
 */
export function companionScale(main: string, aside: string, { rightToLeft }: { rightToLeft: boolean }): number {
  const { page, gap, aside: asideWidth, cardPadding, columnsHeight } = COMPANION_MM;
  // A number or box before a step takes 9 mm; cards are padded on both sides.
  const needed =
    RECKONED_TOO_MUCH *
    Math.max(
      columnHeightMm(main, page - gap - asideWidth - 9, rightToLeft),
      columnHeightMm(aside, asideWidth - 2 * cardPadding - 6.6, rightToLeft),
    );
  if (needed <= columnsHeight) return 1;
  // Set smaller, lines also hold more: height goes down with about the 1.4th power of the scale.
  return Math.max(SMALLEST, Math.floor((columnsHeight / needed) ** 0.72 * 100) / 100);
}
