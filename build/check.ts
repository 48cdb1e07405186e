import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { CHECKED_FOLDERS, checkImports } from './check-imports.ts';
import { checkExpectedTexts, checkLocales } from './check-locales.ts';
import { expectedTexts } from './expected-texts.ts';
import { readLocales } from './locale-texts.ts';
import { PROJECT } from './project.ts';
import { runTool } from './run-tool.ts';
import { keyUses } from './used-keys.ts';

/** The folders with sources; oxlint is given them by name, since it would walk node_modules outside of a git checkout. */
const SOURCE_FOLDERS = [...CHECKED_FOLDERS, 'build', 'tests'] as const;

/** One check of `npm run check`: resolves to a line for each failure. */
interface Check {
  name: string;
  run(): Promise<readonly string[]> | readonly string[];
}

const CHECKS: readonly Check[] = [
  { name: 'types', run: () => tool('typescript:tsc', ['-b']) },
  { name: 'lint', run: () => tool('oxlint', ['--type-aware', '--quiet', '--format=unix', ...SOURCE_FOLDERS]) },
  { name: 'format', run: checkFormat },
  { name: 'imports', run: () => checkImports(PROJECT, sourceFiles()) },
  { name: 'dead code', run: () => tool('knip', ['--no-progress', '--no-config-hints']) },
  { name: 'translations', run: checkTranslations },
];

async function tool(name: string, parameters: readonly string[]): Promise<string[]> {
  const { ok, output } = await runTool(name, parameters);
  return ok ? [] : output.trim().split('\n');
}

/** Names the files only: what to do is always the same, `npm run format`. */
async function checkFormat(): Promise<string[]> {
  const { ok, output } = await runTool('@biomejs/biome:biome', [
    'format',
    '--colors=off',
    '--max-diagnostics=500',
    ...SOURCE_FOLDERS,
  ]);
  const files = [...output.matchAll(/^(\S+\.tsx?) format /gm)].map(([, file]) => `${file}: run \`npm run format\``);
  return ok ? [] : files.length > 0 ? files : output.trim().split('\n');
}

function checkTranslations(): string[] {
  const locales = readLocales(join(PROJECT, 'resources', 'locales'));
  const sources = sourceFiles()
    .filter((file) => !/\.(test|spec)\.tsx?$/.test(file))
    .map((file) => readFileSync(join(PROJECT, file), 'utf8'));
  return [...checkLocales(locales, keyUses(sources)), ...checkExpectedTexts(locales, expectedTexts())];
}

function sourceFiles(): string[] {
  return SOURCE_FOLDERS.flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
      .filter((path) => /\.tsx?$/.test(path)),
  );
}

/** Runs all checks and prints a line for each, with its failures beneath. Resolves to how many passed and failed. */
export async function checkAll(): Promise<{ passed: number; failed: number }> {
  let passed = 0;
  for (const { name, run } of CHECKS) {
    const startedAtMs = performance.now();
    const failures = await run();
    const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
    process.stdout.write(`${failures.length === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
    for (const failure of failures) process.stdout.write(`       ${failure}\n`);
    if (failures.length === 0) passed += 1;
  }
  return { passed, failed: CHECKS.length - passed };
}

if (import.meta.main) {
  const { failed } = await checkAll();
  process.exitCode = failed === 0 ? 0 : 1;
}
