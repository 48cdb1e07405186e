import type { ClientLanguage } from '../catalogue/catalogue.ts';
import { type Instant, type LocalDate, localDateOf, localTimeOf } from '../kernel/instants.ts';
import { clientDate, clientDateAndTime } from '../languages/client-calendar.ts';
import { escapeHtml, isolate } from '../languages/markup.ts';
import { bothLanguages, type Pick, page } from './release-page.ts';
import { releasePhrases } from './release-phrases.ts';

/** One reading as the client is told of it. */
export interface ReadingLine {
  at: Instant;
  readerName: string;
  readerEmployerName: string;
  noteAuthorName: string;
  noteWrittenAt: Instant;
}

export interface ReadingsPageInput {
  language: ClientLanguage;
  personName: string;
  readings: readonly ReadingLine[];
  printedOn: LocalDate;
  /** Who printed it: the list holds what this employer may open. */
  employerName: string;
  /** `@font-face` rules with the print fonts as data URIs. */
  fontFaceCss: string;
}

/**
 * Who of the other employer has read which note, for the client to take along (GDPR article 15): a complete HTML document
 * in the client's language with German beside it. No text of a note.
 */
export function renderReadingsPage(input: ReadingsPageInput): string {
  const { language } = input;
  const say = bothLanguages(language);
  const head = (pick: Pick) => {
    const german =
      language === 'de' ? '' : `<p class="de" lang="de" dir="ltr">${escapeHtml(pick(releasePhrases.de))}</p>`;
    return `<th scope="col">${escapeHtml(pick(releasePhrases[language]))}${german}</th>`;
  };
  const rows = input.readings.map(
    (reading) =>
      `<tr><td>${isolate(
        clientDateAndTime(language, localDateOf(reading.at), localTimeOf(reading.at)),
      )}</td><td>${isolate(reading.readerName)}<br>${isolate(reading.readerEmployerName, 'ltr')}</td><td>${isolate(
        clientDate(language, localDateOf(reading.noteWrittenAt)),
      )}</td><td>${isolate(reading.noteAuthorName)}</td></tr>`,
  );
  const table = `<table><thead><tr>${head((phrases) => phrases.readings.read)}${head((phrases) => phrases.readings.who)}${head((phrases) => phrases.readings.note)}${head((phrases) => phrases.readings.by)}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const body = `<header>${say('h1', (phrases) => phrases.readings.title)}${say('p', (phrases) => phrases.readings.intro)}</header>
<main>
<section><p class="name">${isolate(input.personName)}</p></section>
<section>${rows.length === 0 ? say('p', (phrases) => phrases.readings.none) : table}</section>
<section>${say(
    'p',
    (phrases) => phrases.readings.printed,
    (spoken) => ({
      date: isolate(clientDate(spoken, input.printedOn)),
      employer: isolate(input.employerName, 'ltr'),
    }),
  )}${say('p', (phrases) => phrases.readings.questions)}</section>
</main>`;
  return page(language, { title: releasePhrases.de.readings.title, body, fontFaceCss: input.fontFaceCss });
}
