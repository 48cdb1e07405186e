import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { describe, expect, test } from 'vitest';
import { BundleRefused } from './bundle-refused.ts';
import { readTar, writeTar } from './tar.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const EXPECTED = new Set(['manifest.json', 'data/contact.ndjson', 'data/person.ndjson']);

function read(archive: Uint8Array): [string, string][] {
  return readTar(archive, (name) => EXPECTED.has(name)).map(({ name, content }) => [
    name,
    Buffer.from(content).toString('utf8'),
  ]);
}

function codeOf(archive: Uint8Array): string {
  try {
    read(archive);
    return 'accepted';
  } catch (error) {
    return error instanceof BundleRefused ? error.code : String(error);
  }
}

type Header = Parameters<ReturnType<typeof pack>['entry']>[0];

/** An archive by another writer, with whatever that writer allows. */
async function foreign(...entries: [Header, string?][]): Promise<Uint8Array> {
  const archive = pack();
  for (const [header, content] of entries) archive.entry(header, content ?? '');
  archive.finalize();
  return await buffer(archive);
}

/** An extended header as a block pair: a plain entry that is told to be one. */
function extendedHeader(records: string): Uint8Array {
  const blocks = Buffer.from(writeTar([{ name: 'manifest.json', content: utf8(records) }]).subarray(0, 1024));
  blocks.write('x', 156, 'latin1');
  return withChecksum(blocks);
}

function withChecksum(blocks: Buffer): Buffer {
  blocks.write('        ', 148, 'latin1');
  const sum = blocks.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  blocks.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return blocks;
}

const good: [Header, string?][] = [
  [{ name: 'manifest.json' }, '{}'],
  [{ name: 'data/contact.ndjson' }, 'x'.repeat(512)],
];

describe('tar', () => {
  test('gives back the entries in their order, empty ones and full blocks too', () => {
    for (const length of [0, 1, 511, 512, 513, 100_000]) {
      const entries = [
        { name: 'manifest.json', content: utf8('{}') },
        { name: 'data/person.ndjson', content: utf8('p'.repeat(length)) },
      ];
      expect(read(writeTar(entries))).toEqual([
        ['manifest.json', '{}'],
        ['data/person.ndjson', 'p'.repeat(length)],
      ]);
    }
  });

  test('reads what other writers write, with times and owners in extended headers', async () => {
    expect(codeOf(await foreign(...good))).toBe('accepted');
    // As GNU tar and Python write them for a file with a time between two seconds.
    const times = extendedHeader('30 mtime=1763845203.120000000\n27 ctime=1763845203.12345\n');
    const manifest = writeTar([{ name: 'manifest.json', content: utf8('{}') }]);
    expect(read(Buffer.concat([times, manifest]))).toEqual([['manifest.json', '{}']]);
    expect(codeOf(Buffer.concat([times, times, manifest]))).toBe('entry-unexpected');
    expect(codeOf(Buffer.concat([times, manifest.subarray(1024)]))).toBe('tar-invalid');
    expect(codeOf(Buffer.concat([extendedHeader('20 path=../manifest.js\n'), manifest]))).toBe('entry-unexpected');
    expect(codeOf(await foreign(...good, [{ name: 'data/', type: 'directory' }]))).toBe('accepted');
  });

  test.each<[string, Header]>([
    ['a path upwards', { name: '../manifest.json' }],
    ['a path upwards inside', { name: 'data/../../contact.ndjson' }],
    ['an absolute path', { name: '/etc/cron.d/tandem' }],
    ['a current-folder prefix', { name: './manifest.json' }],
    ['an unknown name', { name: 'data/note.ndjson' }],
    ['a backslash', { name: 'data\\contact.ndjson' }],
    ['another case', { name: 'data/Contact.ndjson' }],
    ['another folder', { name: 'more/', type: 'directory' }],
    ['a folder with an expected name', { name: 'data/person.ndjson', type: 'directory' }],
    ['a symbolic link', { name: 'data/person.ndjson', type: 'symlink', linkname: '/etc/passwd' }],
    ['a hard link', { name: 'data/person.ndjson', type: 'link', linkname: 'manifest.json' }],
    ['a pipe', { name: 'data/person.ndjson', type: 'fifo' }],
    ['a device', { name: 'data/person.ndjson', type: 'character-device', devmajor: 1, devminor: 3 }],
    ['a repeated name', { name: 'manifest.json' }],
    ['a name in an extended header', { name: 'data/person.ndjson', pax: { path: '../x' } }],
    ['a size in an extended header', { name: 'data/person.ndjson', pax: { size: '0' } }],
    ['a name longer than the field', { name: `data/${'x'.repeat(200)}` }],
  ])('refuses %s', async (_, header) => {
    expect(codeOf(await foreign(...good, [header]))).toBe('entry-unexpected');
  });

  test('refuses an archive that is cut, goes on, or has something between', () => {
    const archive = Buffer.from(writeTar([{ name: 'manifest.json', content: utf8('{}') }]));
    const more = writeTar([{ name: 'data/person.ndjson', content: utf8('hidden') }]);
    expect(codeOf(archive)).toBe('accepted');
    const cases: Record<string, Uint8Array> = {
      empty: new Uint8Array(0),
      'header only': archive.subarray(0, 512),
      'no end': archive.subarray(0, 1024),
      'half an end': archive.subarray(0, 1536),
      'an odd length': archive.subarray(0, archive.length - 1),
      'an archive behind the end': Buffer.concat([archive, more]),
      'one zero block and an archive': Buffer.concat([archive.subarray(0, 1536), more]),
      'content in the padding': Buffer.concat([archive.subarray(0, 600), utf8('x'), archive.subarray(601)]),
    };
    for (const [name, bytes] of Object.entries(cases)) expect([name, codeOf(bytes)]).toEqual([name, 'tar-invalid']);
  });

  test('no flipped bit of a header goes unnoticed', () => {
    const archive = writeTar([{ name: 'manifest.json', content: utf8('{}') }]);
    for (let bit = 0; bit < 512 * 8; bit += 1) {
      const flipped = new Uint8Array(archive);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      if (codeOf(flipped) !== 'accepted') continue;
      // The checksum field may be written in several ways; they mean the same.
      expect(bit >> 3).toBeGreaterThanOrEqual(148);
      expect(bit >> 3).toBeLessThan(156);
      expect(read(flipped)).toEqual([['manifest.json', '{}']]);
    }
  });

  test('refuses a size that lies, also a huge or binary one', () => {
    for (const size of ['77777777777', '00000000003', '99999999999', '-0000000001']) {
      const archive = Buffer.from(writeTar([{ name: 'manifest.json', content: utf8('{}') }]));
      archive.write(size, 124, 'latin1');
      withChecksum(archive);
      // "3" is one more than there is, but its block is the same: the byte behind it is padding, not content.
      expect(codeOf(archive)).toBe(size === '00000000003' ? 'accepted' : 'tar-invalid');
    }
  });

  test('does not write a name that would not fit', () => {
    expect(() => writeTar([{ name: 'ä', content: utf8('') }])).toThrow(RangeError);
    expect(() => writeTar([{ name: 'x'.repeat(100), content: utf8('') }])).toThrow(RangeError);
  });
});
