import { CLIENT_LANGUAGES, type ClientLanguage } from '../catalogue/catalogue.ts';
import { clientDate, clientDateAndTime, clientTime } from '../languages/client-calendar.ts';
import { escapeHtml, isolate, languageAttributes } from '../languages/markup.ts';
import { phraseHtml } from '../languages/phrase.ts';
import type { PaperSize } from '../screens/screens.contract.ts';
import { pictureName } from './picture-name.ts';
import { slipCss } from './slip-css.ts';
import { type SlipPhrases, slipPhrases } from './slip-phrases.ts';
import { pictureSvg } from './ticket-picture.ts';

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
  /** How long the wait will be, in minutes; null: nothing can be said honestly, and the slip says nothing. */
  range: { fromMinutes: number; toMinutes: number } | null;
  paper: PaperSize;
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

/** The wait as a range, never as a point; nothing where nothing can be said. */
function rangeHtml(texts: SlipPhrases, { range }: SlipInput): string {
  if (range === null) return '';
  const values = { from: isolate(String(range.fromMinutes), 'ltr'), to: isolate(String(range.toMinutes), 'ltr') };
  return phraseHtml(range.fromMinutes === 0 ? texts.waitUpTo : texts.waitRange, values);
}

/** The sentences, in large print each on a line of its own: that is easier for somebody who reads slowly. */
function sentences(text: string, isLarge: boolean): string {
  return text
    .split(/(?<=[.?!؟])\s+/)
    .map(escapeHtml)
    .join(isLarge ? '<br>' : ' ');
}

/**
 * A waiting slip as a complete HTML document for a paper: number, picture, day and time, the range of the wait, office,
 * and what to do; in the client's language, small below in German. No name and no topic, since slips are left lying
 * about.
 */
export function renderSlipHtml(input: SlipInput): string {
  const [first, second] = languagesOf(input);
  const { date, time } = input.issuedAtLocal;
  const label = `${input.letterPrefix} ${String(input.number).padStart(3, '0')}`.trim();
  const pair = (className: string, pick: (texts: SlipPhrases, language: ClientLanguage) => string) => {
    const own = `<p class="own" ${languageAttributes(first)}>${pick(slipPhrases[first], first)}</p>`;
    const other =
      second === undefined
        ? ''
        : `<p class="de" ${languageAttributes(second)}>${pick(slipPhrases[second], second)}</p>`;
    return `<div class="pair ${className}">${own}${other}</div>`;
  };
  return `<!doctype html>
<html ${languageAttributes(first)} translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${phraseHtml(slipPhrases[first].title, { label: escapeHtml(label) })}</title>
<style>${input.fontFaceCss}</style>
<style>${slipCss(input.paper)}</style>
</head>
<body>
<main class="slip${first === 'de' && second !== undefined ? ' equal' : ''}">
<p class="office" lang="de">${isolate(input.officeName)}</p>
<div class="rule"></div>
${pair('', (texts) => escapeHtml(texts.yourNumber))}
<div class="who"><h1 class="number" dir="ltr">${numberHtml(input)}</h1><div class="picture">${pictureSvg(input.number, { paper: true })}</div></div>
${pair('', (_texts, language) => isolate(pictureName(language, input.number)))}
${pair('issued', (_texts, language) =>
  language === first
    ? `${isolate(clientDate(language, date))}<br>${isolate(clientTime(language, time))}`
    : isolate(clientDateAndTime(language, date, time)),
)}
<div class="rule"></div>
${input.range === null ? '' : pair('range', (texts) => rangeHtml(texts, input))}
${pair('wait', (texts, language) => sentences(texts.pleaseWait, language === first))}
${pair('', (texts, language) => sentences(texts.missed, language === first))}
${pair('', (texts) => escapeHtml(texts.todayOnly))}
</main>
</body>
</html>
`;
}
