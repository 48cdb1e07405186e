import { isolate } from '../languages/markup.ts';
import { pictogramSvg } from '../languages/pictograms.ts';
import { fixedWords, labelled, type SheetLanguages } from './sheet-words.ts';
import type { SheetPlace } from './step-sheet.ts';

/** From the stop to the door, as a small drawing with words: no map is needed to get off at the right stop. */
export function wayStub(way: string, name: string): string {
  return way === ''
    ? ''
    : `<div class="way">${pictogramSvg('way')}<span class="stop" lang="de">${isolate(way)}</span><span class="dots"></span>${pictogramSvg('outpost')}<span class="stop" lang="de">${isolate(name)}</span></div>`;
}

/** A German address: its own direction inside, at the edge of what stands around it. */
export function germanAddress(name: string, lines: readonly string[]): string {
  const said = lines.filter((line) => line.trim() !== '').map((line) => isolate(line, 'ltr'));
  return `<p class="address" lang="de">${[`<strong>${isolate(name, 'ltr')}</strong>`, ...said].join('<br>')}</p>`;
}

/** Where a step leads: address, telephone, hours and the way there. */
export function placeCard(
  place: SheetPlace,
  languages: SheetLanguages,
  { withHeading }: { withHeading: boolean },
): string {
  const heading = withHeading ? `<h2>${fixedWords(languages, (words) => words.where)}</h2>` : '';
  return `<section class="card">${heading}${germanAddress(place.name, place.addressLines)}${labelled(languages, (words) => words.phone, place.phone)}${labelled(languages, (words) => words.hours, place.hours)}${wayStub(place.way, place.name)}</section>`;
}
