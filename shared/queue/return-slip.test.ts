import { expect, it } from 'vitest';
import { CLIENT_LANGUAGES } from '../catalogue/catalogue.ts';
import { renderReserveSheetHtml } from './reserve-sheet.ts';
import { renderReturnSlipHtml } from './return-slip.ts';

const input = {
  code: 'ACDE',
  label: 'A 023',
  day: '2026-11-23',
  officeName: 'lokal willkommen <Test>',
  openingHours: 'Mo 9–12',
  fontFaceCss: '',
};

it.each(CLIENT_LANGUAGES)('says in %s what to do with the slip, and small in German', (language) => {
  const html = renderReturnSlipHtml({ ...input, language });
  expect(html).toContain('ACDE');
  expect(html).toContain('Nächstes Mal zuerst');
  expect(html).toContain('&lt;Test&gt;');
  expect(html).not.toContain('{{');
  expect(html).toContain(`<html lang="${language}" dir="${['ar', 'fa', 'ckb'].includes(language) ? 'rtl' : 'ltr'}">`);
});

it('speaks English to who reads none of our languages', () => {
  expect(renderReturnSlipHtml({ ...input, language: 'so' })).toContain('First next time');
});

it('prints each reserve number twice, for the client and for the desk, and none beyond 999', () => {
  const sheet = { officeName: 'x', letterPrefix: 'A', fontFaceCss: '' };
  const html = renderReserveSheetHtml({ ...sheet, first: 998, count: 24 });
  // And in the title and the heading.
  expect(html.match(/A 999/g)).toHaveLength(2 + 2);
  expect(html).not.toContain('1000');
});
