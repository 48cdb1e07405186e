import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, SAME_NAME } from './name-likeness.ts';
import { nameWords } from './name-words.ts';
import { soundKeys } from './sound-keys.ts';

const likeness = (a: string, b: string) => compareNames(nameWords(a), nameWords(b)).likeness;
const keysOf = (name: string) =>
  new Set(nameWords(name).flatMap((word) => word.readings.flatMap(({ sounds }) => soundKeys(sounds))));

const SPELLINGS = new URL('../../../tests/fixtures/names/spellings.tsv', import.meta.url);
const LANGUAGES = { fa: 'Persian and Dari', kmr: 'Kurmanji', ckb: 'Sorani', tr: 'Turkish' } as const;
const rows = readFileSync(SPELLINGS, 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'));

describe.each(Object.entries(LANGUAGES))('%s', (language, name) => {
  const names = rows.filter(([of]) => of === language).map(([, ...spellings]) => spellings);

  it(`${name}: every spelling of a name is like every other, and leads to it by a key`, () => {
    expect(names.length).toBeGreaterThan(15);
    for (const spellings of names) {
      for (const [at, one] of spellings.entries()) {
        for (const other of spellings.slice(at + 1)) {
          expect([one, other, likeness(one, other) >= SAME_NAME]).toEqual([one, other, true]);
          if (nameWords(one).length === nameWords(other).length)
            expect([one, other, [...keysOf(one)].some((key) => keysOf(other).has(key))]).toEqual([one, other, true]);
        }
      }
    }
  });
});

it.each([
  ['مُحَمَّد', 'Mohamed', 'Muhammad', 'Mehmet', 'Mouhammad', 'محەمەد', 'M’hamed'],
  ['Youssef', 'Yusuf', 'يوسف', 'Youcef', 'Jusuf', 'Yousif'],
  ['Abdulrahman', 'Abd al-Rahman', 'Abderrahmane', 'عبد الرحمن', 'Abdurrahman'],
  ['Xezal', 'Khazal', 'Chazal', 'خەزال'],
  ['Ayşe', 'عائشة', 'Aïcha', 'Aischa'],
])('%s is found among %s and the like', (...spellings) => {
  for (const one of spellings)
    for (const other of spellings) expect([one, other, likeness(one, other) >= 0.76]).toEqual([one, other, true]);
});

it.each([
  ['Hassan Haddad', 'Hussein Haddad'],
  ['Muhammad Haddad', 'Ahmad Haddad'],
  ['Amal Haddad', 'Noor Haddad'],
  ['Omar Demir', 'Amira Demir'],
  ['محمد حداد', 'أحمد حداد'],
  ['Berfîn Yıldız', 'Rojîn Yıldız'],
  ['Muhammad', 'Muhammad Haddad'],
  ['Yusuf Karimi', 'Yusuf Mansour'],
])('%s and %s are two people', (one, other) => {
  expect(likeness(one, other)).toBeLessThan(SAME_NAME);
});

describe('full names', () => {
  it('are one in any order, with or without article, connecting words and a father’s name', () => {
    for (const other of ['al-Ahmad Yusuf', 'Yousef Ahmad', 'Youssef bin Ali Al Ahmad', 'يوسف الأحمد', 'Yusuf Alahmad'])
      expect([other, likeness('Yusuf al-Ahmad', other) >= SAME_NAME]).toEqual([other, true]);
    expect(likeness('Karim Ben Ali', 'Karim Benali')).toBeGreaterThan(0.95);
  });

  it('name the words that were matched', () => {
    const { pairs } = compareNames(nameWords('Muhammad Haddad'), nameWords('حداد محمد'));
    expect(new Set(pairs.map(({ first, second }) => `${first.written} ${second.written}`))).toEqual(
      new Set(['Haddad حداد', 'Muhammad محمد']),
    );
  });

  it('are between nothing in common and one, which they are with themselves', () => {
    const name = fc.stringMatching(/^[a-zçşêîûğ\u0627-\u064a]{1,10}( [a-z\u0627-\u064a]{1,10}){0,2}$/);
    fc.assert(
      fc.property(name, name, (one, other) => {
        const found = likeness(one, other);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
      }),
    );
    expect(likeness('Amal Haddad', 'Amal Haddad')).toBe(1);
    expect(compareNames([], nameWords('Amal'))).toEqual({ likeness: 0, pairs: [] });
  });

  it('of one word are as like the other way round', () => {
    const word = fc.stringMatching(/^[a-zçşêîûğ]{1,10}$|^[\u0627-\u064a]{1,8}$/);
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(likeness(one, other)).toBeCloseTo(likeness(other, one), 9);
      }),
    );
  });
});
