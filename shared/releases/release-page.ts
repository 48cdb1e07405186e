import type { ClientLanguage } from '../catalogue/catalogue.ts';
import { escapeHtml, languageAttributes } from '../languages/markup.ts';
import { phraseHtml } from '../languages/phrase.ts';
import { type ReleasePhrases, releasePhrases } from './release-phrases.ts';

/** Picks one phrase from a language's phrases. */
export type Pick = (phrases: ReleasePhrases) => string;
/** The values of a phrase as HTML, made anew for each language. */
export type Values = (language: ClientLanguage) => Record<string, string>;

/**
 * Says phrases in both languages side by side, the client's own first; once if that is German. The row's direction is the
 * page's, so that the client's language begins where they begin to read.
 */
export function bothLanguages(language: ClientLanguage) {
  return (tag: 'h1' | 'h2' | 'p' | 'li', pick: Pick, values: Values = () => ({})): string => {
    const say = (spoken: ClientLanguage) => phraseHtml(pick(releasePhrases[spoken]), values(spoken));
    const inner = tag === 'li' ? 'p' : tag;
    const own = `<${inner}>${say(language)}</${inner}>`;
    // A heading is said once as a heading, so that a list of headings has each one once.
    const german = language === 'de' ? '' : `<p class="de ${inner}" ${languageAttributes('de')}>${say('de')}</p>`;
    return tag === 'li' ? `<li class="row">${own}${german}</li>` : `<div class="row">${own}${german}</div>`;
  };
}

const TEAL = '#0b5c62';
const QUIET = '#4c555e';

/** The style of the pages that a client takes along: one A4 page, the second column small and in German. */
export const releaseCss = `
@page { size: 210mm 297mm; margin: 11mm 17mm 9mm; }
html { color: #1b1f23; background: #fff; font: 9.7pt/1.34 "Noto Sans", "Vazirmatn", sans-serif; font-variant-ligatures: no-common-ligatures; }
html[dir=rtl] { font-size: 9.4pt; line-height: 1.42; }
body, h1, h2, p, ul, dl, dd, table { margin: 0; padding: 0; }
ul { list-style: none; }
.row { display: grid; grid-template-columns: 1.5fr 1fr; column-gap: 7mm; align-items: start; }
html[lang=de] .row { grid-template-columns: 1fr; }
.row + .row { margin-top: 0.8mm; }
.de { font-size: 7.4pt; line-height: 1.25; color: ${QUIET}; text-align: left; }
h1, .de.h1 { font-weight: 700; }
h1 { font-size: 16.5pt; line-height: 1.3; color: ${TEAL}; }
.de.h1 { font-size: 10.5pt; padding-top: 1.4mm; }
h2, .de.h2 { font-weight: 700; }
h2 { font-size: 11pt; line-height: 1.35; }
header { border-bottom: 0.5mm solid ${TEAL}; padding-bottom: 2.2mm; }
header .row + .row { margin-top: 1.6mm; }
section { margin-top: 2.4mm; break-inside: avoid; }
section > .row:first-child { margin-bottom: 0.4mm; }
.who { padding: 1.6mm 3mm; border: 0.3mm solid ${TEAL}; border-radius: 1.5mm; }
.name { font-weight: 700; }
.place { font-size: 8.4pt; line-height: 1.3; margin-bottom: 0.8mm; color: ${QUIET}; }
.box > li { position: relative; padding-inline-start: 5.4mm; }
.box > li::before { content: "✓"; position: absolute; inset-inline-start: 0; color: ${TEAL}; font-weight: 700; }
.sign { display: grid; grid-template-columns: repeat(3, 1fr); gap: 9mm 6mm; margin-top: 11mm; break-inside: avoid; }
.sign > div { border-top: 0.25mm solid #1b1f23; padding-top: 0.8mm; font-size: 8.5pt; line-height: 1.35; }
.sign .de { font-size: 7.4pt; line-height: 1.25; }
.foot { margin-top: 2.5mm; font-size: 7.6pt; color: ${QUIET}; display: flex; justify-content: space-between; gap: 6mm; }
table { width: 100%; border-collapse: collapse; margin-top: 4mm; font-size: 9.6pt; }
th, td { text-align: start; vertical-align: top; padding: 1.4mm 2mm; border-bottom: 0.2mm solid #b9c4c4; }
th .de, td .de { font-weight: 400; }
html[dir=rtl] :is(th, td, .sign) .de { text-align: right; }
`;

/** A whole page of HTML in the client's language. */
export function page(
  language: ClientLanguage,
  { title, body, fontFaceCss }: { title: string; body: string; fontFaceCss: string },
): string {
  return `<!doctype html>
<html ${languageAttributes(language)}><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${fontFaceCss}${releaseCss}</style></head>
<body>${body}</body></html>`;
}
