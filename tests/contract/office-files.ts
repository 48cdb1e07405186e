import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file under a folder with its bytes. */
export function filesUnder(folder: string): { path: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

/** Whether a text stands in the bytes: as UTF-8 or UTF-16, plain or as hex or base64 at any offset. */
export function contains(bytes: Buffer, text: string): boolean {
  const utf8 = Buffer.from(text, 'utf8');
  // Cut to whole groups of three bytes, so that the middle of a longer base64 text reads the same.
  const shifted = [0, 1, 2].map((offset) =>
    utf8.subarray(offset, offset + Math.floor((utf8.length - offset) / 3) * 3).toString('base64'),
  );
  return [
    utf8,
    Buffer.from(text, 'utf16le'),
    Buffer.from(utf8.toString('hex')),
    ...shifted.map((part) => Buffer.from(part)),
  ].some((needle) => bytes.includes(needle));
}
