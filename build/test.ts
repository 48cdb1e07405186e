import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isBuildCurrent } from './build-stamp.ts';
import { checkAll } from './check.ts';
import { findElectron } from './electron-binary.ts';
import { findBrowser } from './find-browser.ts';
import { PROJECT } from './project.ts';
import { runNode, runTool } from './run-tool.ts';

/** How many passed and failed in one part of `npm test`. */
interface Count {
  passed: number;
  failed: number;
}

const RESULTS = join(PROJECT, 'test-results');

async function unitTests(): Promise<Count> {
  const file = join(RESULTS, 'unit.json');
  const { ok } = await runTool('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], {
    echo: true,
    // Vite has set `production` for this process when it built the screens; React has no `act` then.
    env: { NODE_ENV: 'test' },
  });
  const Results = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });
  return countedAtLeastOnce(
    ok,
    read(file, Results, ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests })),
  );
}

async function endToEndTests(): Promise<Count> {
  const browser = await findBrowser();
  if (!browser) {
    say('FAILED end to end: no Chromium was found and none could be fetched');
    return { passed: 0, failed: 1 };
  }
  if (!findElectron()) say('skipped: the runs in Electron, since its binary is not here');
  const { ok } = await runTool('@playwright/test:playwright', ['test'], {
    echo: true,
    env: { ...browser.environment, TANDEM_CHROMIUM: browser.executablePath },
  });
  const Results = z.object({ stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }) });
  return countedAtLeastOnce(
    ok,
    read(join(RESULTS, 'e2e.json'), Results, ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
    })),
  );
}

function read<T>(file: string, schema: z.ZodType<T>, count: (results: T) => Count): Count {
  try {
    return count(schema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    // The tool broke off before it wrote its results.
    return { passed: 0, failed: 1 };
  }
}

/** A part that fails without a failed test (a file that does not load) has failed all the same. */
function countedAtLeastOnce(ok: boolean, count: Count): Count {
  return ok ? count : { ...count, failed: Math.max(1, count.failed) };
}

/** In a process of its own: Vite makes the one that it runs in a production process, in which React can't be tested. */
async function built(): Promise<Count> {
  if (isBuildCurrent()) return { passed: 1, failed: 0 };
  const { ok } = await runNode([join(PROJECT, 'build', 'build.ts')], { echo: true });
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const PARTS: Readonly<Record<string, () => Promise<Count>>> = {
  check: checkAll,
  build: built,
  unit: unitTests,
  e2e: endToEndTests,
};

/**
 * `npm test`: everything that a newcomer must see pass. `node build/test.ts PART …` runs some of the parts check, build,
 * unit, e2e. The last line says how many passed and failed over all of them.
 */
async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const unknown = asked.find((part) => !Object.hasOwn(PARTS, part));
  if (unknown !== undefined) throw new Error(`There is no part ${unknown}; there are ${Object.keys(PARTS).join(', ')}`);
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const total: Count = { passed: 0, failed: 0 };
  for (const [name, run] of Object.entries(PARTS)) {
    // The screens must be built for what runs in a browser.
    if (asked.length > 0 && !asked.includes(name) && !(name === 'build' && asked.includes('e2e'))) continue;
    say(`\n== ${name}`);
    const { passed, failed } = await run();
    total.passed += passed;
    total.failed += failed;
  }
  say(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
