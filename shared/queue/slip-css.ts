import type { PaperSize } from '../screens/screens.contract.ts';

/**
 * How large one unit of the slip is on each paper: the column is 72 units wide, which is what a roll of 80 mm can print.
 * `height` of the roll is what the longest of all slips takes.
 */
const PAPERS: Readonly<Record<PaperSize, { page: string; unitMm: number; top: number }>> = {
  'thermal-80': { page: '80mm 172mm', unitMm: 1, top: 4 },
  A6: { page: '105mm 148mm', unitMm: 0.84, top: 3 },
  A4: { page: '210mm 297mm', unitMm: 1.7, top: 8 },
};

/**
 * The slip's styles for a paper. Black and white alone, and no line thinner than a dot of a receipt printer (1/8 mm):
 * so it is the same printed as text, printed as an image, and copied.
 */
export function slipCss(paper: PaperSize): string {
  const { page, unitMm, top } = PAPERS[paper];
  const mm = (units: number) => `${Math.round(units * unitMm * 100) / 100}mm`;
  return `
@page { size: ${page}; margin: 0; }
* { box-sizing: border-box; }
html { color: #000; background: #fff; font: ${mm(3.4)}/${mm(4.8)} "Noto Sans", "Vazirmatn", sans-serif; font-variant-ligatures: no-common-ligatures; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body, p, h1 { margin: 0; font: inherit; }
.slip { width: ${mm(72)}; margin: 0 auto; padding: ${mm(top)} 0 ${mm(3)}; text-align: center; }
.own, .de { text-wrap: balance; }
.own { font-size: ${mm(4.4)}; line-height: ${mm(6)}; }
.own[dir=rtl] { line-height: ${mm(6.8)}; }
.de { font-size: ${mm(2.9)}; line-height: ${mm(3.8)}; }
.pair + .pair { margin-top: ${mm(2.2)}; }
.office { font-size: ${mm(3.4)}; line-height: ${mm(4.4)}; font-weight: 700; }
.rule { border-top: ${mm(0.4)} solid #000; margin: ${mm(2.4)} 0; }
.who { display: flex; align-items: center; justify-content: center; gap: ${mm(3)}; direction: ltr; }
.number { font-size: ${mm(21.5)}; line-height: ${mm(21.5)}; font-weight: 700; font-variant-numeric: tabular-nums lining-nums; letter-spacing: -${mm(0.3)}; white-space: nowrap; }
.number .letter { font-size: ${mm(12)}; padding-inline-end: ${mm(1.6)}; vertical-align: ${mm(3)}; }
.picture svg { display: block; width: ${mm(22)}; height: ${mm(22)}; }
.range > .own { font-weight: 700; }
.wait > .own { font-size: ${mm(5)}; line-height: ${mm(6.8)}; font-weight: 700; }
.equal .own { font-size: ${mm(3.9)}; line-height: ${mm(5.2)}; }
.equal .de { font-size: ${mm(3.7)}; line-height: ${mm(5)}; }
`;
}
