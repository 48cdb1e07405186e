import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Static cuts only: Chromium turns variable fonts into Type 3 fonts in a PDF.
const FACES = [
  { family: 'Noto Sans', weight: 400, file: 'NotoSans-Regular.ttf', range: null },
  { family: 'Noto Sans', weight: 700, file: 'NotoSans-Bold.ttf', range: null },
  // The Arabic blocks only: Vazirmatn has Latin letters too, and a street must not be set in two faces.
  {
    family: 'Vazirmatn',
    weight: 400,
    file: 'Vazirmatn-Regular.ttf',
    range: 'U+0600-06FF, U+0750-077F, U+200C-200D, U+FB50-FDFF, U+FE70-FEFC',
  },
  {
    family: 'Vazirmatn',
    weight: 700,
    file: 'Vazirmatn-Bold.ttf',
    range: 'U+0600-06FF, U+0750-077F, U+200C-200D, U+FB50-FDFF, U+FE70-FEFC',
  },
] as const;

const cssByFolder = new Map<string, string>();

/**
 * `@font-face` rules for everything that is printed, with the fonts inside as data URIs (2 MB), so that a document needs
 * neither files nor a network. Read once per folder.
 *
 * @param fontsFolder the folder `resources/fonts`
 * @throws when a font file is not there
 */
export function fontFaceCss(fontsFolder: string): string {
  const known = cssByFolder.get(fontsFolder);
  if (known !== undefined) return known;
  const css = FACES.map(({ family, weight, file, range }) => {
    const base64 = readFileSync(join(fontsFolder, file)).toString('base64');
    const unicodeRange = range === null ? '' : ` unicode-range: ${range};`;
    return `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: normal; src: url(data:font/ttf;base64,${base64}) format("truetype");${unicodeRange} }`;
  }).join('\n');
  cssByFolder.set(fontsFolder, css);
  return css;
}
