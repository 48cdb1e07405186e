import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../../build/project.ts';
import { type Removal, removals, withoutGuard } from './guards.ts';

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
/** Everything that must be green before a guard is gone. */
const ALL_TESTS = ['electron/desktop', 'electron/preload', 'electron/hosts/desktop'];
/** For files without a test of their own beside them. */
const ELSEWHERE_TESTED = [
  'electron/desktop/protocol.test.ts',
  'electron/desktop/security.test.ts',
  'electron/desktop/desk-lines.test.ts',
  'electron/preload/preload.test.ts',
];

/**
 * Takes out the given guards, one after another and each in a copy of the project.
 *
 * @returns those that no test misses
 */
export async function removeGuards(guards: readonly Removal[]): Promise<Removal[]> {
  const copies = Array.from({ length: Math.min(guards.length, availableParallelism()) }, copyProject);
  const missed: Removal[] = [];
  const queue = [...guards];
  const work = async (copy: string): Promise<void> => {
    for (let removal = queue.shift(); removal; removal = queue.shift()) {
      if (!(await isNoticed(copy, removal))) missed.push(removal);
    }
  };
  try {
    await Promise.all(copies.map(work));
  } finally {
    for (const copy of copies) rmSync(copy, { recursive: true, force: true });
  }
  return missed;
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

async function isRed(folder: string, tests: readonly string[]): Promise<boolean> {
  const vitest = join(PROJECT, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--bail=1', '--maxWorkers=1', ...tests], {
    cwd: folder,
    stdio: 'ignore',
    // A test runner inside of a test runner would take itself for one of its workers.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV$)/.test(name))),
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code !== 0;
}

/**
 * Takes out every guard of the desktop shell, or those whose file and text have the given words:
 *
 *     node tests/desktop/remove-guards.ts [WORDS …]
 *
 * Ends with 1 and names each guard that no test misses. All of them take some minutes.
 */
async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const guards = removals(PROJECT).filter(({ file, guard }) =>
    words.every((word) => `${file} ${guard}`.includes(word)),
  );
  // Else every guard would seem to be missed.
  if (await isRed(PROJECT, ALL_TESTS)) throw new Error('The tests are red before a guard is gone');
  const missed = await removeGuards(guards);
  for (const { file, guard } of missed) process.stdout.write(`No test misses: ${file}: ${guard.trim()}\n`);
  process.stdout.write(
    `${guards.length - missed.length} of ${guards.length} guards are missed by a test when they are gone\n`,
  );
  if (missed.length > 0) process.exitCode = 1;
}

if (import.meta.main) await main();
