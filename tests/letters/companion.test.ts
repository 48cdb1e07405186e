import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT_LANGUAGES, type ClientLanguage, isRightToLeft } from '../../shared/catalogue/catalogue.ts';
import { clientPhrases } from '../../shared/letters/client-phrases.ts';
import { composeLetter } from '../../shared/letters/compose-letter.ts';
import { BRING_ITEMS, type CompanionSheet, DATA_KINDS, type LetterSheet } from '../../shared/letters/letter-sheet.ts';
import { renderCompanion } from '../../shared/letters/render-companion.ts';
import { findRun, type PdfPage, pageText } from './pdf-reader.ts';
import { printer, printSheet } from './print.ts';
import { sampleSources } from './sample-letter.ts';

afterAll(() => printer.close());

function sheetIn(language: ClientLanguage, replaced: Partial<CompanionSheet> = {}): LetterSheet {
  const { sheet } = composeLetter(sampleSources({ letter: { companionLanguage: language } }));
  if (sheet.companion === null) throw new Error('The sample has no companion page');
  return { ...sheet, companion: { ...sheet.companion, ...replaced } };
}

const filled = (words: string, length: number) =>
  words
    .repeat(Math.ceil(length / words.length))
    .slice(0, length)
    .trim();

/** As much as the schema lets through. */
const MOST: Partial<CompanionSheet> = {
  contains: [...DATA_KINDS],
  bring: [...BRING_ITEMS],
  topic: 'form-help',
  recipientName: filled('Evangelische Kindertageseinrichtung Sankt Bonifatius ', 120),
  recipientAddress: [filled('Straße der Republik im Hinterhaus ', 119), filled('44357 Dortmund-Mengede ', 119)],
  recipientPhone: filled('0231 50-11148, ', 60),
  appointment: { date: '2026-11-25', time: '10:30' },
  office: {
    name: filled('lokal willkommen Mengede und Huckarde ', 119),
    address: filled('Westerfilder Straße 54, 44357 Dortmund, ', 200),
    phone: filled('0231 50-11148, ', 60),
    hours: filled('Mo 9-12, Di 13-16, ', 200),
    contactName: filled('Anna-Maria Reuter ', 80),
  },
};

