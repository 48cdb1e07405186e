import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generateSigningKey } from '../crypto.ts';
import { readReceipts, writeBundleFiles, writeFileWhole } from './bundle-files.ts';
import { signReceipt } from './bundle-signing.ts';

const NAME = 'mengede-report-e1-00000001';
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-files-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('writing', () => {
  test('leaves the two files and nothing else', async () => {
    await writeBundleFiles(folder, NAME, new Uint8Array([1, 2, 3]), 'note\n');
    expect((await readdir(folder)).sort()).toEqual([`${NAME}.age`, `${NAME}.note`]);
    expect(new Uint8Array(await readFile(join(folder, `${NAME}.age`)))).toEqual(new Uint8Array([1, 2, 3]));
    expect(await readFile(join(folder, `${NAME}.note`), 'utf8')).toBe('note\n');
  });

  test('a name is written once; a file without note and half a file are overwritten', async () => {
    await writeFile(join(folder, `${NAME}.age`), 'left behind by a power cut');
    await writeFile(join(folder, `.${NAME}.age.part`), 'half');
    await writeBundleFiles(folder, NAME, new Uint8Array([1]), 'note\n');
    await expect(writeBundleFiles(folder, NAME, new Uint8Array([2]), 'note\n')).rejects.toMatchObject({
      code: 'EEXIST',
    });
    expect((await readdir(folder)).sort()).toEqual([`${NAME}.age`, `${NAME}.note`]);
    expect(new Uint8Array(await readFile(join(folder, `${NAME}.age`)))).toEqual(new Uint8Array([1]));
  });

  test('a failure leaves no visible bundle', async () => {
    // The note can't be put where a folder is.
    const { mkdir } = await import('node:fs/promises');
    await mkdir(join(folder, `.${NAME}.note.part`));
    await expect(writeBundleFiles(folder, NAME, new Uint8Array([1]), 'note\n')).rejects.toMatchObject({
      code: 'ERR_FS_EISDIR',
    });
    expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual([]);
    await expect(writeBundleFiles(join(folder, 'missing'), NAME, new Uint8Array([1]), 'note\n')).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  test('a link that lies in wait is not followed', async () => {
    await writeFile(join(folder, 'precious'), 'kept');
    for (const name of [`.${NAME}.age.part`, `${NAME}.age`])
      await symlink(join(folder, 'precious'), join(folder, name));
    await writeBundleFiles(folder, NAME, new Uint8Array([1]), 'note\n');
    expect(await readFile(join(folder, 'precious'), 'utf8')).toBe('kept');
    expect(new Uint8Array(await readFile(join(folder, `${NAME}.age`)))).toEqual(new Uint8Array([1]));
  });

  test('refuses a name that is none of a bundle', async () => {
    await expect(writeBundleFiles(folder, '../x', new Uint8Array([1]), '')).rejects.toThrow(RangeError);
  });
});

describe('receipts', () => {
  const city = generateSigningKey();
  const receipt = {
    bundle: NAME,
    fileSha256: 'a'.repeat(64),
    verdict: 'loaded',
    code: null,
    contiguous: 1,
    receivedAt: '2026-11-22T21:04:11Z',
  } as const;

  test('only those of the city, under their own name, are read', async () => {
    const right = signReceipt(receipt, city.privateKeyPem);
    await writeFileWhole(folder, `${NAME}.receipt`, Buffer.from(right));
    await writeFile(join(folder, 'mengede-report-e1-00000002.receipt'), right);
    await writeFile(
      join(folder, 'mengede-report-e1-00000003.receipt'),
      signReceipt({ ...receipt, bundle: 'mengede-report-e1-00000003' }, generateSigningKey().privateKeyPem),
    );
    await writeFile(join(folder, 'mengede-report-e1-00000004.receipt'), right.replace('loaded', 'stored'));
    await writeFile(join(folder, 'mengede-report-e1-00000005.receipt'), 'x'.repeat(5000));
    await symlink(folder, join(folder, 'mengede-report-e1-00000006.receipt'));
    await symlink(join(folder, 'nowhere'), join(folder, 'mengede-report-e1-00000007.receipt'));
    await writeFile(join(folder, `.${NAME}.receipt.part`), right);
    expect(await readReceipts(folder, city.publicKeyPem)).toEqual({
      receipts: [receipt],
      unreadable: [2, 3, 4, 5, 6, 7].map((each) => `mengede-report-e1-0000000${each}.receipt`),
    });
  });
});
