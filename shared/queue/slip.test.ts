import { describe, expect, it } from 'vitest';
import { PAPER_SIZES } from '../screens/screens.contract.ts';
import { renderSlipHtml, type SlipInput } from './slip.ts';

const input: SlipInput = {
  number: 7,
  letterPrefix: 'A',
  issuedAtLocal: { date: '2026-11-22', time: '09:41' },
  officeName: 'lokal willkommen <Mengede>',
  language: 'ckb',
  range: { fromMinutes: 10, toMinutes: 25 },
  paper: 'thermal-80',
  fontFaceCss: '',
};

describe('renderSlipHtml', () => {
  it('says number, day and what to do in the language of the client first, then in German', () => {
    const html = renderSlipHtml(input);
    expect(html).toContain('<html lang="ckb" dir="rtl"');
    expect(html).toContain('<span class="letter">A</span>007');
    expect(html).toContain('یەکشەممە، 22ی تشرینی دووەمی 2026');
    expect(html).toContain('Sonntag, 22. November 2026, 09:41 Uhr');
    expect(html.indexOf('ژمارەکەتان بانگ دەکەین')).toBeLessThan(html.indexOf('Wir rufen Ihre Nummer auf'));
  });

  it('is in the language that is read where that is another', () => {
    expect(renderSlipHtml({ ...input, language: 'kmr', readLanguage: 'de' })).toContain('<html lang="de"');
    expect(renderSlipHtml({ ...input, language: 'kmr', readLanguage: 'ti' })).toContain('<html lang="kmr"');
  });

  it('is in German and English where we lack the language', () => {
    const html = renderSlipHtml({ ...input, language: 'ti' });
    expect(html).toContain('Wir rufen Ihre Nummer auf');
    expect(html).toContain('We will call your number');
  });

  it('says everything once to somebody who reads German', () => {
    expect(
      renderSlipHtml({ ...input, language: 'de', letterPrefix: '' }).match(/Wir rufen Ihre Nummer auf/g),
    ).toHaveLength(1);
  });

  it('says the wait as a range, and nothing where nothing can be said', () => {
    expect(renderSlipHtml({ ...input, language: 'de' })).toContain(
      'etwa <bdi dir="ltr">10</bdi> bis <bdi dir="ltr">25</bdi> Minuten',
    );
    expect(renderSlipHtml({ ...input, language: 'de', range: { fromMinutes: 0, toMinutes: 15 } })).toContain(
      'bis zu <bdi dir="ltr">15</bdi> Minuten',
    );
    expect(renderSlipHtml({ ...input, language: 'de', range: null })).not.toContain('Minuten');
  });

  it('has the picture of its number, drawn and in words', () => {
    const html = renderSlipHtml({ ...input, number: 9, language: 'de' });
    expect(html).toContain('<svg');
    expect(html).toContain('Hahn, gelb');
  });

  it('is black on white alone, so that a receipt printer can print it as an image', () => {
    for (const paper of PAPER_SIZES) {
      const colours = renderSlipHtml({ ...input, paper }).match(/#[0-9a-f]{3,8}\b/g) ?? [];
      expect(new Set(colours)).toEqual(new Set(['#000', '#fff']));
    }
  });

  it('lets the office name be text', () => {
    expect(renderSlipHtml(input)).toContain('lokal willkommen &lt;Mengede&gt;');
  });
});