describe('the companion page', () => {
  it.each(CLIENT_LANGUAGES)(
    'is one page after the letter in %s, in the language of the client first',
    async (language) => {
      const { pdf } = await printSheet(sheetIn(language));
      expect(pdf.pages).toHaveLength(2);
      const page = pdf.pages[1] as PdfPage; // two pages, just checked
      expect(findRun(page, '0231 50-11148').text).toBe('0231 50-11148');
      if (language === 'de') return;
      const html = renderCompanion(sheetIn(language).companion as CompanionSheet); // set by sheetIn
      expect(html.startsWith(`<aside class="companion"`)).toBe(true);
      expect(html).toContain(`lang="${language}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}"`);
      expect(html.indexOf(clientPhrases[language].title)).toBeLessThan(html.indexOf(clientPhrases.de.title));
      expect(pageText(page)).toContain(clientPhrases.de.steps.showLetter);
    },
  );

  it.each(CLIENT_LANGUAGES)('is mirrored in %s exactly where that runs from right to left', async (language) => {
    const page = (await printSheet(sheetIn(language))).pdf.pages[1] as PdfPage; // one letter page, one companion page
    // The address card stands in the outer column: left of the middle on a mirrored page.
    expect(findRun(page, 'Beispielstraße 12').xMm < 105).toBe(isRightToLeft(language));
  });

  it.each(CLIENT_LANGUAGES)('takes one page in %s with all there can be', async (language) => {
    const { pdf } = await printSheet(sheetIn(language, MOST));
    expect(pdf.pages).toHaveLength(2);
  });

  it('takes one page whatever the office and the partner are called', async () => {
    const name = fc
      .integer({ min: 1, max: 119 })
      .map((length) => filled('Beratungsstelle für Zugewanderte und Nachbarn ', length));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...CLIENT_LANGUAGES),
        fc.record({
          recipientName: name,
          contains: fc.subarray([...DATA_KINDS]),
          bring: fc.subarray([...BRING_ITEMS]),
          topic: fc.constantFrom('kita', 'form-help', 'landlord', null),
          replyBy: fc.constantFrom('2026-12-06', null),
          consentOn: fc.constantFrom('2026-11-22', null),
        }),
        name,
        async (language, replaced, officeName) => {
          const sheet = sheetIn(language, replaced);
          const { office } = sheet.companion as CompanionSheet; // set by sheetIn
          const { pdf } = await printSheet(sheetIn(language, { ...replaced, office: { ...office, name: officeName } }));
          expect(pdf.pages).toHaveLength(2);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('says what the letter says about the person, no more and no less', () => {
    const html = renderCompanion(sheetIn('ar', { contains: ['name', 'concern'] }).companion as CompanionSheet); // set by sheetIn
    const said = DATA_KINDS.filter((kind) => html.includes(clientPhrases.ar.contains[kind]));
    expect(said).toEqual(['name', 'concern']);
  });

  it('is in English for a language that we lack', () => {
    expect(composeLetter(sampleSources({ letter: { companionLanguage: 'ti' } })).sheet.companion?.language).toBe('en');
  });

  it('holds no placeholder, in any language', () => {
    for (const language of CLIENT_LANGUAGES)
      expect(renderCompanion(sheetIn(language, MOST).companion as CompanionSheet)).not.toMatch(/\{\{|undefined|null/);
  });
});

// What is known to go wrong in right-to-left print: each must keep its own direction.
describe('hard strings on an Arabic page', () => {
  const strings = {
    iban: 'DE89 3704 0044 0532 0130 00',
    year: 'Kita 2014',
    street: 'Straße des 17. Juni 135a',
    phone: '+49 231 50-11148',
    kurmanji: 'Şêrzad Çelîk-Ûsman',
    sorani: 'ڕێژین گوڵ ئەحمەد',
    persianDigits: '۱۴۰۵ پلاک ۱۲',
    mixed: 'أحمد Al-Ahmad (2014)',
  } as const;

  /** Left ends of single letters and digits on a page, by reading the runs of one baseline from left to right. */
  const lineWith = (page: PdfPage, words: string): string => {
    const { baselineMm } = findRun(page, words);
    return page.runs
      .filter((run) => Math.abs(run.baselineMm - baselineMm) < 0.3)
      .toSorted((a, b) => a.xMm - b.xMm)
      .map(({ text }) => text)
      .join('');
  };

  let page: PdfPage;
  beforeAll(async () => {
    const base = sheetIn('ar');
    const office = (base.companion as CompanionSheet).office; // set by sheetIn
    const sheet = sheetIn('ar', {
      recipientName: strings.kurmanji,
      recipientAddress: [strings.street, strings.sorani, strings.year],
      recipientPhone: strings.phone,
      office: { ...office, name: strings.mixed, address: `${strings.iban}\n${strings.persianDigits}` },
    });
    page = (await printSheet(sheet)).pdf.pages[1] as PdfPage; // one letter page, one companion page
  });

  it.each(['iban', 'street', 'phone', 'kurmanji'] as const)('keeps %s in one piece from left to right', (kind) => {
    expect(lineWith(page, strings[kind].slice(0, 4))).toContain(strings[kind]);
  });

  it('does not turn a year round', () => {
    expect(lineWith(page, 'Kita')).toContain('Kita 2014');
    expect(pageText(page)).not.toContain('4102');
  });

  it('runs Arabic dates from right to left and their numbers from left to right', () => {
    const day = page.runs.find(({ text }) => text.startsWith('22'));
    const year = page.runs.find(
      ({ text, baselineMm }) => text.includes('2026') && Math.abs(baselineMm - (day?.baselineMm ?? 0)) < 0.3,
    );
    expect(year?.xMm ?? 999).toBeLessThan(day?.xMm ?? 0);
  });

  it('sets Sorani, Persian digits and a mixed name in fonts of ours, with every sign', () => {
    for (const words of ['ئەحمەد', '۱۴۰۵', 'Al-Ahmad']) {
      const letters = new Set(words.normalize('NFKC'));
      const found = page.runs.filter(({ text }) =>
        [...letters].some((letter) => text.normalize('NFKC').includes(letter)),
      );
      expect(found.length).toBeGreaterThan(0);
      for (const { font } of found) expect(font).toMatch(/NotoSans|Vazirmatn/);
    }
    expect(pageText(page)).not.toContain('\ufffd');
  });
});
