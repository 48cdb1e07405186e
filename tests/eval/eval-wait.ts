import { readFileSync } from 'node:fs';
import { BadTrace, readTrace } from './read-trace.ts';
import { replayTrace } from './replay-trace.ts';
import { summaryOf } from './wait-summary.ts';

/** Ends with exit code 1 and a line on stderr that says what is wrong with the file. */
function main([file]: readonly string[]): number {
  if (file === undefined) {
    process.stderr.write('Usage: npm run eval:wait -- FILE.csv\n');
    return 1;
  }
  try {
    const replay = replayTrace(readTrace(readFileSync(file, 'utf8')));
    process.stdout.write(`${JSON.stringify(summaryOf(replay))}\n`);
    return 0;
  } catch (error) {
    const isExpected =
      error instanceof BadTrace || error instanceof RangeError || (error instanceof Error && 'code' in error);
    if (!isExpected) throw error;
    process.stderr.write(`${file}: ${error.message}\n`);
    return 1;
  }
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
