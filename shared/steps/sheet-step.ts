import type { LocalDate } from '../kernel/instants.ts';
import { escapeHtml, isolate, languageAttributes } from '../languages/markup.ts';
import { phraseHtml } from '../languages/phrase.ts';
import { pictogramSvg } from '../languages/pictograms.ts';
import { dayInWords, fixedWords, inBoth, type SheetLanguages } from './sheet-words.ts';
import { findStepPhrase, paperPictogram } from './step-catalogue.ts';
import { gapsIn } from './step-phrase.ts';
import type { SheetStep } from './step-sheet.ts';
import { paperWord, phraseSentence } from './step-words.ts';

/** One agreed step: a box to tick, a picture, the sentence in both languages with its papers, and by when. */
export function renderSheetStep(step: SheetStep, languages: SheetLanguages): string {
  const picture = (step.phrase && findStepPhrase(step.phrase.id)?.pictogram) ?? step.owner;
  return `<li class="step"><span class="box"></span>${pictogramSvg(picture === 'us' ? 'office' : picture)}<div class="what">${
    step.phrase ? saidInBlocks(step.phrase, languages) : saidByOffice(step, languages)
  }${step.dueOn === null ? '' : due(step.dueOn, languages)}</div></li>`;
}

function due(day: LocalDate, languages: SheetLanguages): string {
  const until = dayInWords(languages, day, { sentence: (words) => words.until, inline: true });
  return `<div class="due">${pictogramSvg('calendar')}<span>${until}</span></div>`;
}

function saidInBlocks(phrase: NonNullable<SheetStep['phrase']>, languages: SheetLanguages): string {
  const sentence = inBoth(languages, (language) => {
    const { place, topic } = gapsIn(language, phrase);
    return phraseHtml(phraseSentence(language, phrase.id) ?? '', {
      place: `<span class="place">${isolate(place ?? '')}</span>`,
      topic: isolate(topic ?? ''),
      // Every sentence ends with its papers: they stand below it, each with its picture.
      papers: '',
    });
  });
  const papers = phrase.papers.map(
    (paper) =>
      `<li>${pictogramSvg(paperPictogram(paper))}<div>${inBoth(languages, (language) => escapeHtml(paperWord(language, paper)))}</div></li>`,
  );
  return papers.length === 0 ? sentence : `${sentence}<ul class="papers">${papers.join('')}</ul>`;
}

// What nobody has given in the client's language stays German and says so.
function saidByOffice({ ownWords, what }: SheetStep, languages: SheetLanguages): string {
  const [first, second] = languages;
  if (!ownWords || ownWords[first] === '') return freeGerman(what, languages);
  const said: SheetLanguages = second === undefined || ownWords[second] === '' ? [first] : languages;
  return inBoth(said, (language) => escapeHtml(ownWords[language]));
}

// Nothing translates what somebody typed: a wrong sentence in somebody's hand is worse than a German one.
function freeGerman(what: string, languages: SheetLanguages): string {
  const german = `<span class="own german" ${languageAttributes('de')}>${isolate(what)}</span>`;
  return languages[0] === 'de'
    ? german
    : `${german}<span class="note">${fixedWords(languages, (words) => words.onlyGerman)}</span>`;
}
