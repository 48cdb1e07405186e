import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { composeLetter } from '../../shared/letters/compose-letter.ts';
import { renderLetterHtml } from '../../shared/letters/render-letter.ts';
import { findRun, pageText } from './pdf-reader.ts';
import { printer, printLetter } from './print.ts';
import { sampleSources } from './sample-letter.ts';

afterAll(() => printer.close());

const NOTICE = 'Hinweis nach § 78 SGB X';

describe('the PDF of a letter', () => {
  it('is tagged, with title, language and headings, and shows its title', async () => {
    const { pdf } = await printLetter(sampleSources({ letter: { companionLanguage: 'ckb' } }));
    expect(pdf).toMatchObject({
      title: 'Bitte um Unterstützung: Kindergartenplatz',
      language: 'de',
      isTagged: true,
      displaysTitle: true,
      creator: 'Tandem',
    });
    expect(pdf.structure['H1']).toBe(2);
    expect(Object.keys(pdf.structure)).toEqual(expect.arrayContaining(['P', 'L', 'LI', 'Table', 'TH', 'TD', 'H2']));
    expect(pdf.partLanguages).toEqual(expect.arrayContaining(['de', 'ckb']));
  });

  it('names the person nowhere in the title', async () => {
    const { pdf } = await printLetter(sampleSources({ template: { subject: 'Vermittlung' } }));
    expect(pdf.title).not.toContain('Mansour');
  });

  it('embeds static fonts only, none as Type 3', async () => {
    const { pdf } = await printLetter(sampleSources({ letter: { companionLanguage: 'ar' } }));
    expect(pdf.fonts.map(({ name }) => name.replace(/^\w+\+/, '')).sort()).toEqual([
      'NotoSans-Bold',
      'NotoSans-Regular',
      'Vazirmatn-Bold',
      'Vazirmatn-Regular',
    ]);
    for (const font of pdf.fonts) expect(font).toMatchObject({ subtype: 'CIDFontType2', isEmbedded: true });
  });

  it('carries the notice of SGB X §78 exactly when the recipient is no authority', async () => {
    const toOthers = await printLetter(sampleSources({ partner: { authority: false } }));
    const toAuthority = await printLetter(sampleSources({ partner: { authority: true } }));
    expect(toOthers.pdf.pages.map(pageText).join()).toContain(NOTICE);
    expect(toAuthority.pdf.pages.map(pageText).join()).not.toContain('§ 78');
  });

  it('is drawn in the order in which it is read', async () => {
    const { pdf } = await printLetter(sampleSources());
    const text = pdf.pages.map(pageText).join('\n');
    const order = [
      'Sozialamt',
      'Kita Beispiel',
      'Unser Zeichen',
      'Bitte um Unterstützung',
      'Sehr geehrte',
      'Worum es geht',
      'Mit freundlichen',
      NOTICE,
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('shows names as they are, whatever signs they hold', async () => {
    const name = `<b>&"'{{topic}}</b>`;
    const { pdf } = await printLetter(
      sampleSources({ person: { givenName: name, familyName: '' }, partner: { name, contactName: '' } }),
    );
    const text = pageText(pdf.pages[0] ?? { widthMm: 0, heightMm: 0, runs: [], rectangles: [] });
    // Once in the address, once as the person's name; doubled braces are set apart.
    expect(text.split(`<b>&"'{ {topic} }</b>`)).toHaveLength(3);
  });

  it('sets letters that exist only as base and mark (DIN 91379)', async () => {
    // C̆ and m̂ have no code point of their own.
    const { pdf } = await printLetter(
      sampleSources({ person: { givenName: 'C\u0306em\u0302il', familyName: 'Łukaşéf' } }),
    );
    const run = pdf.pages[0]?.runs.find(({ text }) => text.includes('Łukaşéf'));
    expect(run?.font).toContain('NotoSans');
    expect(run?.text).not.toContain('\ufffd');
    expect(pdf.fonts.every(({ name }) => name.includes('NotoSans'))).toBe(true);
  });

  it('can be made for somebody who stays anonymous', async () => {
    const { sheet, missing, leaves } = composeLetter(sampleSources({ person: null }));
    expect(missing).toEqual([]);
    expect(leaves).toEqual(['concern', 'done']);
    expect(sheet.body.map(({ label }) => label)).not.toContain('Name');
  });

  it('leaves out only what is missing and tells the author', () => {
    const { sheet, missing } = composeLetter(
      sampleSources({ letter: { replyBy: null, consentOn: null, done: '' }, person: { bornOn: null } }),
    );
    expect(missing).toEqual(['person.birth', 'consentOn', 'done', 'replyBy']);
    expect(sheet.body.map(({ label }) => label).filter(Boolean)).toEqual([
      'Name',
      'Telefon',
      'Stadtbezirk',
      'Worum es geht',
      'Unsere Bitte',
    ]);
  });

  it('takes no datum along that was not ticked', () => {
    const { sheet, leaves } = composeLetter(
      sampleSources({ letter: { include: { birth: false, phone: false, email: false, district: false } } }),
    );
    const printed = JSON.stringify(sheet.body);
    for (const datum of ['1994', '5550123', 'Mengede"']) expect(printed).not.toContain(datum);
    expect(leaves).toEqual(['name', 'concern', 'done']);
  });

  it('falls back to the name of the template where the subject has no topic', () => {
    expect(composeLetter(sampleSources({ letter: { topic: null } })).sheet.subject).toBe('Vermittlungsschreiben');
  });
});

describe('renderLetterHtml', () => {
  /** The tags of a document, numbers in styles left out. */
  const tagsOf = (html: string) =>
    html
      .slice(html.indexOf('<body>'))
      .match(/<[^>]*>/g)
      ?.map((tag) => tag.replace(/[\d.]+/g, '0')) ?? [];

  it('makes no markup out of any text', () => {
    const known = new Set(
      ['de', 'ar', 'kmr'].flatMap((companionLanguage) =>
        tagsOf(
          renderLetterHtml(composeLetter(sampleSources({ letter: { companionLanguage } })).sheet, { fontFaceCss: '' }),
        ),
      ),
    );
    const hostile = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 8 }),
          fc.constantFrom(
            '<script>',
            '"><img src=x onerror=alert(1)>',
            '</style>',
            '<!--',
            '&lt;',
            "'",
            '{{topic}}',
            '\u202e',
          ),
        ),
        { maxLength: 5 },
      )
      .map((parts) =>
        `a${parts.join('')}`
          .replaceAll(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
          .slice(0, 60)
          .toWellFormed(),
      );
    fc.assert(
      fc.property(
        fc.array(hostile, { minLength: 10, maxLength: 10 }),
        fc.constantFrom('de', 'ar', 'kmr'),
        (texts, companionLanguage) => {
          const [
            concern = '',
            done = '',
            request = '',
            givenName = '',
            name = '',
            contactName = '',
            street = '',
            unit = '',
            officeName = '',
            hours = '',
          ] = texts.map((text) => text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, ''));
          const { sheet } = composeLetter(
            sampleSources({
              letter: { concern, done, request, companionLanguage },
              person: { givenName },
              partner: { name, contactName, street },
              letterhead: { unit },
              office: { name: officeName, openingHours: hours },
            }),
          );
          const html = renderLetterHtml(sheet, { fontFaceCss: '' });
          expect(tagsOf(html).filter((tag) => !known.has(tag))).toEqual([]);
          expect(html.match(/<\/style>/g)).toHaveLength(2);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuses a logo that is not in the document itself', () => {
    const { sheet } = composeLetter(sampleSources());
    expect(
      renderLetterHtml(
        { ...sheet, letterhead: { ...sheet.letterhead, logo: 'data:image/png;base64,iVBORw0KGgo=' } },
        { fontFaceCss: '' },
      ),
    ).toContain('<img class="logo" alt="" src="data:image/png;base64,iVBORw0KGgo=">');
  });

  it('is the same for the same sheet', async () => {
    const { sheet } = composeLetter(sampleSources({ letter: { companionLanguage: 'fa' } }));
    expect(renderLetterHtml(structuredClone(sheet), { fontFaceCss: '' })).toBe(
      renderLetterHtml(sheet, { fontFaceCss: '' }),
    );
    const { pdf } = await printLetter(sampleSources({ letter: { companionLanguage: 'fa' } }));
    expect(findRun(pdf.pages[0] ?? { widthMm: 0, heightMm: 0, runs: [], rectangles: [] }, 'Anna Reuter')).toBeDefined();
  });
});
