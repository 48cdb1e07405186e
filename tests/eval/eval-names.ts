import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { judgePairs } from './names/judge-pairs.ts';
import { judgeSearch } from './names/judge-search.ts';
import { BadNames, readNamePairs, readSearchedNames } from './names/read-name-files.ts';

const USAGE = 'Usage: npm run eval:names -- FILE.tsv [--search FILE2.tsv]\n';

/** Ends with exit code 1 and a line on stderr that says what is wrong with a file. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { search: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    process.stderr.write(USAGE);
    return 1;
  }
  const pairs = readOrTell(file, readNamePairs);
  const searched = values.search === undefined ? null : readOrTell(values.search, readSearchedNames);
  if (pairs === undefined || searched === undefined) return 1;
  const search = searched === null ? {} : await judgeSearch(searched);
  process.stdout.write(`${JSON.stringify({ ...judgePairs(pairs), ...search })}\n`);
  return 0;
}

/** The file as `read` reads it; undefined when it can't be, which then stands on stderr. */
function readOrTell<T>(file: string, read: (text: string) => T): T | undefined {
  try {
    return read(readFileSync(file, 'utf8'));
  } catch (error) {
    const isExpected = error instanceof BadNames || (error instanceof Error && 'code' in error);
    if (!isExpected) throw error;
    process.stderr.write(`${file}: ${error.message}\n`);
    return undefined;
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
