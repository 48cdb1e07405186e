/** Advance widths of Noto Sans Regular in 1/1000 em, by width (read from the font's hmtx table). */
const CHARACTERS_BY_WIDTH: Readonly<Record<number, string>> = {
  225: "'",
  258: 'ijlîı',
  268: ' ,.:;·!J`',
  300: '()',
  322: '-',
  339: 'Iİ[]f',
  361: 't/\\{}',
  413: '"r?_',
  470: 'zsşcç–',
  510: 'vyFLx',
  549: 'kSŞ*|ET',
  564: 'aäeéèêY',
  572: '$+0123456789<=>Z^~X',
  605: 'PVoö',
  618: 'bdgpqğhnuüûKR',
  639: 'ßCÇAÄ#B',
  731: 'GDUÜ&H',
  786: 'NOQÖw',
  935: '%@MWm',
};

const WIDTHS = new Map(
  Object.entries(CHARACTERS_BY_WIDTH).flatMap(([width, characters]) =>
    [...characters].map((character) => [character, Number(width)] as const),
  ),
);

const MM_PER_POINT = 25.4 / 72;
// Wider than most letters, so that a name in an unforeseen script is broken early and not cut.
const WIDTH_OF_OTHERS = 720;
// Arabic letters join; Vazirmatn's are narrower than Latin ones on average.
const WIDTH_OF_ARABIC = 500;

/** Millimetres that a line of Noto Sans Regular takes; exact within 4 % for German, never much too small. */
export function textWidthMm(line: string, sizePoints: number): number {
  let thousandths = 0;
  for (const character of line) {
    if (/\p{M}/u.test(character)) continue;
    thousandths += WIDTHS.get(character) ?? (/\p{Script=Arabic}/u.test(character) ? WIDTH_OF_ARABIC : WIDTH_OF_OTHERS);
  }
  return (thousandths / 1000) * sizePoints * MM_PER_POINT;
}

/**
 * Breaks a line so that each part fits, at blanks and after hyphens; a word that is too long by itself is cut where it
 * stops fitting. Returns at least one line.
 */
export function wrapLine(line: string, sizePoints: number, widthMm: number): string[] {
  const fits = (text: string) => textWidthMm(text, sizePoints) <= widthMm;
  const lines: string[] = [];
  let current = '';
  for (const piece of line.trim().split(/(?<=[\s-])/)) {
    if (fits((current + piece).trimEnd())) {
      current += piece;
      continue;
    }
    if (current.trim() !== '') lines.push(current.trim());
    current = '';
    for (const character of piece) {
      if (!fits(current + character)) {
        lines.push(current.trim());
        current = '';
      }
      current += character;
    }
  }
  if (current.trim() !== '' || lines.length === 0) lines.push(current.trim());
  return lines;
}
