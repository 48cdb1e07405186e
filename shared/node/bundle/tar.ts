import type { BundleEntry } from './bundle-entry.ts';
import { BundleRefused } from './bundle-refused.ts';

/**
 * A tar writer and a strict reader for bundles: plain files with short names, nothing else.
 *
 * Security: general tar libraries go on behind the end of the archive, and let extended headers rename or resize an
 * entry; stock `tar` may then see other files than we verified. This reader refuses all of that.
 */
const BLOCK = 512;
const END_BLOCKS = 2;
/** What an extended (pax) header may say: times and owners, which we ignore. Never path, size or link. */
const HARMLESS_PAX = /^(?:[1-9][0-9]* (?:mtime|atime|ctime|uid|gid|uname|gname|comment)=[^\n]*\n)*$/;

/** @returns a POSIX (pax interchange) archive of the entries in the given order, without times or owners. */
export function writeTar(entries: readonly BundleEntry[]): Uint8Array {
  return Buffer.concat(tarParts(entries));
}

/** {@link writeTar} in parts that need not be copied together: ten years are a hundred megabytes. */
export function tarParts(entries: readonly BundleEntry[]): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (const { name, content } of entries) {
    parts.push(headerOf(name, content.length), content, new Uint8Array(fill(content.length)));
  }
  return [...parts, new Uint8Array(END_BLOCKS * BLOCK)];
}

function headerOf(name: string, size: number): Uint8Array {
  if (!/^[a-z0-9./-]{1,99}$/.test(name) || size > 0o77777777777)
    throw new RangeError('entry does not fit a tar header');
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 'latin1');
  header.write('0000644\0', 100, 'latin1');
  header.write('0000000\0', 108, 'latin1');
  header.write('0000000\0', 116, 'latin1');
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  header.write('00000000000\0', 136, 'latin1');
  header.write('0', 156, 'latin1');
  header.write('ustar\u000000', 257, 'latin1');
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

/**
 * The entries of an archive, in their order; their names are unique and among those that `isExpected` accepts.
 *
 * @throws BundleRefused `entry-unexpected` for another name, a repeated name, or anything that is no plain file;
 *   `tar-invalid` if the archive is broken or goes on behind its end.
 */
export function readTar(archive: Uint8Array, isExpected: (name: string) => boolean): BundleEntry[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  if (bytes.length % BLOCK !== 0) throw new BundleRefused('tar-invalid');
  const entries: BundleEntry[] = [];
  const names = new Set<string>();
  let at = 0;
  let afterPax = false;
  for (;;) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.length < BLOCK) throw new BundleRefused('tar-invalid');
    if (isZero(header)) break;
    const { name, size, type } = parseHeader(header);
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    const padding = bytes.subarray(at + BLOCK + size, at + BLOCK + size + fill(size));
    if (content.length < size || padding.length < fill(size) || !isZero(padding))
      throw new BundleRefused('tar-invalid');
    at += BLOCK + size + fill(size);
    if (type === 'x') {
      if (afterPax || !HARMLESS_PAX.test(content.toString('utf8'))) throw new BundleRefused('entry-unexpected');
      afterPax = true;
      continue;
    }
    // `tar c manifest.json data` writes the folder too; it says nothing.
    if (type === '5' && name === 'data/' && size === 0 && !afterPax) continue;
    if (type !== '0' || names.has(name) || !isExpected(name)) throw new BundleRefused('entry-unexpected');
    afterPax = false;
    names.add(name);
    entries.push({ name, content });
  }
  const rest = bytes.subarray(at);
  if (afterPax || rest.length < END_BLOCKS * BLOCK || !isZero(rest)) throw new BundleRefused('tar-invalid');
  return entries;
}

function parseHeader(header: Buffer): { name: string; size: number; type: string } {
  // GNU tar's own format differs from the POSIX one in two bytes here and in nothing that we let pass.
  const magic = header.toString('latin1', 257, 265);
  const knownFormat = magic === 'ustar\u000000' || magic === 'ustar  \u0000';
  if (!knownFormat || octal(header, 148, 8) !== checksumOf(header)) throw new BundleRefused('tar-invalid');
  // Security: a prefix would be put before the name by other readers.
  if (header.readUInt8(345) !== 0) throw new BundleRefused('entry-unexpected');
  const type = header.toString('latin1', 156, 157);
  return { name: textAt(header, 0, 100), size: octal(header, 124, 12), type: type === '\0' ? '0' : type };
}

function textAt(header: Buffer, from: number, length: number): string {
  const field = header.toString('latin1', from, from + length);
  const end = field.indexOf('\0');
  return end < 0 ? field : field.slice(0, end);
}

function octal(header: Buffer, from: number, length: number): number {
  const field = /^ *([0-7]{1,11})[ \0]*$/.exec(header.toString('latin1', from, from + length));
  if (field?.[1] === undefined) throw new BundleRefused('tar-invalid');
  return Number.parseInt(field[1], 8);
}

function checksumOf(header: Buffer): number {
  let sum = 8 * 32;
  for (const [at, byte] of header.entries()) if (at < 148 || at >= 156) sum += byte;
  return sum;
}

function fill(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

function isZero(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}
