import appointmentAr from '../../resources/locales/ar/appointment-client.json' with { type: 'json' };
import lettersAr from '../../resources/locales/ar/letters-client.json' with { type: 'json' };
import appointmentCkb from '../../resources/locales/ckb/appointment-client.json' with { type: 'json' };
import lettersCkb from '../../resources/locales/ckb/letters-client.json' with { type: 'json' };
import appointmentDe from '../../resources/locales/de/appointment-client.json' with { type: 'json' };
import lettersDe from '../../resources/locales/de/letters-client.json' with { type: 'json' };
import appointmentEn from '../../resources/locales/en/appointment-client.json' with { type: 'json' };
import lettersEn from '../../resources/locales/en/letters-client.json' with { type: 'json' };
import appointmentFa from '../../resources/locales/fa/appointment-client.json' with { type: 'json' };
import lettersFa from '../../resources/locales/fa/letters-client.json' with { type: 'json' };
import appointmentKmr from '../../resources/locales/kmr/appointment-client.json' with { type: 'json' };
import lettersKmr from '../../resources/locales/kmr/letters-client.json' with { type: 'json' };
import { CLIENT_LANGUAGES, type ClientLanguage } from '../catalogue/catalogue.ts';
import type { LocalDate } from '../kernel/instants.ts';
import { clientDate, clientTime } from '../languages/client-calendar.ts';
import { escapeHtml, isolate, languageAttributes } from '../languages/markup.ts';
import { pictogramSvg } from '../languages/pictograms.ts';
import { solarDate } from '../languages/solar-date.ts';
import { cardCss } from './card-css.ts';
import type { Place } from './consulting-hours.rules.ts';

type CardPhrases = typeof appointmentDe;
export type BringPhrase = keyof typeof lettersDe.bring &
  (
    | 'id'
    | 'papers'
    | 'birthCertificate'
    | 'vaccinationRecord'
    | 'rentalContract'
    | 'meterReading'
    | 'healthCard'
    | 'certificates'
  );

/** The fixed words of the card, in the languages that clients read. */
export const cardPhrases = {
  de: appointmentDe,
  en: appointmentEn,
  ar: appointmentAr,
  fa: appointmentFa,
  kmr: appointmentKmr,
  ckb: appointmentCkb,
} satisfies Record<ClientLanguage, CardPhrases>;
const bring = {
  de: lettersDe.bring,
  en: lettersEn.bring,
  ar: lettersAr.bring,
  fa: lettersFa.bring,
  kmr: lettersKmr.bring,
  ckb: lettersCkb.bring,
} satisfies Record<ClientLanguage, typeof lettersDe.bring>;

export interface CardInput {
  /** Local day and wall time `HH:MM`. */
  day: LocalDate;
  from: string;
  place: Place;
  /** By which the appointment is found again, without a name. */
  number: number;
  officeName: string;
  /** Where to go; empty where nobody has to go anywhere. */
  address: string;
  /** Stop and line; empty: left out. */
  way: string;
  phone: string;
  /** What to bring along, or to have ready at home, in this order. */
  bring: readonly BringPhrase[];
  /** Any language of the catalogue. */
  language: string;
  /** `@font-face` rules with static Noto Sans and Vazirmatn as data URIs. */
  fontFaceCss: string;
}

function clientLanguage(languageId: string): ClientLanguage | null {
  return CLIENT_LANGUAGES.find((language) => language === languageId) ?? null;
}

/** The client's language large and German small; where we lack the language, German and English alike. */
function languagesOf(language: string): readonly [ClientLanguage] | readonly [ClientLanguage, ClientLanguage] {
  const own = clientLanguage(language);
  if (own === null) return ['de', 'en'];
  return own === 'de' ? ['de'] : [own, 'de'];
}

/** An A6 card holds so many things to bring without becoming small. */
const MOST_THINGS = 4;

/**
 * The reminder card of an appointment, A6, as a complete HTML document: weekday, day and time large, where and by which stop,
 * and what to bring with pictograms, or to have ready where nobody goes anywhere; in the client's language, German small
 * beside it. Persian readers get the day by their own calendar too. No name and no topic: cards are left lying about.
 */
export function renderAppointmentCard(input: CardInput): string {
  const [first, second] = languagesOf(input.language);
  const both = (pick: (texts: CardPhrases, language: ClientLanguage) => string) => {
    const own = `<span class="own" ${languageAttributes(first)}>${pick(cardPhrases[first], first)}</span>`;
    const other =
      second === undefined
        ? ''
        : `<span class="de" ${languageAttributes(second)}>${pick(cardPhrases[second], second)}</span>`;
    return `${own}${other}`;
  };
  const pair = (className: string, pick: (texts: CardPhrases, language: ClientLanguage) => string) =>
    `<p class="${className}">${both(pick)}</p>`;
  const isGoing = input.place === 'office' || input.place === 'outpost';
  // Where nobody goes anywhere, the papers lie on one's own table.
  const heading = isGoing ? 'bring' : 'haveReady';
  const things = input.place === 'phone' ? [] : input.bring.slice(0, MOST_THINGS);
  return `<!doctype html>
<html ${languageAttributes(first)} translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${escapeHtml(cardPhrases[first].title)}</title>
<style>${input.fontFaceCss}</style>
<style>${cardCss}</style>
</head>
<body>
<main class="card${first === 'de' && second !== undefined ? ' equal' : ''}">
<header><p class="office" lang="de">${isolate(input.officeName)}</p><p class="number" lang="de" dir="ltr">${input.number}</p></header>
<h1>${both((texts) => escapeHtml(texts.title))}</h1>
<div class="when">
${pair('day', (_texts, language) => isolate(clientDate(language, input.day)))}
${first === 'fa' ? `<p class="solar" ${languageAttributes('fa')}>${isolate(solarDate(input.day))}</p>` : ''}
<p class="time"><span class="clock" dir="ltr">${escapeHtml(input.from)}</span>${second === undefined ? '' : `<span class="de" lang="de" dir="ltr">${isolate(clientTime('de', input.from))}</span>`}</p>
</div>
<div class="where">
<div class="line">${pictogramSvg(input.place)}<div>${pair('', (texts) => escapeHtml(texts.places[input.place]))}
${isGoing && input.address !== '' ? `<p class="address" lang="de" dir="ltr">${isolate(input.address)}</p>` : ''}</div></div>
${
  isGoing && input.way !== ''
    ? `<div class="line">${pictogramSvg('way')}<div>${pair('label', (texts) => escapeHtml(texts.way))}<p class="address" lang="de" dir="ltr">${isolate(input.way)}</p></div></div>`
    : ''
}
</div>
${
  things.length === 0
    ? ''
    : `<section class="bring">${pair('heading', (texts) => escapeHtml(texts[heading]))}<ul>${things
        .map(
          (thing) =>
            `<li>${pictogramSvg(thing)}<span class="own" ${languageAttributes(first)}>${escapeHtml(bring[first][thing])}</span>${
              second === undefined
                ? ''
                : `<span class="de" ${languageAttributes(second)}>${escapeHtml(bring[second][thing])}</span>`
            }</li>`,
        )
        .join('')}</ul></section>`
}
<footer>${pair('cannot', (texts) => escapeHtml(texts.cannotCome))}
${input.phone === '' ? '' : `<p class="phone">${pictogramSvg('phone')}<span dir="ltr">${escapeHtml(input.phone)}</span></p>`}</footer>
</main>
</body>
</html>
`;
}
