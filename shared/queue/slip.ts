import ar from '../../resources/locales/ar/slip.json' with { type: 'json' };
import ckb from '../../resources/locales/ckb/slip.json' with { type: 'json' };
import de from '../../resources/locales/de/slip.json' with { type: 'json' };
import en from '../../resources/locales/en/slip.json' with { type: 'json' };
import fa from '../../resources/locales/fa/slip.json' with { type: 'json' };
import kmr from '../../resources/locales/kmr/slip.json' with { type: 'json' };
import { CLIENT_LANGUAGES, type ClientLanguage } from '../catalogue/catalogue.ts';
import { clientDate, clientDateAndTime, clientTime } from '../languages/client-calendar.ts';
import { escapeHtml, isolate, languageAttributes } from '../languages/markup.ts';
import { phraseHtml } from '../languages/phrase.ts';
import { slipCss } from './slip-css.ts';

type SlipPhrases = typeof de;
const phrases = { de, en, ar, fa, kmr, ckb } satisfies Record<ClientLanguage, SlipPhrases>;

export interface SlipInput {
  /** 1 to 999. */
  number: number;
  /** One capital letter, or nothing. */
  letterPrefix: string;
  /** Local day and wall time (`HH:MM`). */
  issuedAtLocal: { date: string; time: string };
  officeName: string;
  /** What the person speaks; any language of the catalogue. */
  language: string;
  /** What the person reads, where that is another language. */
  readLanguage?: string | undefined;
  /** `@font-face` rules with static Noto Sans and Vazirmatn as data URIs. */
  fontFaceCss: string;
}

function clientLanguage(languageId: string): ClientLanguage | null {
  return CLIENT_LANGUAGES.find((language) => language === languageId) ?? null;
}

/** The languages of a slip, the first one large. German always stands on it; where we lack the language, English too. */
function languagesOf(input: SlipInput): readonly [ClientLanguage] | readonly [ClientLanguage, ClientLanguage] {
  const own = clientLanguage(input.readLanguage ?? input.language) ?? clientLanguage(input.language);
  if (own === null) return ['de', 'en'];
  return own === 'de' ? ['de'] : [own, 'de'];
}

/** A number as it is called and shown: three digits, after the office's letter if it has one. Always Western digits. */
function numberHtml({ number, letterPrefix }: SlipInput): string {
  const letter = letterPrefix === '' ? '' : `<span class="letter">${escapeHtml(letterPrefix)}</span>`;
  return `${letter}${String(number).padStart(3, '0')}`;
}

/** The sentences, in large print each on a line of its own: that is easier for somebody who reads slowly. */
function sentences(text: string, isLarge: boolean): string {
  return text
    .split(/(?<=[.?!؟])\s+/)
    .map(escapeHtml)
    .join(isLarge ? '<br>' : ' ');
}

/**
 * A waiting slip as a complete HTML document, 80 mm wide: number, day and time, office, and what to do; in the client's
 * language, small below in German. No name and no topic, since slips are left lying about (domain.md 9).
 */
export function renderSlipHtml(input: SlipInput): string {
  const [first, second] = languagesOf(input);
  const { date, time } = input.issuedAtLocal;
  const label = `${input.letterPrefix} ${String(input.number).padStart(3, '0')}`.trim();
  const pair = (className: string, pick: (texts: SlipPhrases, language: ClientLanguage) => string) => {
    const own = `<p class="own" ${languageAttributes(first)}>${pick(phrases[first], first)}</p>`;
    const other =
      second === undefined ? '' : `<p class="de" ${languageAttributes(second)}>${pick(phrases[second], second)}</p>`;
    return `<div class="pair ${className}">${own}${other}</div>`;
  };
  return `<!doctype html>
<html ${languageAttributes(first)} translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${phraseHtml(phrases[first].title, { label: escapeHtml(label) })}</title>
<style>${input.fontFaceCss}</style>
<style>${slipCss}</style>
</head>
<body>
<main class="slip${first === 'de' && second !== undefined ? ' equal' : ''}">
<p class="office" lang="de">${isolate(input.officeName)}</p>
<div class="rule"></div>
${pair('', (texts) => escapeHtml(texts.yourNumber))}
<h1 class="number" dir="ltr">${numberHtml(input)}</h1>
${pair('issued', (_texts, language) =>
  language === first
    ? `${isolate(clientDate(language, date))}<br>${isolate(clientTime(language, time))}`
    : isolate(clientDateAndTime(language, date, time)),
)}
<div class="rule"></div>
${pair('wait', (texts, language) => sentences(texts.pleaseWait, language === first))}
${pair('', (texts, language) => sentences(texts.missed, language === first))}
${pair('', (texts) => escapeHtml(texts.todayOnly))}
</main>
</body>
</html>
`;
}
