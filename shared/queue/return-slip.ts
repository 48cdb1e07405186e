import ar from '../../resources/locales/ar/return-slip.json' with { type: 'json' };
import ckb from '../../resources/locales/ckb/return-slip.json' with { type: 'json' };
import de from '../../resources/locales/de/return-slip.json' with { type: 'json' };
import en from '../../resources/locales/en/return-slip.json' with { type: 'json' };
import fa from '../../resources/locales/fa/return-slip.json' with { type: 'json' };
import kmr from '../../resources/locales/kmr/return-slip.json' with { type: 'json' };
import { CLIENT_LANGUAGES, type ClientLanguage } from '../catalogue/catalogue.ts';
import type { LocalDate } from '../kernel/instants.ts';
import { clientDate } from '../languages/client-calendar.ts';
import { escapeHtml, languageAttributes } from '../languages/markup.ts';
import { phraseHtml } from '../languages/phrase.ts';

/** What stands on the slip, in each language that clients read. */
export const returnSlipPhrases = { de, en, ar, fa, kmr, ckb } satisfies Record<ClientLanguage, typeof de>;

export interface ReturnSlipInput {
  /** What the desk types when the slip is handed in. */
  code: string;
  /** The number that the person had. */
  label: string;
  /** The local day on which it was given. */
  day: LocalDate;
  officeName: string;
  openingHours: string;
  /** What the person reads; any language of the catalogue. */
  language: string;
  /** `@font-face` rules with static Noto Sans and Vazirmatn as data URIs. */
  fontFaceCss: string;
}

const CSS = `
@page { size: 105mm 148mm; margin: 7mm; }
html { color: #000; background: #fff; font: 12pt/1.45 "Noto Sans", "Vazirmatn", sans-serif; font-variant-ligatures: no-common-ligatures; }
body, p, h1 { margin: 0; }
.own { text-align: center; }
h1 { font-size: 18pt; line-height: 1.3; }
.code { direction: ltr; font-size: 34pt; line-height: 1.2; font-weight: 700; letter-spacing: 0.12em; text-align: center; margin: 4mm 0 2mm; }
.own p { margin-top: 2.5mm; }
.de { margin-top: 4mm; padding-top: 3mm; border-top: 0.4mm solid #000; font-size: 9pt; line-height: 1.35; text-align: center; }
.hours { white-space: pre-line; direction: ltr; }
`;

/**
 * A slip "first next time" as a complete HTML document: the code, and what to do with it in the client's language, small
 * below in German. No name and no topic, since slips are left lying about.
 */
export function renderReturnSlipHtml(input: ReturnSlipInput): string {
  const own = CLIENT_LANGUAGES.find((language) => language === input.language) ?? 'en';
  const title = phraseHtml(returnSlipPhrases.de.title, { code: escapeHtml(input.code) });
  const words = (language: ClientLanguage) => {
    const texts = returnSlipPhrases[language];
    const hours =
      input.openingHours === ''
        ? ''
        : `<p>${escapeHtml(texts.hours)}</p><p class="hours">${escapeHtml(input.openingHours)}</p>`;
    return `<p>${escapeHtml(texts.body)}</p><p><strong>${escapeHtml(texts.bring)}</strong></p><p>${escapeHtml(texts.once)}</p>${language === own ? hours : ''}`;
  };
  return `<!doctype html>
<html ${languageAttributes(own)}><head><meta charset="utf-8"><title>${title}</title><style>${input.fontFaceCss}${CSS}</style></head>
<body><main>
<section class="own" ${languageAttributes(own)}><h1>${escapeHtml(returnSlipPhrases[own].heading)}</h1><p class="code">${escapeHtml(input.code)}</p>${words(own)}</section>
<section class="de" lang="de" dir="ltr">${own === 'de' ? '' : `<p><strong>${escapeHtml(returnSlipPhrases.de.heading)}</strong></p>${words('de')}`}<p>${escapeHtml(input.officeName)} · ${escapeHtml(input.label)} · ${escapeHtml(clientDate('de', input.day))}</p></section>
</main></body></html>`;
}
