import checksFile from '../../resources/locales/native-checks.json' with { type: 'json' };
import type { ClientLanguage } from '../catalogue/catalogue.ts';

/** A native speaker's word on one phrase. */
export interface NativeCheck {
  /** Who checked, as they want to be named. */
  by: string;
  /** The day, `YYYY-MM-DD`. */
  on: string;
  /** The phrase as it was then; a check counts only as long as the phrase still reads like this. */
  text: string;
}

/** Checked phrases of one language, keyed `<file>:<key.path>`, for example `slip:pleaseWait`. */
export type NativeChecks = Readonly<Record<string, NativeCheck>>;

/** Phrases of a locale file, nested as they are there. */
export interface Phrases {
  readonly [key: string]: string | readonly string[] | Phrases;
}

const recorded: Readonly<Record<ClientLanguage, NativeChecks>> = checksFile;

function* phrasesOf(value: Phrases | readonly string[], path: string): Generator<[key: string, phrase: string]> {
  for (const [key, child] of Object.entries(value)) {
    const childPath = path === '' ? key : `${path}.${key}`;
    if (typeof child === 'string') yield [childPath, child];
    else yield* phrasesOf(child, childPath);
  }
}

/**
 * How many phrases of a language a native speaker has checked, and of how many. A phrase that was reworded since its
 * check counts as unchecked.
 *
 * @param files the language's client texts by file name without ending: `{ slip: {...}, 'letters-client': {...} }`
 */
export function countNativeChecks(
  language: ClientLanguage,
  files: Readonly<Record<string, Phrases>>,
  checks: NativeChecks = recorded[language],
): { checked: number; total: number } {
  let checked = 0;
  let total = 0;
  for (const [file, phrases] of Object.entries(files)) {
    for (const [key, phrase] of phrasesOf(phrases, '')) {
      total += 1;
      if (checks[`${file}:${key}`]?.text === phrase) checked += 1;
    }
  }
  return { checked, total };
}
