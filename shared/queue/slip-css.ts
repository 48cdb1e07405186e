/** A slip of 80 mm for receipt printers; on A6 and A4 the same column stands at the top, in the middle. */
export const slipCss = `
@page { size: 80mm 148mm; margin: 0; }
* { box-sizing: border-box; }
html { color: #000; font: 3.4mm/4.8mm "Noto Sans", "Vazirmatn", sans-serif; font-variant-ligatures: no-common-ligatures; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body, p, h1 { margin: 0; font: inherit; }
.slip { width: 72mm; margin: 0 auto; padding: 5mm 0 4mm; text-align: center; }
.own, .de { text-wrap: balance; }
.own { font-size: 4.4mm; line-height: 6mm; }
.own[dir=rtl] { line-height: 6.8mm; }
.de { font-size: 2.9mm; line-height: 3.8mm; color: #333; }
.pair + .pair { margin-top: 2.4mm; }
.office { font-size: 3.4mm; line-height: 4.4mm; font-weight: 700; }
.rule { border-top: 0.4mm solid #000; margin: 3mm 0; }
.number { font-size: 25mm; line-height: 25mm; font-weight: 700; font-variant-numeric: tabular-nums lining-nums; letter-spacing: -0.3mm; white-space: nowrap; }
.number .letter { font-size: 15mm; padding-inline-end: 2.5mm; vertical-align: 3mm; }
.wait > .own { font-size: 5mm; line-height: 6.8mm; font-weight: 700; }
.equal .own { font-size: 3.9mm; line-height: 5.2mm; }
.equal .de { font-size: 3.7mm; line-height: 5mm; color: #000; }
`;
