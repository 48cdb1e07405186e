import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printer, printLetter } from './print.ts';
import { sampleSources } from './sample-letter.ts';

// A second reader beside our own: what pdf-reader.ts says of a letter must be what Poppler says.
const run = (tool: string, ...parameters: string[]) => spawnSync(tool, parameters, { maxBuffer: 50_000_000 });
const hasPoppler = run('pdftotext', '-v').status === 0;
const MM = 25.4 / 72;

describe.skipIf(!hasPoppler)('a letter as Poppler reads it (skipped where poppler-utils is not installed)', () => {
  let folder: string;
  let file: string;

  const poppler = (tool: string, ...parameters: string[]): string => {
    const { status, stdout, stderr } = run(tool, ...parameters);
    if (status !== 0) throw new Error(`${tool} failed: ${stderr.toString('utf8')}`);
    return stdout.toString('utf8');
  };

  /** The box of a word on the first page, mm from the upper left corner. */
  const wordBox = (word: string, nth = 0): { xMm: number; yMm: number } => {
    const words = [
      ...poppler('pdftotext', '-bbox', '-l', '1', file, '-').matchAll(
        /<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</g,
      ),
    ];
    const found = words.filter(([, , , text]) => text === word)[nth];
    if (!found) throw new Error(`Poppler finds no ${word}`);
    return { xMm: Number(found[1]) * MM, yMm: Number(found[2]) * MM };
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tandem-poppler-'));
    file = join(folder, 'letter.pdf');
    writeFileSync(file, (await printLetter(sampleSources({ letter: { companionLanguage: 'ckb' } }))).bytes);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await printer.close();
  });

  it('is a sound, tagged A4 file with title', () => {
    const information = poppler('pdfinfo', file);
    expect(information).toMatch(/^Title:\s+Bitte um Unterstützung: Kindergartenplatz$/m);
    expect(information).toMatch(/^Tagged:\s+yes$/m);
    expect(information).toMatch(/^Pages:\s+2$/m);
    expect(information).toMatch(/^Page size:\s+59[45].* x 84[12].*\(A4\)$/m);
    expect(information).not.toMatch(/Mozilla|Linux/);
  });

  it('has embedded fonts, none of Type 3', () => {
    const fonts = poppler('pdffonts', file)
      .split('\n')
      .slice(2)
      .filter((line) => line !== '');
    expect(fonts).toHaveLength(4);
    for (const font of fonts) expect(font).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/);
  });

  it.each([
    ['Kita', 0, 25, 62.7],
    ['Unser', 0, 125, 50],
    ['Bitte', 0, 25, 98.46],
  ] as const)('has %s where form B wants it', (word, nth, xMm, yMm) => {
    const box = wordBox(word, nth);
    expect(Math.abs(box.xMm - xMm)).toBeLessThanOrEqual(0.5);
    // Poppler's box is that of the font, a little higher than the line.
    expect(Math.abs(box.yMm - yMm)).toBeLessThanOrEqual(0.6);
  });

  it('can be read out in the right order, mail addresses in one piece', () => {
    const text = poppler('pdftotext', '-l', '1', file, '-');
    expect(text).toContain('buero.mh@stadt.example');
    expect(text.indexOf('Kita Beispiel')).toBeLessThan(text.indexOf('Sehr geehrte Frau Al-Ahmad,'));
    expect(text.indexOf('Sehr geehrte Frau Al-Ahmad,')).toBeLessThan(text.indexOf('Mit freundlichen Grüßen'));
  });

  it('has its marks as ink on the rendered page', () => {
    // 254 dpi: ten pixels a millimetre. PGM: header, then a byte a pixel.
    const { stdout } = run('pdftoppm', '-r', '254', '-gray', '-l', '1', file);
    const [, width = '0', , header = ''] =
      /^P5\s(\d+) (\d+)\s255\s/.exec(stdout.subarray(0, 40).toString('latin1')) ?? [];
    const offset = /^P5\s\d+ \d+\s255\s/.exec(stdout.subarray(0, 40).toString('latin1'))?.[0].length ?? header.length;
    const darkRows = [];
    for (let row = 0; offset + (row + 1) * Number(width) <= stdout.length; row += 1) {
      if ((stdout[offset + row * Number(width) + 60] ?? 255) < 200) darkRows.push(row / 10);
    }
    for (const mark of [105, 148.5, 210]) expect(darkRows.some((row) => Math.abs(row - mark) <= 0.5)).toBe(true);
    expect(darkRows.every((row) => [105, 148.5, 210].some((mark) => Math.abs(row - mark) <= 0.5))).toBe(true);
  });
});
