import { inflateSync } from 'node:zlib';

/**
 * A small reader for the PDFs that Chromium writes (PDF 1.4, plain objects, Identity-H fonts), so that letters can be
 * measured on a machine that has nothing but Node. It reads what is on the page: glyphs with their place, rectangles,
 * fonts, the structure tree's kinds.
 */
export interface PdfGlyphRun {
  text: string;
  /** Left end of the baseline, mm from the page's left edge. */
  xMm: number;
  /** Baseline, mm from the page's top edge. */
  baselineMm: number;
  sizePoints: number;
  font: string;
}

export interface PdfRectangle {
  xMm: number;
  yMm: number;
  widthMm: number;
  heightMm: number;
}

export interface PdfPage {
  widthMm: number;
  heightMm: number;
  /** In the order of drawing, glyphs of one baseline that follow each other joined. */
  runs: PdfGlyphRun[];
  rectangles: PdfRectangle[];
}

export interface Pdf {
  title: string;
  creator: string;
  language: string;
  isTagged: boolean;
  displaysTitle: boolean;
  pages: PdfPage[];
  fonts: { name: string; subtype: string; isEmbedded: boolean }[];
  /** How often each kind stands in the structure tree: H1, P, L … */
  structure: Readonly<Record<string, number>>;
  /** Languages of parts in the structure tree. */
  partLanguages: string[];
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const MM_PER_POINT = 25.4 / 72;

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

function apply(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

interface PdfObject {
  dictionary: string;
  stream: Buffer | null;
}

function readObjects(bytes: Buffer): Map<number, PdfObject> {
  const text = bytes.toString('latin1');
  const objects = new Map<number, PdfObject>();
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const table = /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 100));
  if (!table) throw new Error('The PDF has no table of positions where it says');
  const rows = text.slice(start + table[0].length, start + table[0].length + Number(table[1]) * 20);
  for (let id = 0; id < Number(table[1]); id += 1) {
    const row = rows.slice(id * 20, id * 20 + 20);
    if (row[17] !== 'n') continue;
    const offset = Number(row.slice(0, 10));
    const head = `${id} 0 obj`;
    if (!text.startsWith(head, offset)) throw new Error(`Object ${id} is not where the table says`);
    const streamAt = text.indexOf('stream', offset);
    const endAt = text.indexOf('endobj', offset);
    if (streamAt < 0 || streamAt > endAt) {
      objects.set(id, { dictionary: text.slice(offset + head.length, endAt), stream: null });
      continue;
    }
    const dictionary = text.slice(offset + head.length, streamAt);
    const dataAt = streamAt + 'stream'.length + (text[streamAt + 6] === '\r' ? 2 : 1);
    const raw = bytes.subarray(dataAt, dataAt + Number(/\/Length (\d+)/.exec(dictionary)?.[1]));
    objects.set(id, { dictionary, stream: dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw });
  }
  return objects;
}

function referenceOf(dictionary: string, name: string): number | null {
  const found = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1];
  return found === undefined ? null : Number(found);
}

function textStringOf(dictionary: string, name: string): string {
  const hex = new RegExp(`/${name} <([0-9A-Fa-f]*)>`).exec(dictionary)?.[1];
  if (hex !== undefined) return Buffer.from(hex.slice(4), 'hex').swap16().toString('utf16le');
  const literal = new RegExp(`/${name} \\(((?:[^()\\\\]|\\\\.)*)\\)`).exec(dictionary)?.[1] ?? '';
  return literal.replace(/\\([0-7]{3}|.)/g, (_whole, escaped: string) =>
    escaped.length === 3 ? String.fromCharCode(Number.parseInt(escaped, 8)) : escaped,
  );
}

