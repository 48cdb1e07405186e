// Every measure of the page is a multiple of one unit, a millimetre at full size, so that the page as a whole can be
// set smaller when there is more to say than usual.
const u = (millimetres: number) => `calc(${millimetres} * var(--mm))`;
const type = (size: number, leading: number) => `font-size: ${u(size)}; line-height: ${u(leading)};`;

const TEAL = '#0b5c62';
const QUIET = '#4c555e';

/** What `companion-fit.ts` reckons with: widths and the height that the columns have, in mm. */
export const COMPANION_MM = { page: 174, gap: 9, aside: 66, cardPadding: 4, columnsHeight: 234 } as const;

/**
 * The style of the companion page. Only logical properties (start, end), so that the page is mirrored as a whole by its
 * `dir`; German lines stand at the same edge as what they translate, addresses keep their own direction inside.
 * `--mm` is set on the article.
 */
export const companionCss = `
@page companion { margin: 13mm 18mm 12mm 18mm; }
.companion { page: companion; break-before: page; ${type(4.06, 5.5)} }
.companion .de { ${type(2.65, 3.2)} color: ${QUIET}; }
.companion[dir=rtl] p.de { text-align: right; margin-top: ${u(0.4)}; }
.companion header { border-bottom: 0.5mm solid ${TEAL}; padding-bottom: ${u(2.5)}; margin-bottom: ${u(4)}; }
.companion h1 { ${type(7.1, 9.5)} font-weight: 700; color: ${TEAL}; }
.companion header .de { ${type(3, 3.8)} }
.companion .help { margin-top: ${u(1.6)}; }
.companion h2 { ${type(4.4, 5.9)} font-weight: 700; }
.companion h2 + .de { margin-bottom: ${u(1.6)}; }
.companion[lang=de] h2 { margin-bottom: ${u(1.6)}; }
.companion .columns { display: grid; grid-template-columns: 1fr ${COMPANION_MM.aside}mm; column-gap: ${COMPANION_MM.gap}mm; align-items: start; }
.companion section + section { margin-top: ${u(4.4)}; }
.companion .pair + .pair { margin-top: ${u(1.7)}; }
.companion .whole { white-space: nowrap; }
.companion .steps { counter-reset: step; }
.companion .steps > li { position: relative; padding-inline-start: ${u(9)}; counter-increment: step; }
.companion .steps > li::before { content: counter(step); position: absolute; inset-inline-start: 0; top: 0; width: ${u(6)}; height: ${u(6)}; border-radius: 50%; background: ${TEAL}; color: #fff; ${type(3.4, 6)} font-weight: 700; text-align: center; }
.companion .box > li { position: relative; padding-inline-start: ${u(6.6)}; }
.companion .box > li::before { content: ""; position: absolute; inset-inline-start: 0; top: ${u(1.1)}; width: ${u(3.4)}; height: ${u(3.4)}; border: 0.3mm solid ${TEAL}; border-radius: 0.6mm; }
.companion .dots { ${type(3.9, 5.2)} }
.companion .dots > li { position: relative; padding-inline-start: ${u(4)}; }
.companion .dots > li::before { content: ""; position: absolute; inset-inline-start: 0; top: ${u(2)}; width: ${u(1.4)}; height: ${u(1.4)}; border-radius: 50%; background: ${TEAL}; }
.companion .dots .pair + .pair { margin-top: ${u(1.2)}; }
.companion .card { padding: ${u(2.6)} ${COMPANION_MM.cardPadding}mm ${u(3)}; background: #eef3f2; border-radius: 1.5mm; }
.companion .place { ${type(3.9, 5.1)} margin-top: ${u(0.8)}; overflow-wrap: break-word; }
.companion[dir=rtl] .place { text-align: right; }
.companion .place strong { font-weight: 700; }
.companion .pair + .place, .companion .place + .pair { margin-top: ${u(1.7)}; }
.companion section.consent { padding-top: ${u(3)}; border-top: 0.2mm solid #b9c4c4; }
.companion[dir=rtl], .companion[dir=rtl] .dots { line-height: ${u(6.1)}; }
.companion[dir=rtl] h1 { line-height: ${u(11.5)}; }
.companion[dir=rtl] h2 { line-height: ${u(6.6)}; }
.companion .de, .companion[dir=rtl] .de { line-height: ${u(3.2)}; }
`;
