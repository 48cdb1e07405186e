import { afterAll, describe, expect, it } from 'vitest';
import { CLIENT_LANGUAGES, isRightToLeft } from '../../shared/catalogue/catalogue.ts';
import { renderStepSheet } from '../../shared/steps/render-step-sheet.ts';
import type { SheetStep, StepSheet } from '../../shared/steps/step-sheet.ts';
import { findRun, readPdf } from './pdf-reader.ts';
import { printer, printFonts, printHtml } from './print.ts';

afterAll(() => printer.close());

const said = (
  owner: SheetStep['owner'],
  id: string,
  gaps: Partial<NonNullable<SheetStep['phrase']>> = {},
): SheetStep => ({
  owner,
  what: '',
  phrase: { id, papers: [], place: null, partnerName: null, topic: null, ...gaps },
  dueOn: '2026-12-08',
});

/** What a long talk ends with: six steps, four papers, one place to go to, an appointment. */
function sheetIn(language: string, replaced: Partial<StepSheet> = {}): StepSheet {
  return {
    language,
    handedOutOn: '2026-11-30',
    office: {
      name: 'lokal willkommen Mengede/Huckarde',
      address: 'Westerfilder Straße 54, 44357 Dortmund',
      way: 'Westerfilde, U47',
      phone: '0231 50-11148',
      hours: 'Mo 9-12, Di 13-16, Do 14-17, Fr 9-12',
    },
    steps: [
      said('client', 'bring', { papers: ['id', 'birthCertificate', 'vaccinationRecord', 'registration'] }),
      said('client', 'register-child', { partnerName: 'Kita Beispiel' }),
      { owner: 'client', what: 'Das rote Heft von Frau Muster abholen', phrase: null, dueOn: null },
      said('us', 'we-call', { place: 'jobcenter' }),
      said('us', 'we-search', { topic: 'kita' }),
      said('partner', 'partner-answers', { partnerName: 'Kita Beispiel' }),
    ],
    places: [
      {
        name: 'Kita Beispiel',
        addressLines: ['Beispielweg 3', '44135 Dortmund'],
        phone: '0221 4710-220',
        hours: 'Mo bis Fr 8 bis 12',
        way: 'Brügmannplatz, U41',
      },
    ],
    appointment: {
      day: '2026-12-15',
      from: '10:30',
      place: 'office',
      number: 4711,
      address: 'Westerfilder Straße 54, 44357 Dortmund',
      way: 'Westerfilde, U47',
    },
    fontFaceCss: printFonts,
    ...replaced,
  };
}

const pdfOf = async (sheet: StepSheet) => readPdf(await printHtml(renderStepSheet(sheet), 'Blatt', sheet.language));

describe('the step sheet on paper', () => {
  it.each([...CLIENT_LANGUAGES, 'so'])('takes one A4 side in %s', async (language) => {
    const { pages } = await pdfOf(sheetIn(language));
    expect(pages).toHaveLength(1);
  });

  it.each(CLIENT_LANGUAGES)('is mirrored in %s exactly where that runs from right to left', async (language) => {
    const [page] = (await pdfOf(sheetIn(language))).pages;
    if (!page) throw new Error('It has a page');
    // The place to go to stands in the second column.
    expect(findRun(page, 'Beispielweg 3').xMm < 105).toBe(isRightToLeft(language));
  });

  it('takes one side with eight steps too, and a second side rather than small print with fourteen', async () => {
    const { steps } = sheetIn('ar');
    const eight = [...steps, ...steps.slice(3, 5)];
    expect((await pdfOf(sheetIn('ar', { steps: eight }))).pages).toHaveLength(1);
    const fourteen = [...eight, ...steps];
    expect((await pdfOf(sheetIn('ar', { steps: fourteen }))).pages).toHaveLength(2);
  });
});
