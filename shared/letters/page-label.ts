import { cssString } from '../languages/markup.ts';

// A letter of more pages than this is none; the counter style has one symbol for each.
const MOST_PAGES = 40;

export interface PageLabelCss {
  /** `@counter-style` rules; they stand outside of `@page`. */
  counterStyles: string;
  /** The value of `content` on the first page: empty when the letter has one page only. */
  first: string;
  /** The value of `content` on all pages after the first. */
  later: string;
}

/**
 * "Seite 1 von 2", but nothing on a letter of a single page. CSS knows only the number of all pages of the document,
 * and only while it is set, so both the condition and the subtraction of the pages that follow the letter are written
 * as counter styles: a style names for each number of pages the text that is shown.
 *
 * @param phrase the locale's phrase with `{{page}}` and `{{pages}}`
 * @param pagesAfter pages of the document that are not the letter's (the companion page)
 */
export function pageLabelCss(phrase: string, pagesAfter: number): PageLabelCss {
  const counts = Array.from({ length: MOST_PAGES }, (_, index) => index + 1);
  const whole = (pages: number) =>
    pages === 1 ? '' : phrase.replace('{{page}}', '1').replace('{{pages}}', String(pages));
  const style = (name: string, symbols: string[]) =>
    `@counter-style ${name} { system: fixed ${1 + pagesAfter}; symbols: ${symbols.map(cssString).join(' ')}; }`;
  const later = phrase
    .split(/(\{\{pages?\}\})/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '{{page}}' ? 'counter(page)' : part === '{{pages}}' ? 'counter(pages, letter-pages)' : cssString(part),
    );
  return {
    counterStyles: `${style('first-page-label', counts.map(whole))}\n${style('letter-pages', counts.map(String))}`,
    first: 'counter(pages, first-page-label)',
    later: later.join(' '),
  };
}
