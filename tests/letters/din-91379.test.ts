import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { getPerson } from '../../electron/office/people/person-row.ts';
import { searchPeople } from '../../electron/office/people/search-people.ts';
import { createTestOffice } from '../../electron/office/testing/test-office.ts';
import { newPerson } from '../../electron/office/testing/test-people.ts';
import { foldName } from '../../shared/kernel/fold-name.ts';
import { compareNames } from '../../shared/people/compare-names.ts';
import { PersonFields } from '../../shared/people/people.contract.ts';
import { UNKNOWN_PERSON } from '../../shared/people/person.rules.ts';
import { DIN_91379_LETTERS } from './din-91379.ts';
import { charactersOf } from './font-characters.ts';
import { pageText } from './pdf-reader.ts';
import { printer, printLetter } from './print.ts';
import { sampleSources } from './sample-letter.ts';

afterAll(() => printer.close());

const NAMES = DIN_91379_LETTERS.map((letter) => `${letter}ama`.normalize('NFC'));
const FONTS = ['NotoSans-Regular', 'NotoSans-Bold'].map((name) =>
  fileURLToPath(new URL(`../../resources/fonts/${name}.ttf`, import.meta.url)),
);

describe('the letters of DIN 91379', () => {
  it('are all there: single letters, and sequences that have no code point of their own', () => {
    expect(DIN_91379_LETTERS).toHaveLength(649);
    const alone = DIN_91379_LETTERS.filter((letter) => [...letter.normalize('NFC')].length > 1);
    expect(alone).toHaveLength(149);
    expect(DIN_91379_LETTERS).toEqual(expect.arrayContaining(['Ş', 'ẞ', 'ĸ', 'C\u0306', 'k\u035fh', 's\u031b\u0304']));
  });

  it('are stored as they were typed and read back, in every field that holds a name', async () => {
    const office = await createTestOffice();
    try {
      for (let from = 0; from < NAMES.length; from += 16) {
        const names = NAMES.slice(from, from + 16);
        const id = newPerson(office, {
          givenName: names.slice(0, 8).join(' '),
          familyName: names.slice(8).join(' '),
          documentName: names.join(' '),
          spokenName: names.slice(0, 8).join('-'),
          aliases: names.slice(0, 8),
        });
        const person = getPerson(office.db, id);
        expect(person.documentName).toBe(names.join(' '));
        expect(person.givenName).toBe(names.slice(0, 8).join(' '));
        expect(person.familyName).toBe(names.slice(8).join(' '));
        expect(person.spokenName).toBe(names.slice(0, 8).join('-'));
        expect(person.aliases).toEqual([...new Set(names.slice(0, 8))]);
        for (const name of names)
          expect(
            searchPeople(office.db, name, '2026-11-23').map((hit) => hit.id),
            name,
          ).toContain(id);
      }
    } finally {
      office.close();
    }
  });

  it('pass the contract in whichever form the keyboard sent them', () => {
    for (const letter of DIN_91379_LETTERS) {
      const typed = PersonFields.parse({ ...UNKNOWN_PERSON, givenName: `${letter.normalize('NFD')}ama` });
      expect(typed.givenName).toBe(`${letter}ama`.normalize('NFC'));
    }
  });

  it('sort where a German list has them, each at a place of its own', () => {
    for (const letter of DIN_91379_LETTERS) {
      const base = foldName(letter)[0] ?? '';
      // What is a letter of its own (þ, ŋ, ʒ …) stands beside its like or after z.
      if (!/^[b-y]$/.test(base) || !/^[a-z]/i.test(letter.normalize('NFD'))) continue;
      const [before, after] = [-1, 1].map((step) => String.fromCodePoint(base.charCodeAt(0) + step));
      expect(compareNames(`${letter}ama`, `${before}zz`), letter).toBeGreaterThan(0);
      expect(compareNames(`${letter}ama`, `${after}aa`), letter).toBeLessThan(0);
    }
    const sorted = [...NAMES].sort(compareNames);
    const same = sorted.filter((name, index) => index > 0 && compareNames(sorted[index - 1] ?? '', name) === 0);
    expect(same.filter((name) => NAMES.indexOf(name) === NAMES.lastIndexOf(name))).toEqual([]);
  });

  it.each(FONTS)('have each a glyph in %s', (font) => {
    const there = charactersOf(font);
    expect(there.has(0x41) && !there.has(0x627)).toBe(true);
    const missing = DIN_91379_LETTERS.filter((letter) =>
      [...letter.normalize('NFC')].some((character) => !there.has(character.codePointAt(0) ?? 0)),
    );
    expect(missing).toEqual([]);
  });

  it('are printed in a letter, in the embedded font alone', async () => {
    for (let from = 0; from < NAMES.length; from += 30) {
      const documentName = NAMES.slice(from, from + 30).join(' ');
      const { pdf } = await printLetter(sampleSources({ person: { documentName } }));
      const text = pdf.pages.map((page) => pageText(page)).join(' ');
      expect(text).not.toContain('\ufffd');
      expect(pdf.fonts.filter(({ name }) => !name.includes('NotoSans'))).toEqual([]);
      // A j under a mark is set without its dot.
      const plain = (words: string) =>
        words
          .normalize('NFD')
          .replace(/[\p{M}\s]/gu, '')
          .replaceAll('ȷ', 'j');
      expect(plain(text)).toContain(plain(documentName));
    }
  });
});
