import ar from '../../resources/locales/ar/profile-card-client.json' with { type: 'json' };
import ckb from '../../resources/locales/ckb/profile-card-client.json' with { type: 'json' };
import de from '../../resources/locales/de/profile-card-client.json' with { type: 'json' };
import en from '../../resources/locales/en/profile-card-client.json' with { type: 'json' };
import fa from '../../resources/locales/fa/profile-card-client.json' with { type: 'json' };
import kmr from '../../resources/locales/kmr/profile-card-client.json' with { type: 'json' };
import type { ClientLanguage } from '../catalogue/catalogue.ts';
import type { LocalDate } from '../kernel/instants.ts';
import { escapeHtml, isolate, languageAttributes } from '../languages/markup.ts';
import { phraseHtml } from '../languages/phrase.ts';
import { pictogramSvg } from '../languages/pictograms.ts';
import { solarDate } from '../languages/solar-date.ts';
import { profileCardCss } from './profile-card-css.ts';

type CardPhrases = typeof de;
export const profileCardPhrases = { de, en, ar, fa, kmr, ckb } satisfies Record<ClientLanguage, CardPhrases>;

/** How the network of the offices calls itself, in every language. */
const NETWORK = 'lokal willkommen';

export interface ProfileCardPage {
  issuedOn: LocalDate;
  validUntil: LocalDate;
  /** Tells cards apart; it is random and says nothing of anybody. */
  number: string;
  officeName: string;
  /** Whom to tell that the card is lost; empty: left out. */
  phone: string;
  language: ClientLanguage;
  /** The code as SVG. */
  qr: string;
  /** `@font-face` rules with static Noto Sans and Vazirmatn as data URIs. */
  fontFaceCss: string;
}

/**
 * The profile card, A6, as a complete HTML document: the code, what it is for, until when it holds and who opens it; in the
 * client's language with German small beneath. Nothing on it says whose it is: cards are left lying about.
 */
export function renderProfileCard(page: ProfileCardPage): string {
  const { language } = page;
  const say = (
    tag: 'h1' | 'p',
    className: string,
    pick: (phrases: CardPhrases) => string,
    values: (spoken: ClientLanguage) => Record<string, string> = () => ({}),
  ) => {
    const inOne = (spoken: ClientLanguage) => phraseHtml(pick(profileCardPhrases[spoken]), values(spoken));
    const german = language === 'de' ? '' : `<span class="de" ${languageAttributes('de')}>${inOne('de')}</span>`;
    return `<${tag} class="${className}"><span class="own">${inOne(language)}</span>${german}</${tag}>`;
  };
  const network = () => ({ network: isolate(NETWORK, 'ltr') });
  // In digits, as on German papers: a clerk who asks for the card reads it too. Persian readers get their own calendar beside.
  const date = (day: LocalDate) => (spoken: ClientLanguage) => {
    const digits = isolate(day.split('-').reverse().join('.'), 'ltr');
    return { date: spoken === 'fa' ? `${digits} (${isolate(solarDate(day))})` : digits };
  };
  return `<!doctype html>
<html ${languageAttributes(language)} translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${escapeHtml(profileCardPhrases[language].title)}</title>
<style>${page.fontFaceCss}</style>
<style>${profileCardCss}</style>
</head>
<body>
<main class="card">
<header><p lang="de">${isolate(page.officeName)}</p><p class="number" lang="de" dir="ltr">${escapeHtml(page.number)}</p></header>
${say('h1', '', (phrases) => phrases.title)}
${say('p', 'purpose', (phrases) => phrases.purpose)}
<div class="code" role="img" aria-label="QR">${page.qr}</div>
${say('p', 'opens', (phrases) => phrases.opens, network)}
${say('p', 'pin', (phrases) => phrases.pin)}
<div class="days">${say('p', 'until', (phrases) => phrases.until, date(page.validUntil))}
${say('p', '', (phrases) => phrases.issued, date(page.issuedOn))}</div>
<footer>${say('p', '', (phrases) => phrases.lost)}${
    page.phone === ''
      ? ''
      : `<p class="phone">${pictogramSvg('phone')}<span dir="ltr">${escapeHtml(page.phone)}</span></p>`
  }</footer>
</main>
</body>
</html>
`;
}
