/** A card of A6 upright; black on white, for any office printer. The code is as wide as the card allows. */
export const profileCardCss = `
@page { size: 105mm 148mm; margin: 0; }
* { box-sizing: border-box; }
html { color: #000; background: #fff; font: 3.1mm/4.1mm "Noto Sans", "Vazirmatn", sans-serif; font-variant-ligatures: no-common-ligatures; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body, p, h1 { margin: 0; padding: 0; font: inherit; }
.card { width: 105mm; height: 148mm; padding: 4mm 7mm 3.5mm; display: flex; flex-direction: column; gap: 1.3mm; overflow: hidden; }
header { display: flex; justify-content: space-between; gap: 3mm; direction: ltr; font-size: 2.8mm; line-height: 3.6mm; color: #333; }
.number { font-variant-numeric: tabular-nums; letter-spacing: 0.3mm; white-space: nowrap; }
.own, .de { display: block; }
.de { font-size: 2.4mm; line-height: 3mm; color: #333; }
[dir=rtl] .de { text-align: right; }
h1 { display: flex; justify-content: space-between; align-items: baseline; gap: 3mm; }
h1 .own { font-size: 5.4mm; line-height: 7mm; font-weight: 700; }
.code { align-self: center; line-height: 0; }
.code svg { width: 66mm; height: 66mm; }
.opens .own { font-weight: 700; }
.days { display: flex; justify-content: space-between; gap: 4mm; border-top: 0.3mm solid #000; padding-top: 1.2mm; margin-top: auto; }
.until .own { font-weight: 700; }
.days .own { font-size: 2.9mm; line-height: 3.8mm; }
footer { display: flex; justify-content: space-between; align-items: center; gap: 4mm; }
.phone { display: flex; align-items: center; gap: 1.5mm; font-weight: 700; white-space: nowrap; }
svg { flex: none; width: 4.5mm; height: 4.5mm; }
`;
