import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PADDING_BYTES } from '../../bundle/bundle-format.ts';
import { BundleRefused } from './bundle-refused.ts';
import { packFrames, unpackFrames } from './frames.ts';

const MOST = 1 << 20;
const utf8 = (text: string) => new TextEncoder().encode(text);

async function codeOf(frames: Uint8Array, most = MOST): Promise<string> {
  try {
    await unpackFrames(frames, most);
    return 'accepted';
  } catch (error) {
    return error instanceof BundleRefused ? error.code : String(error);
  }
}

/** A skippable frame of `length` bytes with one of the sixteen magics. */
function skippable(length: number, magic = 0x184d2a50, content: Uint8Array = new Uint8Array(length)): Uint8Array {
  const header = Buffer.alloc(8);
  header.writeUInt32LE(magic, 0);
  header.writeUInt32LE(length, 4);
  return Buffer.concat([header, content]);
}

function padded(...parts: Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0) + 8;
  return Buffer.concat([...parts, skippable(Math.ceil(length / PADDING_BYTES) * PADDING_BYTES - length)]);
}

describe('frames', () => {
  test('give back what was packed; the size tells nothing below 16 KiB', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (content) => {
        const frames = await packFrames(content, 3);
        expect(frames.length).toBe(PADDING_BYTES);
        expect(new Uint8Array(await unpackFrames(frames, MOST))).toEqual(content);
      }),
      { numRuns: 30 },
    );
  });

  test('are padded also where the content ends near or on a boundary', async () => {
    // Random bytes don't compress: the zstd frame is as long as the content and a little more.
    const { randomBytes } = await import('../crypto.ts');
    for (let length = PADDING_BYTES - 40; length <= PADDING_BYTES + 5; length += 1) {
      const content = randomBytes(length);
      const frames = await packFrames(content, 3);
      expect(frames.length % PADDING_BYTES).toBe(0);
      expect(frames.length - length).toBeLessThan(PADDING_BYTES + 64);
      expect(new Uint8Array(await unpackFrames(frames, MOST))).toEqual(content);
    }
  });

  test('two nights with the same content look different', async () => {
    expect(await packFrames(utf8('x'), 3)).not.toEqual(await packFrames(utf8('x'), 3));
  });

  test('anything else than one checked zstd frame and one skippable frame is refused', async () => {
    const content = utf8('report '.repeat(100));
    const frame = zstdCompressSync(content, { params: { 201: 1 } });
    const unchecked = zstdCompressSync(content, { params: { 201: 0 } });
    expect(await codeOf(padded(frame))).toBe('accepted');
    const cases: Record<string, Uint8Array> = {
      empty: new Uint8Array(0),
      'no padding frame': frame,
      'no zstd frame': padded(),
      'without checksum': padded(unchecked),
      'two zstd frames': padded(frame, frame),
      'two padding frames': padded(frame, skippable(10)),
      'padding first': Buffer.concat([skippable(PADDING_BYTES - 8 - frame.length), frame]),
      'another skippable magic': Buffer.concat([frame, skippable(PADDING_BYTES - 8 - frame.length, 0x184d2a51)]),
      'bytes behind the end': Buffer.concat([padded(frame), utf8('more')]),
      'a block of bytes behind the end': Buffer.concat([padded(frame), new Uint8Array(PADDING_BYTES)]),
      'padding that says more than there is': Buffer.concat([
        frame,
        skippable(PADDING_BYTES, 0x184d2a50, new Uint8Array(PADDING_BYTES - 8 - frame.length)),
      ]),
      'padding that says less than there is': Buffer.concat([
        frame,
        skippable(1, 0x184d2a50, new Uint8Array(PADDING_BYTES - 8 - frame.length)),
      ]),
      'not a multiple of 16 KiB': Buffer.concat([frame, skippable(100)]),
    };
    for (const [name, frames] of Object.entries(cases))
      expect([name, await codeOf(frames)]).toEqual([name, 'frames-invalid']);
  });

  test('cut anywhere they are refused', async () => {
    const frames = await packFrames(utf8('report '.repeat(100)), 3);
    for (const length of [0, 1, 4, 5, 6, 10, 30, 50, 100, PADDING_BYTES - 1]) {
      expect(await codeOf(frames.subarray(0, length))).toBe('frames-invalid');
    }
  });

  test('a flipped bit of the zstd frame never gives other content', async () => {
    const content = utf8('report '.repeat(20));
    const frames = await packFrames(content, 3);
    const read = new Set<string>();
    for (let bit = 0; bit < 80 * 8; bit += 1) {
      const flipped = new Uint8Array(frames);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      const opened = await unpackFrames(flipped, MOST).catch((error: unknown) => String(error));
      read.add(Buffer.from(opened).toString('utf8'));
    }
    // The padding is random: a bit of it is any bit, and changes nothing. All before it is checked.
    expect([...read].sort((a, b) => a.localeCompare(b))).toEqual([
      'BundleRefused: bundle refused: frames-invalid',
      'report '.repeat(20),
    ]);
  });

  test('stop at the bound, long before a bomb is expanded', async () => {
    const bomb = await packFrames(new Uint8Array(64 << 20), 19);
    expect(bomb.length).toBe(PADDING_BYTES);
    const before = process.memoryUsage().rss;
    expect(await codeOf(bomb)).toBe('expands-too-far');
    expect(process.memoryUsage().rss - before).toBeLessThan(40 << 20);
    expect(await codeOf(bomb, 64 << 20)).toBe('accepted');
    expect(await codeOf(bomb, (64 << 20) - 1)).toBe('expands-too-far');
  });
});
