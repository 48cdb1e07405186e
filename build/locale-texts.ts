import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of one locale file: key path (`day.closed`) to text. A list's texts are `weekdays.0`, `weekdays.1` … */
export type Texts = ReadonlyMap<string, string>;
/** Language, then feature, then its texts. */
export type Locales = ReadonlyMap<string, ReadonlyMap<string, Texts>>;

/** All locale files of `resources/locales`. Throws when one is not JSON or holds anything but texts. */
export function readLocales(folder: string): Locales {
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(languages.map(({ name }) => [name, readLanguage(join(folder, name))]));
}

function readLanguage(folder: string): ReadonlyMap<string, Texts> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(
    files.map((name) => [
      name.slice(0, -'.json'.length),
      textsOf(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
    ]),
  );
}

/** The texts of a parsed locale file, flat. */
export function textsOf(value: unknown): Texts {
  return new Map(flatten(value, ''));
}

function* flatten(value: unknown, path: string): Generator<[string, string]> {
  if (typeof value === 'string') {
    yield [path, value];
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) yield* flatten(child, path ? `${path}.${key}` : key);
  } else {
    throw new Error(`${path}: neither a text nor a group of texts`);
  }
}

/** The key without i18next's plural ending: each language has the plurals that it needs. */
export function withoutPlural(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}
