/** A card of A6 upright; black on white, for any office printer. */
export const cardCss = `
@page { size: 105mm 148mm; margin: 0; }
* { box-sizing: border-box; }
html { color: #000; background: #fff; font: 3.4mm/4.6mm "Noto Sans", "Vazirmatn", sans-serif; font-variant-ligatures: no-common-ligatures; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body, p, h1, ul { margin: 0; padding: 0; font: inherit; }
ul { list-style: none; }
.card { width: 105mm; height: 148mm; padding: 5mm 7mm 4mm; display: flex; flex-direction: column; gap: 2mm; overflow: hidden; }
header { display: flex; justify-content: space-between; gap: 3mm; direction: ltr; font-size: 3mm; line-height: 4mm; color: #333; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.number::before { content: "Nr. "; }
.own, .de { display: block; }
.de { font-size: 2.7mm; line-height: 3.5mm; color: #333; }
/* Beneath the words that it repeats, on their side. */
[dir=rtl] .de { text-align: right; }
h1 { display: flex; justify-content: space-between; align-items: baseline; gap: 3mm; }
h1 .own { font-size: 6mm; line-height: 8mm; font-weight: 700; }
.when { border: 0.5mm solid #000; border-radius: 2mm; padding: 2mm 3.5mm; }
.day .own { font-size: 5.2mm; line-height: 7mm; font-weight: 700; text-wrap: balance; }
.solar { font-size: 4mm; line-height: 5.6mm; margin-top: 0.6mm; }
.time { display: flex; align-items: baseline; gap: 3mm; margin-top: 1mm; }
.clock { font-size: 10.5mm; line-height: 11mm; font-weight: 700; font-variant-numeric: tabular-nums lining-nums; }
svg { flex: none; width: 6mm; height: 6mm; }
.where { display: flex; flex-direction: column; gap: 1.8mm; }
.line { display: flex; gap: 2.5mm; align-items: flex-start; }
.line .own { font-size: 3.9mm; line-height: 5.4mm; font-weight: 700; }
.label .own { font-weight: 400; font-size: 3.2mm; line-height: 4.4mm; display: inline; }
.label .de { display: inline; margin: 0 2mm; }
.address { text-align: start; font-weight: 700; unicode-bidi: isolate; }
[dir=rtl] .address { text-align: right; }
.bring .heading .own { font-size: 3.9mm; line-height: 5.4mm; font-weight: 700; display: inline; }
.bring .heading .de { display: inline; margin: 0 2mm; }
.bring ul { display: grid; grid-template-columns: 1fr 1fr; gap: 1.4mm 3mm; margin-top: 1.2mm; }
.bring li { display: grid; grid-template: auto 1fr / 6mm 1fr; column-gap: 2mm; align-items: start; }
.bring li svg { grid-row: 1 / span 2; }
.bring li .own { font-size: 3.1mm; line-height: 4mm; }
.bring li .de { font-size: 2.4mm; line-height: 3.1mm; }
footer { margin-top: auto; border-top: 0.3mm solid #000; padding-top: 1.8mm; }
.cannot .own { font-size: 3.2mm; line-height: 4.3mm; }
.phone { display: flex; align-items: center; gap: 2mm; font-weight: 700; font-size: 3.8mm; margin-top: 1mm; }
.phone svg { width: 4.5mm; height: 4.5mm; }
.equal .de { font-size: 3mm; line-height: 4mm; color: #000; }
.equal .day .own { font-size: 4.8mm; line-height: 6.4mm; }
.equal h1 .de { font-size: 4mm; }
`;
