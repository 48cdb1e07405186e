import { z } from 'zod';
import type { ClientLanguage } from './catalogue.ts';

/** What an added entry is called; German always, empty in a language that nobody has given. */
export const OwnWords = z.strictObject({
  de: z.string(),
  en: z.string(),
  ar: z.string(),
  fa: z.string(),
  kmr: z.string(),
  ckb: z.string(),
});
export type OwnWords = z.infer<typeof OwnWords>;

/**
 * What a client reads for an added entry: what the office calls it in that language, else the parent's checked phrase with
 * the German words beside it. Nothing is translated.
 *
 * @param parentPhrase the parent in the same language; null where there is none.
 */
export function ownPhrase(language: ClientLanguage, words: OwnWords, parentPhrase: string | null): string {
  if (words[language] !== '') return words[language];
  return parentPhrase === null || parentPhrase === '' ? words.de : `${parentPhrase} (${words.de})`;
}
