import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const FILES = fileURLToPath(new URL('../../../shared/node/bundle/bundle-files.ts', import.meta.url));
const NAME = 'mengede-report-e1-00000001';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'no-space-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Writes a bundle of that size in a process whose files may not grow beyond `blocks` of 1024 bytes. */
async function writeWithin(blocks: number, ageBytes: number, noteBytes: number): Promise<string> {
  const script = join(folder, 'write.mjs');
  const target = join(folder, 'outbox');
  await writeFile(
    script,
    `import { mkdirSync } from 'node:fs';
     import { writeBundleFiles } from ${JSON.stringify(FILES)};
     mkdirSync(${JSON.stringify(target)}, { recursive: true });
     try {
       await writeBundleFiles(${JSON.stringify(target)}, '${NAME}', new Uint8Array(${ageBytes}), 'n'.repeat(${noteBytes}));
       console.log('written');
     } catch (error) { console.log(error.code); }`,
  );
  const { stdout } = spawnSync('bash', ['-c', `ulimit -f ${blocks} && exec "$0" "$1"`, process.execPath, script], {
    encoding: 'utf8',
  });
  return stdout.trim();
}

const visible = async () => (await readdir(join(folder, 'outbox'))).sort();

test('no room for the bundle: nothing is there, and the next try is complete', async () => {
  expect(await writeWithin(16, 40_000, 300)).toBe('EFBIG');
  expect(await visible()).toEqual([]);
  expect(await writeWithin(64, 40_000, 300)).toBe('written');
  expect(await visible()).toEqual([`${NAME}.age`, `${NAME}.note`]);
  expect((await readFile(join(folder, 'outbox', `${NAME}.age`))).length).toBe(40_000);
});

test('room for the bundle but not for its note: nothing is there either', async () => {
  expect(await writeWithin(16, 10_000, 40_000)).toBe('EFBIG');
  expect(await visible()).toEqual([]);
});

test('killed between file and note: no bundle yet, and the next try is complete', async () => {
  const { mkdir } = await import('node:fs/promises');
  await mkdir(join(folder, 'outbox'));
  await writeFile(join(folder, 'outbox', `${NAME}.age`), 'of the run that was killed');
  await writeFile(join(folder, 'outbox', `.${NAME}.note.part`), 'half');
  expect(await writeWithin(64, 40_000, 300)).toBe('written');
  expect(await visible()).toEqual([`${NAME}.age`, `${NAME}.note`]);
});
