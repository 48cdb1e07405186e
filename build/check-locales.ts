import { type Locales, type Texts, withoutPlural } from './locale-texts.ts';
import type { KeyUses } from './used-keys.ts';

export const STAFF_LANGUAGES = ['de', 'en'] as const;
export const CLIENT_LANGUAGES = ['de', 'en', 'ar', 'fa', 'kmr', 'ckb'] as const;

/** What a client reads: these and every feature whose name ends in `-client`. */
const CLIENT_FEATURES: ReadonlySet<string> = new Set(['slip', 'return-slip', 'calendar', 'kiosk', 'display']);

/** Whether a client reads the texts of this feature, so that all six languages need them. */
export function isClientFeature(feature: string): boolean {
  return feature.endsWith('-client') || CLIENT_FEATURES.has(feature);
}

/**
 * Checks that no text is missing, empty or unused, and that each key has the same placeholders in every language.
 *
 * @returns one line for each failure
 */
export function checkLocales(locales: Locales, uses: KeyUses): string[] {
  const features = new Set([...locales.values()].flatMap((language) => [...language.keys()]));
  return [...features].sort().flatMap((feature) => checkFeature(feature, locales, uses));
}

function checkFeature(feature: string, locales: Locales, uses: KeyUses): string[] {
  const languages: readonly string[] = isClientFeature(feature) ? CLIENT_LANGUAGES : STAFF_LANGUAGES;
  const failures: string[] = [];
  const allKeys = new Set<string>();
  for (const [language, features] of locales) {
    const texts = features.get(feature);
    if (texts && !languages.includes(language))
      failures.push(`${language}/${feature}.json: no text of this feature is read in this language`);
    for (const key of texts?.keys() ?? []) allKeys.add(withoutPlural(key));
  }
  for (const language of languages) {
    const texts = locales.get(language)?.get(feature);
    failures.push(
      ...(texts
        ? checkTexts(`${language}/${feature}.json`, texts, allKeys)
        : [`${language}/${feature}.json: the file is missing`]),
    );
  }
  for (const key of allKeys) {
    const variants = languages.map(
      (language) => [language, placeholdersOf(locales.get(language)?.get(feature), key)] as const,
    );
    const [, first] = variants.find(([, placeholders]) => placeholders !== null) ?? [];
    const differing = variants.filter(([, placeholders]) => placeholders !== null && placeholders !== first);
    if (differing.length > 0)
      failures.push(
        `${feature}.json, ${key}: other placeholders in ${differing.map(([language]) => language).join(', ')}`,
      );
    if (!uses.isUsed(key)) failures.push(`${feature}.json, ${key}: used nowhere`);
  }
  return failures;
}

function checkTexts(file: string, texts: Texts, allKeys: ReadonlySet<string>): string[] {
  const there = new Set([...texts.keys()].map(withoutPlural));
  return [
    ...[...allKeys].filter((key) => !there.has(key)).map((key) => `${file}: ${key} is missing`),
    ...[...texts].filter(([, text]) => text.trim() === '').map(([key]) => `${file}: ${key} is empty`),
  ];
}

/** The names in `{{…}}`, sorted; `count` may be left out by a plural form that says the number in a word. Null: no text. */
function placeholdersOf(texts: Texts | undefined, key: string): string | null {
  const variants = [...(texts ?? [])].filter(([own]) => withoutPlural(own) === key);
  if (variants.length === 0) return null;
  const names = variants.flatMap(([, text]) => [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name));
  return [...new Set(names)].toSorted((a = '', b = '') => a.localeCompare(b)).join(' ');
}

/** What the program can say of itself, and so needs words for. */
export interface ExpectedTexts {
  /** Every fault code that a reply can carry. */
  faultCodes: readonly string[];
  /** Every reason that a procedure's RULE fault can give. */
  ruleReasons: readonly string[];
  /** Every id of the catalogue with its labels by language. */
  catalogueEntries: readonly { list: string; id: string; labels: Readonly<Record<string, string | undefined>> }[];
  languageIds: readonly string[];
  topicIds: readonly string[];
}

/** Checks that each fault, each reason and each id of the catalogue has its words, and no reason too many. */
export function checkExpectedTexts(locales: Locales, expected: ExpectedTexts): string[] {
  const failures: string[] = [];
  const need = (language: string, feature: string, key: string): void => {
    const texts = locales.get(language)?.get(feature);
    const has = [...(texts?.keys() ?? [])].some((own) => withoutPlural(own) === key || own.startsWith(`${key}.`));
    if (!has) failures.push(`${language}/${feature}.json: ${key} is missing`);
  };
  for (const language of STAFF_LANGUAGES) {
    for (const code of expected.faultCodes) need(language, 'faults', code);
    for (const reason of expected.ruleReasons) need(language, 'faults', `RULE.${reason}`);
    for (const id of expected.languageIds) need(language, 'catalogue', `languages.${id}`);
    for (const { list, id, labels } of expected.catalogueEntries)
      if (!labels[language]?.trim()) failures.push(`catalogue.json: ${list} ${id} has no label in ${language}`);
  }
  for (const language of CLIENT_LANGUAGES)
    for (const id of expected.topicIds) need(language, 'letters-client', `topics.${id}`);
  const known = new Set([...expected.ruleReasons, 'other']);
  for (const key of locales.get('de')?.get('faults')?.keys() ?? []) {
    const reason = /^RULE\.(.+)$/.exec(withoutPlural(key))?.[1];
    if (reason && !known.has(reason)) failures.push(`faults.json: no procedure gives the reason ${reason}`);
  }
  return failures;
}
