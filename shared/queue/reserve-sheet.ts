import de from '../../resources/locales/de/reserve-sheet.json' with { type: 'json' };
import { escapeHtml } from '../languages/markup.ts';
import { phraseHtml } from '../languages/phrase.ts';

export interface ReserveSheetInput {
  /** The first number, 1 to 999. */
  first: number;
  /** How many; beyond 999 there are none. */
  count: number;
  officeName: string;
  /** One capital letter, or nothing. */
  letterPrefix: string;
  /** `@font-face` rules with static Noto Sans and Vazirmatn as data URIs. */
  fontFaceCss: string;
}

const CSS = `
@page { size: A4; margin: 10mm; }
html { color: #000; background: #fff; font: 8.5pt/1.35 "Noto Sans", sans-serif; font-variant-ligatures: no-common-ligatures; }
body, p, h1 { margin: 0; }
h1 { font-size: 13pt; }
header { margin-bottom: 4mm; }
.sheet { display: grid; grid-template-columns: repeat(3, 1fr); }
.number { break-inside: avoid; border: 0.2mm dashed #000; margin: -0.1mm; padding: 2.5mm; }
.big { font-size: 26pt; line-height: 1.1; font-weight: 700; text-align: center; font-variant-numeric: tabular-nums lining-nums; }
.client { text-align: center; padding-bottom: 2.5mm; border-bottom: 0.2mm dashed #000; }
.desk { padding-top: 2mm; display: grid; grid-template-columns: auto 1fr; column-gap: 2mm; align-items: end; }
.desk span:nth-of-type(odd):not(.small) { border-bottom: 0.2mm solid #000; height: 4.9mm; }
.desk .small { font-weight: 700; grid-column: 1 / -1; border: 0; height: auto; }
`;

const FIELDS = ['arrived', 'language', 'topic', 'began', 'ended', 'without'] as const;

/** Reserve numbers for a power cut, to be cut up: the upper half for the client, the lower half for the desk's notes. German. */
export function renderReserveSheetHtml(input: ReserveSheetInput): string {
  const last = Math.min(999, input.first + input.count - 1);
  const label = (number: number) => `${input.letterPrefix} ${String(number).padStart(3, '0')}`.trim();
  const title = phraseHtml(de.title, { from: escapeHtml(label(input.first)), to: escapeHtml(label(last)) });
  const numbers = Array.from({ length: last - input.first + 1 }, (_, index) => label(input.first + index));
  const card = (
    number: string,
  ) => `<article class="number"><div class="client"><p>${escapeHtml(de.yourNumber)}</p><p class="big">${escapeHtml(number)}</p><p>${escapeHtml(de.pleaseWait)}</p></div>
<div class="desk"><span class="small">${escapeHtml(number)}</span>${FIELDS.map((field) => `<span>${escapeHtml(de[field])}</span><span></span>`).join('')}</div></article>`;
  return `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>${title}</title><style>${input.fontFaceCss}${CSS}</style></head>
<body><header><h1>${title} · ${escapeHtml(input.officeName)}</h1><p>${escapeHtml(de.intro)}</p></header><main class="sheet">
${numbers.map(card).join('\n')}
</main></body></html>`;
}
