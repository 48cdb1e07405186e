import { describe, expect, it } from 'vitest';
import { renderSlipHtml, type SlipInput } from './slip.ts';

const input: SlipInput = {
  number: 7,
  letterPrefix: 'A',
  issuedAtLocal: { date: '2026-11-22', time: '09:41' },
  officeName: 'lokal willkommen <Mengede>',
  language: 'ckb',
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

  it('lets the office name be text', () => {
    expect(renderSlipHtml(input)).toContain('lokal willkommen &lt;Mengede&gt;');
  });
});
