import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleFileName, parseBundleFileName } from './bundle-file-name.ts';
import { BUNDLE_KINDS, LAST_EPOCH, LAST_SEQUENCE } from './bundle-format.ts';
import { type BundleNote, formatBundleNote, parseBundleNote } from './bundle-note.ts';
import { formatReceipt, parseReceipt, type Receipt } from './receipt.ts';
import { RECEIPT_CODES, VERDICTS } from './verdicts.ts';

const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/);
const office = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,20}[a-z0-9])?$/);
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

const bundleName = fc.record({
  office,
  kind: fc.constantFrom(...BUNDLE_KINDS),
  epoch: fc.integer({ min: 1, max: LAST_EPOCH }),
  sequence: fc.integer({ min: 1, max: LAST_SEQUENCE }),
});

const bundleNote: fc.Arbitrary<BundleNote> = fc
  .record({
    name: bundleName,
    previous: sha256,
    fileSha256: sha256,
    fileBytes: fc.integer({ min: 1 }),
    createdAt: instant,
    given: fc.array(fc.nat()),
  })
  .map(({ name, previous, given, ...rest }) => ({
    ...name,
    ...rest,
    previousSha256: name.sequence === 1 ? null : previous,
    supersedes: [...new Set(given.map((each) => each % name.sequence || 1))]
      .filter((each) => each < name.sequence)
      .sort((a, b) => a - b),
  }));

describe('file names', () => {
  test('read back as they were written, also if the office id holds a kind', () => {
    fc.assert(
      fc.property(bundleName, (name) => {
        expect(parseBundleFileName(bundleFileName(name))).toEqual(name);
      }),
    );
    const tricky = { office: 'x-report-e1', kind: 'backup', epoch: 2, sequence: 7 } as const;
    expect(bundleFileName(tricky)).toBe('x-report-e1-backup-e2-00000007');
    expect(parseBundleFileName(bundleFileName(tricky))).toEqual(tricky);
  });

  test.each([
    '',
    'mengede-report-e1-00000000',
    'mengede-report-e1-1',
    'mengede-report-e0-00000001',
    'mengede-report-e01-00000001',
    'Mengede-report-e1-00000001',
    '../x-report-e1-00000001',
    '-report-e1-00000001',
    'mengede-image-e1-00000001',
    'mengede-report-e1-000000010',
    'mengede-report-e10000-00000001',
    'mengede-report-e1-00000001\n',
    'a b-report-e1-00000001',
  ])('%j is none', (name) => expect(parseBundleFileName(name)).toBeNull());

  test('an office id, epoch or sequence out of bounds is refused', () => {
    const right = { office: 'mengede', kind: 'report', epoch: 1, sequence: 1 } as const;
    for (const wrong of [
      { office: '../x' },
      { office: '' },
      { epoch: 0 },
      { epoch: 1.5 },
      { sequence: 0 },
      { sequence: LAST_SEQUENCE + 1 },
    ]) {
      expect(() => bundleFileName({ ...right, ...wrong })).toThrow(RangeError);
    }
  });
});

describe('the note', () => {
  test('is written as the format says', () => {
    expect(
      formatBundleNote({
        office: 'mengede-huckarde',
        kind: 'report',
        epoch: 1,
        sequence: 42,
        previousSha256: 'a'.repeat(64),
        supersedes: [39, 41],
        fileSha256: 'b'.repeat(64),
        fileBytes: 16584,
        createdAt: '2026-11-22T21:00:03.120Z',
      }),
    ).toBe(
      `tandem-bundle/1\noffice mengede-huckarde\nkind report\nepoch 1\nsequence 42\nprevious ${'a'.repeat(64)}\nsupersedes 39,41\n` +
        `file ${'b'.repeat(64)} 16584\ncreated 2026-11-22T21:00:03.120Z\n`,
    );
  });

  test('reads back as it was written, and only so', () => {
    fc.assert(
      fc.property(bundleNote, fc.nat(), fc.constantFrom(' ', '\n', '0', '-', 'x', ''), (note, at, change) => {
        const text = formatBundleNote(note);
        expect(parseBundleNote(text)).toEqual(note);
        // Whatever else parses is a different note, so that no two texts mean the same.
        const where = at % text.length;
        const changed = text.slice(0, where) + change + text.slice(where + 1);
        const parsed = parseBundleNote(changed);
        if (changed !== text && parsed !== null) expect(formatBundleNote(parsed)).toBe(changed);
      }),
      { numRuns: 500 },
    );
  });

  const right: BundleNote = {
    office: 'mengede',
    kind: 'report',
    epoch: 1,
    sequence: 3,
    previousSha256: 'a'.repeat(64),
    supersedes: [],
    fileSha256: 'b'.repeat(64),
    fileBytes: 1,
    createdAt: '2026-11-22T21:00:03.120Z',
  };
  test.each([
    { previousSha256: null },
    { sequence: 1 },
    { supersedes: [3] },
    { supersedes: [2, 1] },
    { supersedes: [1, 1] },
    { supersedes: [0] },
    { fileBytes: 0 },
    { fileBytes: 1.5 },
    { createdAt: '2026-11-22T21:00:03Z' },
    { createdAt: '2026-13-22T21:00:03.120Z' },
    { office: 'a\nkind backup' },
    { fileSha256: 'B'.repeat(64) },
    { epoch: 10_000 },
  ])('%j is out of bounds', (wrong) => expect(() => formatBundleNote({ ...right, ...wrong })).toThrow(RangeError));
});

describe('the receipt', () => {
  const receipt: fc.Arbitrary<Receipt> = fc.record({
    bundle: bundleName.map(bundleFileName),
    fileSha256: sha256,
    verdict: fc.constantFrom(...VERDICTS),
    code: fc.option(fc.constantFrom(...RECEIPT_CODES)),
    contiguous: fc.integer({ min: 0, max: LAST_SEQUENCE }),
    receivedAt: instant.map((text) => `${text.slice(0, 19)}Z`),
  });

  test('reads back as it was written', () => {
    fc.assert(
      fc.property(receipt, (each) => {
        expect(parseReceipt(formatReceipt(each))).toEqual(each);
      }),
    );
  });

  test('is written as the format says, and nothing near it is read', () => {
    const text = formatReceipt({
      bundle: 'mengede-report-e1-00000042',
      fileSha256: 'b'.repeat(64),
      verdict: 'held',
      code: 'gap',
      contiguous: 40,
      receivedAt: '2026-11-22T21:04:11Z',
    });
    expect(text).toBe(
      `tandem-receipt/1\nbundle mengede-report-e1-00000042.age ${'b'.repeat(64)}\nverdict held\ncode gap\ncontiguous 40\nreceived 2026-11-22T21:04:11Z\n`,
    );
    for (const near of [
      `${text}\n`,
      ` ${text}`,
      text.replace('held', 'fine'),
      text.replace('gap', 'because'),
      text.replace('40', '040'),
      text.slice(0, -1),
    ]) {
      expect(parseReceipt(near)).toBeNull();
    }
  });
});
