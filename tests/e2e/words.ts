import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Texts, textsOf } from '../../build/locale-texts.ts';
import { PROJECT } from '../../build/project.ts';

export type StaffLanguage = 'de' | 'en';
/** Finds a text of the screens: `words('office:setUp.next')`, `words('office:setUp.sheets.group', { number: 3 })`. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The texts that a person reads on the screens in this language; specs find buttons by them. Throws for a key that is none. */
export function wordsIn(language: StaffLanguage): Words {
  const features = new Map<string, Texts>();
  return (key, values = {}) => {
    const [feature = '', path = ''] = key.split(':');
    const texts =
      features.get(feature) ??
      textsOf(JSON.parse(readFileSync(join(PROJECT, 'resources', 'locales', language, `${feature}.json`), 'utf8')));
    features.set(feature, texts);
    const text = texts.get(path);
    if (text === undefined) throw new Error(`There is no text ${key}`);
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
