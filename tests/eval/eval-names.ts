import { readFileSync } from 'node:fs';
import { judgePairs } from './names/judge-pairs.ts';
import { BadNames, readNamePairs } from './names/read-name-files.ts';

/** Ends with exit code 1 and a line on stderr that says what is wrong with the file. */
function main([file]: readonly string[]): number {
  if (file === undefined) {
    process.stderr.write('Usage: npm run eval:names -- FILE.tsv\n');
    return 1;
  }
  try {
    process.stdout.write(`${JSON.stringify(judgePairs(readNamePairs(readFileSync(file, 'utf8'))))}\n`);
    return 0;
  } catch (error) {
    const isExpected = error instanceof BadNames || (error instanceof Error && 'code' in error);
    if (!isExpected) throw error;
    process.stderr.write(`${file}: ${error.message}\n`);
    return 1;
  }
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