function readCharacterMap(stream: Buffer): Map<number, string> {
  const characters = new Map<number, string>();
  const text = stream.toString('latin1');
  const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of text.matchAll(/beginbfchar\s([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', value = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      characters.set(Number.parseInt(glyph, 16), utf16(value));
  }
  for (const [, block = ''] of text.matchAll(/beginbfrange\s([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', value = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const first = Number.parseInt(from, 16);
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph += 1) {
        characters.set(glyph, String.fromCodePoint(Number.parseInt(value, 16) + glyph - first));
      }
    }
  }
  return characters;
}

interface PdfFont {
  name: string;
  characters: Map<number, string>;
}

const TOKEN = /\/[^\s<>[\]()/]+|<<|>>|<[0-9A-Fa-f]*>|\[|\]|\((?:[^()\\]|\\.)*\)|[^\s<>[\]()/]+/g;

function readContent(
  content: string,
  fonts: ReadonlyMap<string, PdfFont>,
  heightPoints: number,
): Pick<PdfPage, 'runs' | 'rectangles'> {
  const runs: PdfGlyphRun[] = [];
  const rectangles: PdfRectangle[] = [];
  const stack: Matrix[] = [];
  const toMm = (x: number, y: number): [number, number] => [x * MM_PER_POINT, (heightPoints - y) * MM_PER_POINT];
  let matrix = IDENTITY;
  let line = IDENTITY;
  let font: PdfFont | undefined;
  let size = 0;
  let path: [number, number][] = [];
  let operands: string[] = [];
  const numbers = (count: number) => operands.slice(-count).map(Number);

  const show = (hex: string) => {
    const [x, y] = toMm(...apply(multiply(line, matrix), 0, 0));
    const scale = Math.hypot(matrix[0], matrix[1]);
    let text = '';
    for (const [glyph] of hex.matchAll(/..../g)) text += font?.characters.get(Number.parseInt(glyph, 16)) ?? '\ufffd';
    const previous = runs.at(-1);
    const sizePoints = Math.round(size * scale * 100) / 100;
    const goesOn =
      previous !== undefined &&
      previous.font === font?.name &&
      previous.sizePoints === sizePoints &&
      Math.abs(previous.baselineMm - y) < 0.01 &&
      x >= previous.xMm &&
      isOpen;
    if (goesOn && previous) previous.text += text;
    else runs.push({ text, xMm: x, baselineMm: y, sizePoints, font: font?.name ?? '' });
    isOpen = true;
  };
  let isOpen = false;

  const drawn = () => {
    if (path.length > 0) {
      const xs = path.map(([x]) => x);
      const ys = path.map(([, y]) => y);
      rectangles.push({
        xMm: Math.min(...xs),
        yMm: Math.min(...ys),
        widthMm: Math.max(...xs) - Math.min(...xs),
        heightMm: Math.max(...ys) - Math.min(...ys),
      });
    }
    path = [];
  };

  for (const [token] of content.matchAll(TOKEN)) {
    if (/^[-+.\d/<([\])>]/.test(token)) {
      operands.push(token);
      continue;
    }
    if (token === 'q') stack.push(matrix);
    else if (token === 'Q') matrix = stack.pop() ?? IDENTITY;
    else if (token === 'cm') matrix = multiply(numbers(6) as unknown as Matrix, matrix);
    else if (token === 'BT') isOpen = false;
    else if (token === 'Tf') {
      font = fonts.get((operands.at(-2) ?? '').slice(1));
      size = Number(operands.at(-1));
    } else if (token === 'Tm') line = numbers(6) as unknown as Matrix;
    else if (token === 'Td') {
      const [x = 0, y = 0] = numbers(2);
      line = multiply([1, 0, 0, 1, x, y], line);
    } else if (token === 'Tj') show((operands.at(-1) ?? '').slice(1, -1));
    else if (token === 're') {
      const [x = 0, y = 0, width = 0, height = 0] = numbers(4);
      path.push(toMm(...apply(matrix, x, y)), toMm(...apply(matrix, x + width, y + height)));
    } else if (token === 'm' || token === 'l') {
      const [x = 0, y = 0] = numbers(2);
      path.push(toMm(...apply(matrix, x, y)));
    } else if (/^(?:f|F|f\*|S|s|B|b|B\*|b\*)$/.test(token)) drawn();
    else if (token === 'n') path = [];
    operands = [];
  }
  return { runs, rectangles };
}

/** Reads a PDF that Chromium wrote. Throws when its table of positions is wrong. */
export function readPdf(pdf: Uint8Array): Pdf {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const objects = readObjects(bytes);
  const object = (id: number | null): PdfObject => objects.get(id ?? -1) ?? { dictionary: '', stream: null };
  const trailer = bytes.subarray(bytes.lastIndexOf('trailer')).toString('latin1');
  const catalogue = object(referenceOf(trailer, 'Root')).dictionary;
  const information = object(referenceOf(trailer, 'Info')).dictionary;

  const pageIds = (id: number): number[] => {
    const { dictionary } = object(id);
    const kids = /\/Kids \[([^\]]*)\]/.exec(dictionary)?.[1];
    return kids === undefined ? [id] : [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pageIds(Number(kid)));
  };
  const fontOf = (id: number): PdfFont => {
    const { dictionary } = object(id);
    const map = object(referenceOf(dictionary, 'ToUnicode')).stream;
    return {
      name: /\/BaseFont \/([^\s/>]+)/.exec(dictionary)?.[1] ?? '',
      characters: map ? readCharacterMap(map) : new Map(),
    };
  };
  const pages = pageIds(referenceOf(catalogue, 'Pages') ?? -1).map((id): PdfPage => {
    const { dictionary } = object(id);
    const [, , width = 0, height = 0] = (/\/MediaBox \[([^\]]*)\]/.exec(dictionary)?.[1] ?? '')
      .trim()
      .split(/\s+/)
      .map(Number);
    const fontNames = /\/Font <<([^>]*)>>/.exec(dictionary)?.[1] ?? '';
    const fonts = new Map(
      [...fontNames.matchAll(/\/(\w+) (\d+) 0 R/g)].map(
        ([, name = '', fontId]) => [name, fontOf(Number(fontId))] as const,
      ),
    );
    const content = object(referenceOf(dictionary, 'Contents')).stream?.toString('latin1') ?? '';
    return { widthMm: width * MM_PER_POINT, heightMm: height * MM_PER_POINT, ...readContent(content, fonts, height) };
  });

  const all = [...objects.values()];
  const structure: Record<string, number> = {};
  for (const { dictionary } of all) {
    const kind = dictionary.includes('/StructElem') ? /\/S \/(\w+)/.exec(dictionary)?.[1] : undefined;
    if (kind !== undefined) structure[kind] = (structure[kind] ?? 0) + 1;
  }
  return {
    title: textStringOf(information, 'Title'),
    creator: textStringOf(information, 'Creator'),
    language: textStringOf(catalogue, 'Lang'),
    isTagged: /\/Marked true/.test(catalogue),
    displaysTitle: /\/DisplayDocTitle true/.test(catalogue),
    pages,
    fonts: all
      .filter(
        ({ dictionary }) =>
          /\/Type \/Font\b(?!Descriptor)/.test(dictionary) &&
          dictionary.includes('/BaseFont') &&
          !dictionary.includes('/Type0'),
      )
      .map(({ dictionary }) => ({
        name: /\/BaseFont \/([^\s/>]+)/.exec(dictionary)?.[1] ?? '',
        subtype: /\/Subtype \/(\w+)/.exec(dictionary)?.[1] ?? '',
        isEmbedded: /\/FontFile[23]? \d+ 0 R/.test(object(referenceOf(dictionary, 'FontDescriptor')).dictionary),
      })),
    structure,
    partLanguages: [
      ...new Set(
        all
          .filter(({ dictionary }) => dictionary.includes('/StructElem'))
          .map(({ dictionary }) => textStringOf(dictionary, 'Lang')),
      ),
    ].filter((language) => language !== ''),
  };
}

/** All text of a page, one run a line. */
export function pageText(page: PdfPage): string {
  return page.runs.map((run) => run.text).join('\n');
}

/** What stands on one baseline, joined from left to right; drawn in pieces it is still one line to a reader. */
export function pageLines(page: PdfPage): PdfGlyphRun[] {
  const lines: PdfGlyphRun[] = [];
  for (const run of page.runs.toSorted((a, b) => a.baselineMm - b.baselineMm || a.xMm - b.xMm)) {
    const line = lines.at(-1);
    if (line && Math.abs(line.baselineMm - run.baselineMm) < 0.3) line.text += run.text;
    else lines.push({ ...run });
  }
  return lines;
}

/** The first run that contains the words. Throws when there is none. */
export function findRun(page: PdfPage, words: string): PdfGlyphRun {
  const run = page.runs.find(({ text }) => text.includes(words));
  if (!run) throw new Error(`The page does not say ${JSON.stringify(words)}`);
  return run;
}

// Noto Sans: ascent 1.069 em, descent 0.293 em; what a line is higher or lower than both lies half above and half below.
/** The top of the line box that a run of Noto Sans stands in, mm from the page's top edge. */
export function lineTopMm(run: PdfGlyphRun, lineHeightMm: number): number {
  const emMm = run.sizePoints * MM_PER_POINT;
  return run.baselineMm - 1.069 * emMm - (lineHeightMm - 1.362 * emMm) / 2;
}
