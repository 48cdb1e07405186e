// Every measure is a multiple of one unit, a millimetre at full size, so that a sheet with more to say is set smaller.
const u = (millimetres: number) => `calc(${millimetres} * var(--mm))`;
const type = (size: number, leading: number) => `font-size: ${u(size)}; line-height: ${u(leading)};`;

const TEAL = '#0b5c62';
const QUIET = '#4c555e';

/** What `step-sheet-fit.ts` reckons with, in mm. */
export const SHEET_MM = { text: 158, own: 4.5, german: 2.9, ownLeading: 6.3, germanLeading: 3.8, page: 272 } as const;

/**
 * The style of the step sheet: A4 upright, black and one colour, for any office printer. Only logical properties (start,
 * end), so that the whole page is mirrored by its `dir`; German lines and addresses keep their own direction inside.
 */
export const stepSheetCss = `
@page { size: A4; margin: 12mm 14mm 11mm; }
* { box-sizing: border-box; }
html { color: #000; background: #fff; font-family: "Noto Sans", "Vazirmatn", sans-serif; font-variant-ligatures: no-common-ligatures; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body, p, h1, h2, ul { margin: 0; padding: 0; font: inherit; }
ul { list-style: none; }
svg { flex: none; width: ${u(7)}; height: ${u(7)}; color: ${TEAL}; }
.sheet { ${type(SHEET_MM.own, SHEET_MM.ownLeading)} }
.own, .de { display: block; }
.solar { white-space: nowrap; }
.inline { display: inline; }
.de { ${type(SHEET_MM.german, SHEET_MM.germanLeading)} color: ${QUIET}; font-weight: 400; unicode-bidi: isolate; }
[dir=rtl] .de, [dir=rtl] .address { text-align: right; }
header { display: flex; justify-content: space-between; align-items: flex-start; gap: ${u(6)}; border-bottom: 0.5mm solid ${TEAL}; padding-bottom: ${u(2.4)}; }
h1 .own { ${type(7.4, 10)} font-weight: 700; color: ${TEAL}; }
header .help { margin-top: ${u(1)}; }
header .help .own { ${type(3.7, 5.2)} }
header .made { flex: none; max-width: ${u(62)}; ${type(3.1, 4.3)} color: ${QUIET}; text-align: end; }
[dir=rtl] .made .de { text-align: left; }
.owner { margin-top: ${u(3.4)}; break-inside: avoid-page; }
.owner h2 { display: flex; align-items: center; gap: ${u(2.4)}; background: #e4efee; border-radius: ${u(1.4)}; padding: ${u(1)} ${u(2.4)}; }
.owner h2 .own { ${type(4.9, 6.6)} font-weight: 700; }
.owner h2 .de { margin-inline-start: ${u(2)}; }
.step { display: grid; grid-template-columns: ${u(5)} ${u(8)} 1fr; column-gap: ${u(2.4)}; align-items: start; padding: ${u(2)} 0 ${u(1.8)}; border-bottom: 0.2mm solid #b9c4c4; break-inside: avoid; }
.box { width: ${u(4.6)}; height: ${u(4.6)}; border: 0.35mm solid #000; border-radius: ${u(0.8)}; margin-top: ${u(1)}; }
.what .own { font-weight: 600; overflow-wrap: break-word; }
.what .german { text-align: start; }
[dir=rtl] .what .german { text-align: right; }
.what .place { font-weight: 700; }
.note, .note .own { ${type(3.1, 4.3)} color: ${QUIET}; }
.due { display: flex; align-items: center; gap: ${u(1.8)}; margin-top: ${u(0.6)}; }
.due svg { width: ${u(4.8)}; height: ${u(4.8)}; }
.due .own { ${type(3.8, 5.3)} font-weight: 700; }
.due .solar { ${type(3.4, 5.3)} font-weight: 400; }
.due .de { margin-inline-start: ${u(2)}; }
.papers { display: grid; grid-template-columns: 1fr 1fr; gap: ${u(1.2)} ${u(3)}; margin-top: ${u(1.2)}; }
.papers li { display: grid; grid-template-columns: ${u(6)} 1fr; column-gap: ${u(1.8)}; align-items: start; }
.papers svg { width: ${u(6)}; height: ${u(6)}; }
.papers .own { ${type(3.7, 5)} font-weight: 400; }
.papers .de { ${type(2.6, 3.3)} }
.after { display: grid; grid-template-columns: 1fr 1fr; gap: ${u(4)}; margin-top: ${u(4)}; align-items: start; }
.after > :only-child { grid-column: 1 / -1; }
.next { border: 0.5mm solid ${TEAL}; border-radius: ${u(2)}; padding: ${u(2.4)} ${u(3.4)}; break-inside: avoid; }
h2 .own { ${type(4.3, 5.8)} font-weight: 700; }
.next .day .own { ${type(5, 7)} font-weight: 700; text-wrap: balance; }
.next .solar { ${type(3.7, 5.2)} font-weight: 400; }
.next .time { display: flex; align-items: baseline; gap: ${u(3)}; }
.clock { ${type(8.4, 10)} font-weight: 700; font-variant-numeric: tabular-nums lining-nums; }
.line { display: flex; gap: ${u(2.2)}; align-items: flex-start; margin-top: ${u(1)}; }
.line .own { ${type(3.8, 5.3)} }
.cannot { margin-top: ${u(1.2)}; }
.cannot .own { ${type(3.3, 4.6)} }
.number, .number .own { ${type(3.2, 4.4)} color: ${QUIET}; margin-top: ${u(1)}; }
.card { padding: ${u(2.2)} ${u(3.4)}; background: #f1f5f4; border-radius: ${u(1.6)}; break-inside: avoid; }
.card + .card { margin-top: ${u(2)}; }
.address { ${type(3.6, 4.9)} unicode-bidi: isolate; }
.address strong { font-weight: 700; }
.fact, footer .fact .own { ${type(3.4, 4.7)} font-weight: 400; }
.way { display: flex; align-items: center; gap: ${u(1.6)}; margin-top: ${u(1.4)}; ${type(3.2, 4.3)} }
.way svg { width: ${u(5.4)}; height: ${u(5.4)}; }
.way .dots { flex: 1 1 ${u(10)}; min-width: ${u(8)}; border-top: ${u(0.7)} dotted ${TEAL}; }
.way .stop { font-weight: 700; max-width: ${u(44)}; }
footer { margin-top: ${u(4)}; border-top: 0.3mm solid #000; padding-top: ${u(2)}; display: grid; grid-template-columns: 1fr 1fr; gap: ${u(4)}; break-inside: avoid; }
footer .own { ${type(3.8, 5.3)} font-weight: 600; }
`;
