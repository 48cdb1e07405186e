import { expect, test } from 'vitest';
import { CLIENT_LANGUAGES, checkExpectedTexts, checkLocales } from './check-locales.ts';
import { type Locales, textsOf } from './locale-texts.ts';
import { keyUses } from './used-keys.ts';

const locales = (files: Record<string, Record<string, unknown>>): Locales =>
  new Map(
    Object.entries(files).map(([language, features]) => [
      language,
      new Map(Object.entries(features).map(([name, value]) => [name, textsOf(value)])),
    ]),
  );
const everything = { isUsed: () => true };

test('complete texts pass', () => {
  expect(
    checkLocales(locales({ de: { queue: { a: 'A {{n}}' } }, en: { queue: { a: '{{n}} A' } } }), everything),
  ).toEqual([]);
});

test.each([
  ['a missing key', { de: { queue: { a: 'A', b: 'B' } }, en: { queue: { a: 'A' } } }, 'en/queue.json: b is missing'],
  [
    'a missing key of the German',
    { de: { queue: { a: 'A' } }, en: { queue: { a: 'A', b: 'B' } } },
    'de/queue.json: b is missing',
  ],
  ['a missing file', { de: { queue: { a: 'A' } }, en: {} }, 'en/queue.json: the file is missing'],
  ['an empty text', { de: { queue: { a: 'A' } }, en: { queue: { a: ' ' } } }, 'en/queue.json: a is empty'],
  [
    'another placeholder',
    { de: { queue: { a: '{{name}}' } }, en: { queue: { a: '{{nam}}' } } },
    'queue.json, a: other placeholders in en',
  ],
  [
    'a lost placeholder',
    { de: { queue: { a: '{{name}}' } }, en: { queue: { a: 'A' } } },
    'queue.json, a: other placeholders in en',
  ],
  [
    'a staff text in a client language',
    { de: { queue: { a: 'A' } }, en: { queue: { a: 'A' } }, ar: { queue: { a: 'A' } } },
    'ar/queue.json: no text of this feature is read in this language',
  ],
])('%s is named', (_, files, failure) => {
  expect(checkLocales(locales(files), everything)).toEqual([failure]);
});

test('each language has the plurals it needs', () => {
  const files = {
    de: { queue: { n_one: '{{count}} Person', n_other: '{{count}} Personen' } },
    en: { queue: { n_one: 'one', n_other: '{{count}} people' } },
  };
  expect(checkLocales(locales(files), everything)).toEqual([]);
});

test('what a client reads must be there in all six languages', () => {
  const all = Object.fromEntries(CLIENT_LANGUAGES.map((language) => [language, { 'letters-client': { a: 'A' } }]));
  expect(checkLocales(locales(all), everything)).toEqual([]);
  const { ckb: _, ...five } = all;
  expect(checkLocales(locales(five), everything)).toEqual(['ckb/letters-client.json: the file is missing']);
});

test('an unused key is named, whichever way a used one is written', () => {
  const uses = keyUses([
    "t('a')",
    "t('queue:b.c')",
    't(`level.${level}.word`)',
    'phrases.what?.heading;',
    'phrases.topics[id]',
  ]);
  const texts = {
    a: 'A',
    b: { c: 'C' },
    level: { V1: { word: 'W', other: 'O' } },
    what: { heading: 'H' },
    topics: { kita: 'K' },
    dead: { key: 'D' },
  };
  expect(checkLocales(locales({ de: { queue: texts }, en: { queue: texts } }), uses)).toEqual([
    'queue.json, level.V1.other: used nowhere',
    'queue.json, dead.key: used nowhere',
  ]);
});

test('each fault, reason and catalogue id needs its words', () => {
  const expected = {
    faultCodes: ['NOT_FOUND'],
    ruleReasons: ['paused'],
    catalogueEntries: [{ list: 'topics', id: 'kita', labels: { de: 'Kita', en: '' } }],
    languageIds: ['ar'],
    topicIds: ['kita'],
  };
  expect(
    checkExpectedTexts(
      locales({
        de: {
          faults: { NOT_FOUND: 'x', RULE: { paused_other: 'x', gone: 'x' } },
          catalogue: { languages: { ar: 'Arabisch' } },
        },
        en: {},
      }),
      expected,
    ),
  ).toEqual([
    'en/faults.json: NOT_FOUND is missing',
    'en/faults.json: RULE.paused is missing',
    'en/catalogue.json: languages.ar is missing',
    'catalogue.json: topics kita has no label in en',
    ...CLIENT_LANGUAGES.map((language) => `${language}/letters-client.json: topics.kita is missing`),
    'faults.json: no procedure gives the reason gone',
  ]);
});
