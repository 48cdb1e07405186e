import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Removal, removals, withoutGuard } from './guards.ts';

/**
 * Takes out one guard of the desktop shell after another, in a copy, and looks whether a test turns red:
 *
 *     node tests/desktop/remove-guards.ts [WORDS OF A FILE OR GUARD]
 *
 * Ends with 1 and names each guard that no test misses. Takes some minutes; it is no part of `npm test`.
 */
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = [
  'shared',
  'electron',
  'resources',
  'build',
  'tests',
  'package.json',
  'vitest.config.ts',
  'tsconfig.base.json',
];

/** For files without a test of their own beside them. */
const ELSEWHERE_TESTED = [
  'electron/desktop/protocol.test.ts',
  'electron/desktop/security.test.ts',
  'electron/desktop/desk-lines.test.ts',
  'electron/preload/preload.test.ts',
];

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const all = removals(PROJECT).filter(({ file, guard }) => wanted.every((word) => `${file} ${guard}`.includes(word)));
  const copies = Array.from({ length: Math.max(1, availableParallelism()) }, copyProject);
  const missed: Removal[] = [];
  const queue = [...all];
  try {
    // Else every guard would seem to be missed.
    if (await isRed(copies[0] ?? '', ['electron/desktop', 'electron/preload', 'electron/hosts/desktop'])) {
      throw new Error('The tests are red before a guard is gone');
    }
    await Promise.all(
      copies.map(async (copy) => {
        for (let removal = queue.shift(); removal; removal = queue.shift()) {
          if (!(await isNoticed(copy, removal))) missed.push(removal);
        }
      }),
    );
  } finally {
    for (const copy of copies) rmSync(copy, { recursive: true, force: true });
  }
  for (const { file, guard } of missed) process.stdout.write(`No test misses: ${file}: ${guard.trim()}\n`);
  process.stdout.write(
    `${all.length - missed.length} of ${all.length} guards are missed by a test when they are gone\n`,
  );
  if (missed.length > 0) process.exitCode = 1;
}

function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'tandem-guards-'));
  for (const name of COPIED) cpSync(join(PROJECT, name), join(copy, name), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** Whether the tests beside the file, or those of the whole shell, fail without the guard. */
async function isNoticed(copy: string, removal: Removal): Promise<boolean> {
  const path = join(copy, removal.file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, withoutGuard(source, removal));
  try {
    const own = removal.file.replace(/\.ts$/, '.test.ts');
    const first = existsSync(join(copy, own)) ? [own] : ELSEWHERE_TESTED;
    return (await isRed(copy, first)) || (await isRed(copy, ['electron/desktop/shell.test.ts']));
  } finally {
    writeFileSync(path, source);
  }
}

async function isRed(copy: string, tests: readonly string[]): Promise<boolean> {
  const vitest = join(PROJECT, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--bail=1', '--maxWorkers=1', ...tests], {
    cwd: copy,
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code !== 0;
}

await main();
