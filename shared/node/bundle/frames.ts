import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import { PADDING_BYTES } from '../../bundle/bundle-format.ts';
import { randomBytes } from '../crypto.ts';
import { BundleRefused } from './bundle-refused.ts';

/**
 * The frames inside a bundle's age layer (RFC 8878): one zstd frame with a checksum, then one skippable frame of random
 * bytes that fills up to the next multiple of 16 KiB. Stock `zstd -d` skips the second by itself.
 */
const ZSTD_MAGIC = 0xfd2fb528;
const SKIPPABLE_MAGIC = 0x184d2a50;
const SKIPPABLE_HEADER_BYTES = 8;
const CHECKSUM_BYTES = 4;

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** @param level zstd's compression level. */
export async function packFrames(content: Uint8Array, level: number): Promise<Uint8Array> {
  const frame = await compress(content, {
    // Larger than any result: Node writes a second, empty frame when the first fills a chunk to the last byte.
    chunkSize: content.length + (content.length >> 7) + 1024,
    params: { [constants.ZSTD_c_compressionLevel]: level, [constants.ZSTD_c_checksumFlag]: 1 },
  });
  if (endOfZstdFrame(frame) !== frame.length) throw new Error('zstd wrote more than one frame');
  const least = frame.length + SKIPPABLE_HEADER_BYTES;
  const padding = Math.ceil(least / PADDING_BYTES) * PADDING_BYTES - least;
  const header = Buffer.alloc(SKIPPABLE_HEADER_BYTES);
  header.writeUInt32LE(SKIPPABLE_MAGIC, 0);
  header.writeUInt32LE(padding, 4);
  return Buffer.concat([frame, header, randomBytes(padding)]);
}

/**
 * The content of exactly one zstd frame that is followed by exactly one skippable frame and nothing else.
 *
 * Security: the frames are walked here, because Node's zstd functions silently accept trailing bytes: something could be
 * hidden there that other readers would see.
 *
 * @throws BundleRefused `frames-invalid`, or `expands-too-far` beyond `mostBytes`.
 */
export async function unpackFrames(frames: Uint8Array, mostBytes: number): Promise<Uint8Array> {
  const bytes = Buffer.from(frames.buffer, frames.byteOffset, frames.byteLength);
  const end = endOfZstdFrame(bytes);
  const paddingFrom = end + SKIPPABLE_HEADER_BYTES;
  const framed =
    bytes.length % PADDING_BYTES === 0 &&
    paddingFrom <= bytes.length &&
    bytes.readUInt32LE(end) === SKIPPABLE_MAGIC &&
    bytes.readUInt32LE(end + 4) === bytes.length - paddingFrom;
  if (!framed) throw new BundleRefused('frames-invalid');
  try {
    return await decompress(bytes.subarray(0, end), { maxOutputLength: mostBytes });
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new BundleRefused(tooLarge ? 'expands-too-far' : 'frames-invalid');
  }
}

/** @returns the offset behind the first zstd frame. @throws BundleRefused if there is none, whole and with a checksum. */
function endOfZstdFrame(bytes: Buffer): number {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== ZSTD_MAGIC) throw new BundleRefused('frames-invalid');
  const descriptor = bytes.readUInt8(4);
  const singleSegment = (descriptor & 0x20) !== 0;
  const hasChecksum = (descriptor & 0x04) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 0x03] ?? 0;
  const contentSizeBytes = [singleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  // Bit 3 is reserved, bit 4 unused; a dictionary would be content that is not in the bundle.
  if ((descriptor & 0x18) !== 0 || !hasChecksum || dictionaryBytes > 0) throw new BundleRefused('frames-invalid');

  let at = 5 + (singleSegment ? 0 : 1) + contentSizeBytes;
  for (let last = false; !last; ) {
    if (at + 3 > bytes.length) throw new BundleRefused('frames-invalid');
    const header = bytes.readUIntLE(at, 3);
    last = (header & 1) === 1;
    const type = (header >> 1) & 3;
    if (type === 3) throw new BundleRefused('frames-invalid');
    // A run-length block (type 1) has one byte, however long the run.
    at += 3 + (type === 1 ? 1 : header >> 3);
  }
  at += CHECKSUM_BYTES;
  if (at > bytes.length) throw new BundleRefused('frames-invalid');
  return at;
}
