import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file under a folder with its bytes. */
export function filesUnder(folder: string): { path: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

/** Whether a text stands in the bytes, in letters of any size: as UTF-8 or UTF-16, plain or as hex or base64 at any offset. */
export function contains(bytes: Buffer, text: string): boolean {
  const lower = inSmallLetters(bytes);
  // The search keeps words in small letters; base64 tells the sizes of letters apart.
  const [typed, folded] = [Buffer.from(text, 'utf8'), Buffer.from(text.toLowerCase(), 'utf8')];
  const encoded = [typed, folded].flatMap((utf8) => [
    Buffer.from(utf8.toString('hex')),
    ...base64Of(utf8).map((part) => Buffer.from(part)),
  ]);
  const plain = [folded, Buffer.from(text.toLowerCase(), 'utf16le')];
  return plain.some((needle) => lower.includes(needle)) || encoded.some((needle) => bytes.includes(needle));
}

/** The same bytes are asked for many texts. */
const small = new WeakMap<Buffer, Buffer>();

function inSmallLetters(bytes: Buffer): Buffer {
  const known = small.get(bytes) ?? Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');
  small.set(bytes, known);
  return known;
}

/** Cut to whole groups of three bytes, so that the middle of a longer base64 text reads the same. */
function base64Of(utf8: Buffer): string[] {
  return [0, 1, 2].map((offset) =>
    utf8.subarray(offset, offset + Math.floor((utf8.length - offset) / 3) * 3).toString('base64'),
  );
}
