import { describe, expect, it } from 'vitest';
import { pageLabelCss } from './page-label.ts';

describe('pageLabelCss', () => {
  it('shows nothing on a single page and counts without the pages that follow', () => {
    const { counterStyles, first, later } = pageLabelCss('Seite {{page}} von {{pages}}', 1);
    expect(counterStyles).toContain(
      '@counter-style first-page-label { system: fixed 2; symbols: "" "Seite 1 von 2" "Seite 1 von 3"',
    );
    expect(counterStyles).toContain('@counter-style letter-pages { system: fixed 2; symbols: "1" "2" "3"');
    expect(first).toBe('counter(pages, first-page-label)');
    expect(later).toBe('"Seite " counter(page) " von " counter(pages, letter-pages)');
  });
});
