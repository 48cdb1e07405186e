import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import spoken from '../../resources/voices/spoken-texts.json' with { type: 'json' };
import { CLIENT_LANGUAGES, type ClientLanguage } from '../catalogue/catalogue.ts';
import { numberPartsOf, spokenCall, spokenNumber } from './spoken-number.rules.ts';

const texts: Readonly<Record<ClientLanguage, Readonly<Record<string, string>>>> = spoken;
/** Arabic is written with vowel signs for the voice; nobody reads them. */
const withoutVowels = (text: string) => text.replace(/[\u064b-\u0652]/g, '');

/** A number in words as it is heard. */
function words(language: ClientLanguage, number: number): string {
  const pieces = spokenNumber(language, number).map((piece) => texts[language][piece]);
  const said = pieces.join(language === 'de' ? '' : ' ');
  // Arabic writes the "and" to the word that follows it.
  return language === 'ar' ? withoutVowels(said).replaceAll(/(^| )و /g, '$1و') : said;
}

describe('a spoken number', () => {
  it.each([
    ['de', 1, 'eins'],
    ['de', 12, 'zwölf'],
    ['de', 16, 'sechzehn'],
    ['de', 21, 'einundzwanzig'],
    ['de', 37, 'siebenunddreißig'],
    ['de', 100, 'einhundert'],
    ['de', 101, 'einhunderteins'],
    ['de', 121, 'einhunderteinundzwanzig'],
    ['de', 999, 'neunhundertneunundneunzig'],
    ['en', 7, 'seven'],
    ['en', 21, 'twenty one'],
    ['en', 100, 'one hundred'],
    ['en', 105, 'one hundred and five'],
    ['en', 342, 'three hundred and forty two'],
    ['ar', 2, 'اثنان'],
    ['ar', 11, 'أحد عشر'],
    ['ar', 12, 'اثنا عشر'],
    ['ar', 21, 'واحد وعشرون'],
    ['ar', 100, 'مئة'],
    ['ar', 105, 'مئة وخمسة'],
    ['ar', 123, 'مئة وثلاثة وعشرون'],
    ['ar', 200, 'مئتان'],
    ['ar', 999, 'تسعمئة وتسعة وتسعون'],
    ['fa', 11, 'یازده'],
    ['fa', 21, 'بیست و یک'],
    ['fa', 200, 'دویست'],
    ['fa', 535, 'پانصد و سی و پنج'],
    ['kmr', 11, 'yazdeh'],
    ['kmr', 21, 'bîst û yek'],
    ['kmr', 110, 'sed û deh'],
    ['kmr', 248, 'dused û çil û heşt'],
    ['ckb', 11, 'یازدە'],
    ['ckb', 21, 'بیست و یەک'],
    ['ckb', 135, 'سەد و سی و پێنج'],
    ['ckb', 999, 'نۆسەد و نەوەد و نۆ'],
  ] as const)('in %s %i is %s', (language, number, expected) => {
    expect(words(language, number)).toBe(expected);
  });

  it.each(CLIENT_LANGUAGES)('in %s all from 1 to 999 are different, and of pieces that there are', (language) => {
    const known = new Set(numberPartsOf(language));
    const said = new Set<string>();
    for (let number = 1; number <= 999; number += 1) {
      for (const piece of spokenNumber(language, number)) {
        expect(known).toContain(piece);
        expect(texts[language][piece]).toMatch(/\S/);
      }
      said.add(words(language, number));
    }
    expect(said.size).toBe(999);
  });

  it.each(CLIENT_LANGUAGES)('in %s can be read back: its pieces add up to it', (language) => {
    const values = (number: number) =>
      spokenNumber(language, number)
        .filter((piece) => piece !== 'and')
        .map((piece) => (piece === 'ein' ? 1 : Number(piece)));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (number) => {
        expect(values(number).reduce((sum, value) => sum + value, 0)).toBe(number);
      }),
    );
  });

  it.each(CLIENT_LANGUAGES)('in %s no "and" stands first, last or twice', (language) => {
    for (let number = 1; number <= 999; number += 1)
      expect(spokenNumber(language, number).join(' ')).not.toMatch(/^and|and$|and and/);
  });

  it('is none beyond what a ticket can have', () => {
    for (const wrong of [0, 1000, 1.5, -1, Number.NaN]) expect(() => spokenNumber('de', wrong)).toThrow('1 to 999');
  });
});

it('a call says number and desk', () => {
  expect(spokenCall('de', { number: 23, desk: 2 })).toEqual(['number', '3', 'and', '20', 'desk', '2']);
});

it('every language has the same sentences for the kiosk', () => {
  const pieces = Object.keys(texts.de)
    .filter((piece) => piece !== 'ein')
    .sort();
  for (const language of CLIENT_LANGUAGES)
    expect(
      Object.keys(texts[language])
        .filter((piece) => piece !== 'ein')
        .sort(),
    ).toEqual(pieces);
});
