import ar from '../../resources/locales/ar/slip.json' with { type: 'json' };
import ckb from '../../resources/locales/ckb/slip.json' with { type: 'json' };
import de from '../../resources/locales/de/slip.json' with { type: 'json' };
import en from '../../resources/locales/en/slip.json' with { type: 'json' };
import fa from '../../resources/locales/fa/slip.json' with { type: 'json' };
import kmr from '../../resources/locales/kmr/slip.json' with { type: 'json' };
import { CLIENT_LANGUAGES, type ClientLanguage } from '../catalogue/catalogue.ts';
import type { LocalDate } from '../kernel/instants.ts';
import { clientDateAndTime } from '../languages/client-calendar.ts';
import { escapeHtml, isolate, languageAttributes } from '../languages/markup.ts';

const phrases = { de, en, ar, fa, kmr, ckb } satisfies Record<ClientLanguage, typeof de>;

export interface Slip {
  /** 1 to 999. */
  number: number;
  /** The office's letter before the number, or an empty text. */
  letterPrefix: string;
  issuedAtLocal: { date: LocalDate; time: string };
  officeName: string;
  /** What the client speaks. */
  language: string;
  /** What the client reads, where it is another. */
  readLanguage?: string;
  /** `@font-face` rules with static fonts. */
  fontFaceCss: string;
}

/**
 * The slip with a ticket's number as a complete page, 80 mm wide: the client's language first and large, German small
 * beneath; no name, no topic. A language without client texts falls back to German and English.
 */
export function renderSlipHtml(slip: Slip): string {
  const first = clientLanguage(slip.readLanguage) ?? clientLanguage(slip.language) ?? 'de';
  const languages: ClientLanguage[] = first === 'de' ? (clientLanguage(slip.language) ? ['de'] : ['de', 'en']) : [first, 'de'];
  const label = `${slip.letterPrefix}${slip.letterPrefix ? ' ' : ''}${String(slip.number).padStart(3, '0')}`;
  const title = phrases[first].title.replace('{{label}}', label);
  return `<!doctype html>
<html ${languageAttributes(first)} translate="no"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${slip.fontFaceCss}${CSS}</style></head>
<body><main><p class="office">${isolate(slip.officeName)}</p>
<p class="caption">${escapeHtml(phrases[first].yourNumber)}</p><h1>${isolate(label, 'ltr')}</h1>
${languages.map((language, index) => section(slip, language, index === 0)).join('\n')}
</main></body></html>`;
}

function clientLanguage(id: string | undefined): ClientLanguage | null {
  return CLIENT_LANGUAGES.find((language) => language === id) ?? null;
}

function section(slip: Slip, language: ClientLanguage, isFirst: boolean): string {
  const { pleaseWait, missed, todayOnly } = phrases[language];
  const issued = clientDateAndTime(language, slip.issuedAtLocal.date, slip.issuedAtLocal.time);
  return `<section class="${isFirst ? 'first' : 'second'}" ${languageAttributes(language)}>
<p class="wait">${escapeHtml(pleaseWait)}</p><p>${escapeHtml(missed)}</p><p>${escapeHtml(todayOnly)}</p><p class="issued">${escapeHtml(issued)}</p></section>`;
}

const CSS = `
@page { size: 80mm 140mm; margin: 4mm; }
* { box-sizing: border-box; margin: 0; }
body { font-family: "Noto Sans", "Vazirmatn", sans-serif; color: #000; background: #fff; }
main { max-width: 72mm; margin: 0 auto; text-align: center; }
p { line-height: 1.4; }
.office { font-size: 9pt; padding-bottom: 2mm; border-bottom: 0.3mm solid #000; }
.caption { margin-top: 4mm; font-size: 13pt; }
h1 { font-size: 54pt; line-height: 1.15; font-variant-numeric: tabular-nums; }
.first { margin-top: 3mm; font-size: 12pt; display: grid; gap: 2mm; }
.second { margin-top: 4mm; padding-top: 3mm; border-top: 0.2mm solid #000; font-size: 8.5pt; display: grid; gap: 1mm; }
.wait { font-weight: 700; }
`;
