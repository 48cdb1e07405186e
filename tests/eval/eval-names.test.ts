import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgePairs } from './names/judge-pairs.ts';
import { judgeSearch } from './names/judge-search.ts';
import { makeNamePairs } from './names/make-name-pairs.ts';
import { nameVariants } from './names/name-variants.ts';
import { BadNames, readSearchedNames } from './names/read-name-files.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-eval-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function evaluate(text: string) {
  const file = join(folder, 'pairs.tsv');
  writeFileSync(file, text);
  const main = new URL('./eval-names.ts', import.meta.url).pathname;
  return spawnSync(process.execPath, [main, file], { encoding: 'utf8' });
}

describe('pairs of names', () => {
  it('end with one line of JSON with exactly these keys', () => {
    const { status, stdout } = evaluate('\uFEFFMohamed Haddad\tمحمد حداد\t1\r\nAmal Haddad\tNoor Haddad\t0\n\n');
    expect(status).toBe(0);
    const printed: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    expect(printed).toEqual({ pairs: 2, precision: 1, recall: 1, f1: 1, usPerPair: expect.any(Number) });
  });

  it.each([
    ['', 'line 1: the file is empty'],
    ['Amal\tAmal', 'line 1: 2 fields instead of 3'],
    ['Amal\tAmal\t1\n\tAmal\t1', 'line 2: a name is empty'],
    ['Amal\tAmal\tyes', 'line 1: match is neither 0 nor 1'],
  ])('say what is wrong with %j', (text, reason) => {
    const { status, stdout, stderr } = evaluate(text);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(reason);
  });
});

// The sealed half of the names was not looked at when costs and threshold were set. Half of these pairs are siblings,
// namesakes and people whose names sound alike.
it.each([1, 2, 3])('tells spellings of one person from siblings and namesakes (seed %i)', (seed) => {
  const pairs = makeNamePairs(nameVariants('sealed'), { pairs: 2000, seed });
  expect(pairs.filter(({ match }) => match)).toHaveLength(1000);
  const { precision, f1 } = judgePairs(pairs);
  expect(precision).toBeGreaterThanOrEqual(0.88);
  expect(f1).toBeGreaterThanOrEqual(0.9);
});

describe('the search of an office', () => {
  it('finds people by other spellings among many, and counts where they stand', async () => {
    const pairs = makeNamePairs(nameVariants('sealed'), { pairs: 300, seed: 4 }).filter(({ match }) => match);
    const searched = pairs.map(({ query, target }) => ({ variant: query, registered: target }));
    const { r1, r5, r10, p50ms, p95ms } = await judgeSearch(searched, 1000);
    expect(r10).toBeGreaterThanOrEqual(0.95);
    expect(r1).toBeGreaterThanOrEqual(0.88);
    expect([r1 <= r5, r5 <= r10, p50ms <= p95ms]).toEqual([true, true, true]);
    expect(await judgeSearch([{ variant: 'Zwqx', registered: 'Amal Haddad' }], 10)).toMatchObject({ r1: 0, r10: 0 });
  });

  it('takes lines of a variant and a registered name', () => {
    expect(readSearchedNames('Mehmet\tمحمد\n')).toEqual([{ variant: 'Mehmet', registered: 'محمد' }]);
    for (const text of ['', 'Mehmet', 'Mehmet\t', 'a\tb\tc']) expect(() => readSearchedNames(text)).toThrow(BadNames);
  });
});
