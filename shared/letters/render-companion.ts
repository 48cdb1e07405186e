import { type ClientLanguage, isRightToLeft } from '../catalogue/catalogue.ts';
import { clientDate, clientDateAndTime } from '../languages/client-calendar.ts';
import { escapeHtml, isolate, languageAttributes } from '../languages/markup.ts';
import { phraseHtml } from '../languages/phrase.ts';
import { type ClientPhrases, clientPhrases, topicPhrase } from './client-phrases.ts';
import { companionScale } from './companion-fit.ts';
import type { CompanionSheet } from './letter-sheet.ts';

/** Picks one phrase from a locale's phrases. */
type Pick = (phrases: ClientPhrases) => string;
/** The values of a phrase as HTML, made anew for each language, since dates and topics differ. */
type Values = (language: ClientLanguage) => Record<string, string>;

const none: Values = () => ({});

/** Says phrases twice: in the client's language, and small below in German for whoever helps; once if that is German. */
function speaker(language: ClientLanguage) {
  return (tag: 'h1' | 'h2' | 'p', pick: Pick, values: Values = none): string => {
    const own = `<${tag}>${phraseHtml(pick(clientPhrases[language]), values(language))}</${tag}>`;
    if (language === 'de') return own;
    return `${own}<p class="de" ${languageAttributes('de')}>${phraseHtml(pick(clientPhrases.de), values('de'))}</p>`;
  };
}

function place(parts: readonly string[], { bold }: { bold: boolean }): string {
  const [first = '', ...others] = parts.filter((part) => part.trim() !== '').map((part) => isolate(part, 'ltr'));
  return `<p class="place" lang="de">${[bold ? `<strong>${first}</strong>` : first, ...others].join('<br>')}</p>`;
}

function section(className: string, heading: string, listClass: string, items: readonly string[]): string {
  return items.length === 0
    ? ''
    : `<section class="${className}">${heading}<ul class="${listClass}">${items.join('')}</ul></section>`;
}

/** A date in words, isolated and never broken over two lines. */
const whole = (date: string) => `<span class="whole">${isolate(date)}</span>`;

// Opening hours break between days only.
function hours(text: string): string {
  const days = text.split(/\n|(?<=[,;])\s+/).map((day) => `<span class="whole">${escapeHtml(day)}</span>`);
  return `<bdi lang="de" dir="ltr">${days.join(' ')}</bdi>`;
}

/** A label in both languages and a German value on one line. */
function labelled(language: ClientLanguage, pick: Pick, value: string): string {
  const german =
    language === 'de'
      ? ''
      : ` <span class="de" ${languageAttributes('de')}>${escapeHtml(pick(clientPhrases.de))}</span>`;
  return `<div class="pair"><p>${escapeHtml(pick(clientPhrases[language]))}${german} ${value}</p></div>`;
}

/**
 * The page that explains a letter to the client: what it is, to whom, what it asks for, what to do and to bring, where
 * and whom to ask. Made of the checked phrases of `letters-client.json` and of values; never of translated free text.
 * One A4 page, mirrored as a whole for Arabic, Persian and Sorani.
 */
export function renderCompanion(sheet: CompanionSheet): string {
  const { language } = sheet;
  const say = speaker(language);
  const on =
    (date: string): Values =>
    (spoken) => ({ date: whole(clientDate(spoken, date)) });
  const pair = (pick: Pick, values: Values = none) => `<div class="pair">${say('p', pick, values)}</div>`;
  const item = (pick: Pick, values: Values = none) => `<li class="pair">${say('p', pick, values)}</li>`;
  const { topic, ownTopic = null, replyBy, appointment, consentOn } = sheet;

  const what = [
    say('h2', (phrases) => phrases.what.heading),
    pair(
      (phrases) => phrases.what.to,
      () => ({ recipient: isolate(sheet.recipientName) }),
    ),
    topic === null
      ? ''
      : pair(
          (phrases) => phrases.what.about,
          (spoken) => ({ topic: escapeHtml(topicPhrase(spoken, topic, ownTopic) ?? '') }),
        ),
    pair((phrases) => phrases.what.date, on(sheet.writtenOn)),
    pair((phrases) => phrases.what.help),
    replyBy === null ? '' : pair((phrases) => phrases.what.reply, on(replyBy)),
  ];
  const steps = [
    appointment === null
      ? ''
      : item(
          (phrases) => phrases.steps.appointment,
          (spoken) => ({ date: whole(clientDateAndTime(spoken, appointment.date, appointment.time)) }),
        ),
    item((phrases) => phrases.steps.showLetter),
    item((phrases) => phrases.steps.bringAnswer),
    replyBy === null
      ? item((phrases) => phrases.steps.noAnswerOpen)
      : item((phrases) => phrases.steps.noAnswer, on(replyBy)),
  ];
  const bring = sheet.bring.map((thing) => item((phrases) => phrases.bring[thing]));
  const contains = sheet.contains.map((kind) => item((phrases) => phrases.contains[kind]));
  const { office } = sheet;

  const phone = (number: string) =>
    number.trim() === '' ? '' : labelled(language, (phrases) => phrases.where.phone, isolate(number, 'ltr'));
  const main = `<section>${what.join('')}</section>
<section>${say('h2', (phrases) => phrases.steps.heading)}<ol class="steps">${steps.join('')}</ol></section>
${consentOn === null ? '' : `<section class="consent">${say('p', (phrases) => phrases.consent)}</section>`}
<section class="questions card">${say('h2', (phrases) => phrases.questions.heading)}${pair((phrases) => phrases.questions.text)}${
    office.contactName.trim() === ''
      ? ''
      : pair(
          (phrases) => phrases.questions.contact,
          () => ({ name: isolate(office.contactName) }),
        )
  }${place([office.name, ...office.address.split('\n')], { bold: true })}${phone(office.phone)}${
    office.hours.trim() === '' ? '' : labelled(language, (phrases) => phrases.questions.hours, hours(office.hours))
  }</section>`;
  const aside = `<section class="card">${say('h2', (phrases) => phrases.where.heading)}${place([sheet.recipientName, ...sheet.recipientAddress], { bold: true })}${phone(sheet.recipientPhone)}</section>
${section(
  'card',
  say('h2', (phrases) => phrases.bring.heading),
  'box',
  bring,
)}
${section(
  'card',
  say('h2', (phrases) => phrases.contains.heading),
  'dots',
  contains,
)}`;

  return `<aside class="companion" style="--mm:${companionScale(main, aside, { rightToLeft: isRightToLeft(language) })}mm" ${languageAttributes(language)}>
<header>${say('h1', (phrases) => phrases.title)}<div class="help">${say('p', (phrases) => `${phrases.help} ${phrases.germanCounts}`)}</div></header>
<div class="columns"><div>${main}</div><div>${aside}</div></div>
</aside>`;
}
