import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cssString, escapeHtml, isolate, languageAttributes } from './markup.ts';
import { phraseHtml } from './phrase.ts';

describe('markup', () => {
  it('lets no text become markup or end an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
  });

  it('lets no text end a CSS string or the style element', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', '\\', '\n', '<', '/', '}', ';', 'ä', 'a', '\u202e') }),
        (text) => {
          expect(cssString(text)).toMatch(/^"(?:[\p{L}\p{N} .,·-]|\\[0-9a-f]+ )*"$/u);
        },
      ),
    );
  });

  it('isolates values and keeps the direction of German ones', () => {
    expect(isolate('أحمد <b>')).toBe('<bdi>أحمد &lt;b&gt;</bdi>');
    expect(isolate('0231 50-11148', 'ltr')).toBe('<bdi dir="ltr">0231 50-11148</bdi>');
  });

  it('knows which way Kurdish runs', () => {
    expect(languageAttributes('kmr')).toBe('lang="kmr" dir="ltr"');
    expect(languageAttributes('ckb')).toBe('lang="ckb" dir="rtl"');
  });

  it('takes bidi overrides and controls out, joiners not', () => {
    expect(escapeHtml('a\u202eb\u2067c\u0007d\u200ce')).toBe('abcd\u200ce');
  });
});

describe('phraseHtml', () => {
  it('escapes the phrase and puts the values in as they are', () => {
    expect(phraseHtml('A & {{who}}', { who: '<bdi>B</bdi>' })).toBe('A &amp; <bdi>B</bdi>');
  });

  it('refuses to leave a placeholder standing', () => {
    expect(() => phraseHtml('Bis {{date}}')).toThrow('{{date}}');
  });
});
