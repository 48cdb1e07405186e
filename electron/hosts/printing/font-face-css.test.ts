import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fontFaceCss } from './font-face-css.ts';
import { withoutBrowserTrace } from './pdf-info.ts';

const fonts = join(import.meta.dirname, '../../../resources/fonts');

describe('fontFaceCss', () => {
  it('holds four static faces, complete and in the document itself', () => {
    const css = fontFaceCss(fonts);
    const faces = [
      ...css.matchAll(
        /@font-face \{ font-family: "([^"]+)"; font-weight: (\d+);[^}]*url\(data:font\/ttf;base64,([A-Za-z0-9+/=]+)\)/g,
      ),
    ];
    expect(faces.map(([, family, weight]) => `${family} ${weight}`)).toEqual([
      'Noto Sans 400',
      'Noto Sans 700',
      'Vazirmatn 400',
      'Vazirmatn 700',
    ]);
    for (const [, , , data = ''] of faces) {
      const font = Buffer.from(data, 'base64');
      const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) =>
        font.toString('latin1', 12 + index * 16, 16 + index * 16),
      );
      expect(tables).toContain('glyf');
      // A font with variations would become Type 3 in a PDF.
      expect(tables).not.toContain('fvar');
    }
  });

  it('reads the files once', () => {
    expect(fontFaceCss(fonts)).toBe(fontFaceCss(fonts));
  });
});

describe('withoutBrowserTrace', () => {
  it('replaces the name of the browser and moves no byte behind it', () => {
    const pdf = Buffer.from(
      '%PDF-1.4\n<</Title (a)\n/Creator (Mozilla/5.0 \\(X11; Linux\\) (nested) Chrome/156)\n/Producer (x)>>',
      'latin1',
    );
    const cleaned = Buffer.from(withoutBrowserTrace(pdf)).toString('latin1');
    expect(cleaned).toHaveLength(pdf.length);
    expect(cleaned).toMatch(/\/Creator \(Tandem\) +\n\/Producer \(x\)>>$/);
  });

  it('leaves a file without such an entry alone', () => {
    const pdf = Buffer.from('%PDF-1.4');
    expect(withoutBrowserTrace(pdf)).toBe(pdf);
  });
});
