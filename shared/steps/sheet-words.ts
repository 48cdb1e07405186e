import { CLIENT_LANGUAGES, type ClientLanguage } from '../catalogue/catalogue.ts';
import type { LocalDate } from '../kernel/instants.ts';
import { clientDate } from '../languages/client-calendar.ts';
import { escapeHtml, isolate, languageAttributes } from '../languages/markup.ts';
import { phraseHtml } from '../languages/phrase.ts';
import { solarDate } from '../languages/solar-date.ts';
import { type StepWords, stepWords } from './step-words.ts';

/** The client's language large and German small; where we lack it, plain German large and English beside. */
export type SheetLanguages = readonly [ClientLanguage] | readonly [ClientLanguage, ClientLanguage];

/** The languages of a sheet for a language of the catalogue. */
export function sheetLanguages(language: string): SheetLanguages {
  const own = CLIENT_LANGUAGES.find((known) => known === language);
  if (own === undefined) return ['de', 'en'];
  return own === 'de' ? ['de'] : [own, 'de'];
}

/** Says something in each language of the sheet, the client's first. `inLanguage` returns HTML. */
export function inBoth(
  [first, second]: SheetLanguages,
  inLanguage: (language: ClientLanguage) => string,
  { inline = false }: { inline?: boolean } = {},
): string {
  const own = `<span class="${inline ? 'own inline' : 'own'}" ${languageAttributes(first)}>${inLanguage(first)}</span>`;
  return second === undefined
    ? own
    : `${own} <span class="${inline ? 'de inline' : 'de'}" ${languageAttributes(second)}>${inLanguage(second)}</span>`;
}

/** A fixed text of the sheet in each of its languages. */
export function fixedWords(
  languages: SheetLanguages,
  pick: (words: StepWords) => string,
  options: { inline?: boolean } = {},
): string {
  return inBoth(languages, (language) => escapeHtml(pick(stepWords[language])), options);
}

/** A day in words in each language; Persian readers get it by their own calendar too. */
export function dayInWords(
  languages: SheetLanguages,
  day: LocalDate,
  { sentence = () => '{{date}}', inline = false }: { sentence?: (words: StepWords) => string; inline?: boolean } = {},
): string {
  const dateIn = (language: ClientLanguage) =>
    isolate(clientDate(language, day)) +
    (language === 'fa' ? ` <span class="solar">${isolate(`(${solarDate(day)})`)}</span>` : '');
  return inBoth(languages, (language) => phraseHtml(sentence(stepWords[language]), { date: dateIn(language) }), {
    inline,
  });
}

/** A label in each language and a German value on one line. */
export function labelled(languages: SheetLanguages, label: (words: StepWords) => string, value: string): string {
  return value === ''
    ? ''
    : `<p class="fact">${fixedWords(languages, label, { inline: true })} ${isolate(value, 'ltr')}</p>`;
}
