import { CLIENT_LANGUAGES } from '../catalogue/catalogue.ts';
import { clientDateAndTime } from '../languages/client-calendar.ts';
import { escapeHtml, isolate, languageAttributes } from '../languages/markup.ts';
import { phraseHtml } from '../languages/phrase.ts';
import type { PaperSize } from '../screens/screens.contract.ts';
import { slipCss } from './slip-css.ts';
import { slipPhrases } from './slip-phrases.ts';
import { pictureSvg } from './ticket-picture.ts';

/** One hard string: how it must look is said beside it, in words that need no knowledge of the script. */
interface HardString {
  language: 'ar' | 'fa' | 'ckb' | 'kmr' | 'de';
  /** The line; `{{…}}` are values that keep their own direction. */
  line: string;
  values: Readonly<Record<string, string>>;
  /** The pieces that whoever looks at the paper must find in the line, in this order. */
  check: readonly string[];
}

/**
 * What printers and programs get wrong: digits, dates, phone numbers, IBANs and German street names inside text that
 * runs from right to left, letters that must join, letters that only Sorani or Kurmanji has, brackets, a long line.
 */
export const HARD_STRINGS: readonly HardString[] = [
  {
    language: 'ar',
    line: 'رقمكم {{number}} في المكتب {{desk}}.',
    values: { number: 'A 023', desk: '2' },
    check: ['A 023', '2'],
  },
  {
    language: 'ar',
    line: 'الموعد يوم {{date}} الساعة {{time}}.',
    values: { date: '24.12.2026', time: '09:41' },
    check: ['24.12.2026', '09:41'],
  },
  {
    language: 'ar',
    line: 'العنوان: {{street}}، {{town}}.',
    values: { street: 'Westerfilder Straße 54–56', town: '44357 Dortmund' },
    check: ['Westerfilder Straße 54–56', '44357 Dortmund'],
  },
  {
    language: 'ar',
    line: 'رقم الحساب {{iban}} (لدى {{bank}}).',
    values: { iban: 'DE02 1203 0000 0000 2020 51', bank: 'Sparkasse' },
    check: ['DE02 1203 0000 0000 2020 51', '(Sparkasse)'],
  },
  {
    language: 'fa',
    line: 'تلفن: {{phone}} – داخلی {{extension}}، می‌توانید بپرسید.',
    values: { phone: '+49 231 50-11148', extension: '12/3' },
    check: ['+49 231 50-11148', '12/3'],
  },
  {
    language: 'fa',
    line: 'نامهٔ شما با شمارهٔ {{file}} رسید: «پ چ ژ گ ک ی».',
    values: { file: '50.2-47/2026-B' },
    check: ['50.2-47/2026-B', 'پ چ ژ گ ک ی'],
  },
  {
    language: 'ckb',
    line: 'ژمارەکەتان {{number}}ە؛ ڕۆژی {{date}}، نرخ {{price}}.',
    values: { number: 'B 999', date: '01.02.2027', price: '12,50 €' },
    check: ['B 999', '01.02.2027', '12,50 €'],
  },
  {
    language: 'ckb',
    line: 'ڕ ڵ ۆ ێ ە ھ گ چ پ ژ ڤ: کوردی، خوێندنگە، {{street}}.',
    values: { street: 'Münsterstraße 9½' },
    check: ['ڕ ڵ ۆ ێ ە ھ ڤ', 'Münsterstraße 9½'],
  },
  {
    language: 'kmr',
    line: 'Hejmara we {{number}} ye; roja {{date}}. Ç Ê Î Ş Û ç ê î ş û.',
    values: { number: 'C 007', date: '31.12.2026' },
    check: ['Ç Ê Î Ş Û'],
  },
  {
    language: 'de',
    line: 'Groß- und Überführungsstraße, ÄÖÜ äöü ß ẞ, {{name}}, {{price}}.',
    values: { name: 'Nguyễn Đặng Łukasz İlkay', price: '1.234,56 €' },
    check: ['Nguyễn Đặng Łukasz İlkay', '1.234,56 €'],
  },
];

/**
 * A page to see whether this printer sets every script right. Above each line stand, small, the pieces that must be found
 * in it.
 *
 * @param words what the page is called and what to look for, in the staff's language
 */
export function renderSelfTestHtml(input: {
  paper: PaperSize;
  fontFaceCss: string;
  words: { title: string; lookFor: string };
}): string {
  const { paper, fontFaceCss, words } = input;
  const blocks = HARD_STRINGS.map(({ language, line, values, check }, index) => {
    const html = phraseHtml(
      line,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolate(value, 'ltr')])),
    );
    return `<section class="hard"><p class="de" lang="de" dir="ltr">${index + 1} · ${check.map((piece) => isolate(piece)).join(' · ')}</p><p class="own" ${languageAttributes(language)}>${html}</p></section>`;
  });
  const dates = CLIENT_LANGUAGES.map(
    (language) =>
      `<p class="own" ${languageAttributes(language)}>${isolate(clientDateAndTime(language, '2026-12-24', '09:41'))} · ${escapeHtml(slipPhrases[language].yourNumber)} <bdi dir="ltr">A 023</bdi></p>`,
  );
  return `<!doctype html>
<html lang="de" dir="ltr" translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${escapeHtml(words.title)}</title>
<style>${fontFaceCss}</style>
<style>${slipCss(paper)}
.hard { border-top: 0.3mm solid #000; padding: 0.6mm 0; }
.hard .own { font-size: 3.4mm; line-height: 5mm; }
.hard bdi { white-space: nowrap; }
${paper === 'thermal-80' ? '@page { size: 80mm 240mm; }' : ''}
${paper === 'A6' ? '.hard .own { font-size: 2.8mm; line-height: 3.9mm; } .hard { padding: 0.2mm 0; } .dates { display: none; }' : ''}
.pictures { display: flex; flex-wrap: wrap; justify-content: center; gap: 1mm; }
.pictures svg { width: 9mm; height: 9mm; }
</style>
</head>
<body>
<main class="slip">
<h1 class="office">${escapeHtml(words.title)}</h1>
<p class="de">${escapeHtml(words.lookFor)}</p>
${blocks.join('\n')}
<section class="hard dates">${dates.join('\n')}</section>
<div class="pictures">${[1, 2, 3, 4, 5, 6].map((number) => pictureSvg(number, { paper: true })).join('')}</div>
</main>
</body>
</html>
`;
}
