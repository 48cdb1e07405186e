import appointmentAr from '../../resources/locales/ar/appointment-client.json' with { type: 'json' };
import appointmentCkb from '../../resources/locales/ckb/appointment-client.json' with { type: 'json' };
import appointmentDe from '../../resources/locales/de/appointment-client.json' with { type: 'json' };
import appointmentEn from '../../resources/locales/en/appointment-client.json' with { type: 'json' };
import appointmentFa from '../../resources/locales/fa/appointment-client.json' with { type: 'json' };
import appointmentKmr from '../../resources/locales/kmr/appointment-client.json' with { type: 'json' };
import type { ClientLanguage } from '../catalogue/catalogue.ts';
import { clientTime } from '../languages/client-calendar.ts';
import { escapeHtml, isolate, languageAttributes } from '../languages/markup.ts';
import { pictogramSvg } from '../languages/pictograms.ts';
import { wayStub } from './sheet-place.ts';
import { dayInWords, fixedWords, inBoth, type SheetLanguages } from './sheet-words.ts';
import type { SheetAppointment } from './step-sheet.ts';

const cardWords = {
  de: appointmentDe,
  en: appointmentEn,
  ar: appointmentAr,
  fa: appointmentFa,
  kmr: appointmentKmr,
  ckb: appointmentCkb,
} satisfies Record<ClientLanguage, typeof appointmentDe>;

/** The appointment that follows, as on its card: day and time large, where, how to get there, what to do if it cannot be. */
export function appointmentBox(appointment: SheetAppointment, officeName: string, languages: SheetLanguages): string {
  const { day, from, place, number, address, way } = appointment;
  const said = (pick: (words: typeof appointmentDe) => string) =>
    inBoth(languages, (language) => escapeHtml(pick(cardWords[language])));
  const isGoing = place === 'office' || place === 'outpost';
  const german = languages.includes('de') && languages[0] !== 'de';
  return `<section class="next"><h2>${fixedWords(languages, (words) => words.next)}</h2>
<p class="day">${dayInWords(languages, day)}</p>
<p class="time"><span class="clock" dir="ltr">${escapeHtml(from)}</span>${german ? `<span class="de" ${languageAttributes('de')}>${isolate(clientTime('de', from))}</span>` : ''}</p>
<div class="line">${pictogramSvg(place)}<div>${said((words) => words.places[place])}${isGoing && address !== '' ? `<p class="address" lang="de">${isolate(address, 'ltr')}</p>` : ''}</div></div>
${isGoing ? wayStub(way, officeName) : ''}
<p class="cannot">${said((words) => words.cannotCome)}</p>
${number === null ? '' : `<p class="number">${fixedWords(languages, (words) => words.number, { inline: true })} <bdi dir="ltr">${number}</bdi></p>`}</section>`;
}
