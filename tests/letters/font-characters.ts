import { readFileSync } from 'node:fs';

/** The code points that a TrueType font has a glyph for, from the format 12 or 4 table of its `cmap`. */
export function charactersOf(fontPath: string): ReadonlySet<number> {
  const font = readFileSync(fontPath);
  const tables = font.readUInt16BE(4);
  for (let table = 0; table < tables; table += 1) {
    const record = 12 + table * 16;
    if (font.toString('latin1', record, record + 4) === 'cmap') return fromCmap(font, font.readUInt32BE(record + 8));
  }
  throw new Error('A font has a cmap');
}

function fromCmap(font: Buffer, cmap: number): Set<number> {
  const found = new Set<number>();
  for (let encoding = 0; encoding < font.readUInt16BE(cmap + 2); encoding += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + encoding * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 12) addGroups(font, at, found);
    if (format === 4) addSegments(font, at, found);
  }
  return found;
}

function addGroups(font: Buffer, at: number, found: Set<number>): void {
  for (let group = 0; group < font.readUInt32BE(at + 12); group += 1) {
    const from = font.readUInt32BE(at + 16 + group * 12);
    const to = font.readUInt32BE(at + 20 + group * 12);
    for (let code = from; code <= to; code += 1) found.add(code);
  }
}

function addSegments(font: Buffer, at: number, found: Set<number>): void {
  const twice = font.readUInt16BE(at + 6);
  for (let segment = 0; segment < twice; segment += 2) {
    const to = font.readUInt16BE(at + 14 + segment);
    const from = font.readUInt16BE(at + 16 + twice + segment);
    for (let code = from; code <= to && code < 0xffff; code += 1) found.add(code);
  }
}
