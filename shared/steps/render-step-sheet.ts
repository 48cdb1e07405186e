import { escapeHtml, isolate, languageAttributes } from '../languages/markup.ts';
import { pictogramSvg } from '../languages/pictograms.ts';
import { appointmentBox } from './sheet-appointment.ts';
import { germanAddress, placeCard, wayStub } from './sheet-place.ts';
import { renderSheetStep } from './sheet-step.ts';
import { dayInWords, fixedWords, labelled, type SheetLanguages, sheetLanguages } from './sheet-words.ts';
import type { StepOwner } from './step-phrase.contract.ts';
import type { StepSheet } from './step-sheet.ts';
import { stepSheetCss } from './step-sheet-css.ts';
import { stepSheetScale } from './step-sheet-fit.ts';
import { stepWords } from './step-words.ts';

/** The client's own steps stand first: the sheet is theirs. */
const ORDER: readonly StepOwner[] = ['client', 'us', 'partner'];
const PICTURES = { client: 'client', us: 'office', partner: 'partner' } as const;

/**
 * What was agreed, for the client, as a complete HTML document of one A4 side (a very long list takes two): who does what
 * until when, what to bring and where to go, and the appointment that follows. Made of checked phrases in the client's
 * language with German beside; free text stays German and says so. No name: sheets are left lying about.
 */
export function renderStepSheet(sheet: StepSheet): string {
  const languages = sheetLanguages(sheet.language);
  const [first] = languages;
  return `<!doctype html>
<html ${languageAttributes(first)} translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${escapeHtml(stepWords[first].title)}</title>
<style>${sheet.fontFaceCss}</style>
<style>${stepSheetCss}</style>
</head>
<body>
<main class="sheet" style="--mm:${stepSheetScale(sheet)}mm">
<header><div><h1>${fixedWords(languages, (words) => words.title)}</h1><p class="help">${fixedWords(languages, (words) => words.help)}</p></div>
<div class="made"><p lang="de">${isolate(sheet.office.name)}</p><p>${dayInWords(languages, sheet.handedOutOn)}</p></div></header>
${ORDER.map((owner) => ownerSection(owner, sheet, languages)).join('')}
${whatFollows(sheet, languages)}
${officeFooter(sheet, languages)}
</main>
</body>
</html>
`;
}

function ownerSection(owner: StepOwner, sheet: StepSheet, languages: SheetLanguages): string {
  const steps = sheet.steps.filter((step) => step.owner === owner);
  if (steps.length === 0) return '';
  const heading = `<h2>${pictogramSvg(PICTURES[owner])}<span>${fixedWords(languages, (words) => words[owner], { inline: true })}</span></h2>`;
  return `<section class="owner">${heading}<ul>${steps.map((step) => renderSheetStep(step, languages)).join('')}</ul></section>\n`;
}

function whatFollows({ appointment, places, office }: StepSheet, languages: SheetLanguages): string {
  const parts = [
    ...(appointment === null ? [] : [appointmentBox(appointment, office.name, languages)]),
    ...(places.length === 0
      ? []
      : [
          `<div>${places.map((place, index) => placeCard(place, languages, { withHeading: index === 0 })).join('')}</div>`,
        ]),
  ];
  return parts.length === 0 ? '' : `<div class="after">${parts.join('\n')}</div>`;
}

function officeFooter({ office, appointment }: StepSheet, languages: SheetLanguages): string {
  return `<footer><div><p>${fixedWords(languages, (words) => words.questions)}</p>${labelled(languages, (words) => words.phone, office.phone)}${labelled(languages, (words) => words.hours, office.hours)}</div>
<div>${germanAddress(office.name, [office.address])}${appointment === null ? wayStub(office.way, office.name) : ''}</div></footer>`;
}
