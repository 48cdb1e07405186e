import { CLIENT_LANGUAGES, type ClientLanguage, catalogue, isRightToLeft } from '../../shared/catalogue/catalogue.ts';

/** The language in which a screen speaks to somebody; German where we lack theirs. */
export function clientLanguageOf(languageId: string): ClientLanguage {
  return CLIENT_LANGUAGES.find((language) => language === languageId) ?? 'de';
}

/** How the speakers of a language call it. */
export function ownNameOf(languageId: string): string {
  return catalogue.languages.find(({ id }) => id === languageId)?.name ?? languageId;
}

/** `lang` and `dir` for an element in this language. */
export function directionOf(languageId: string): { lang: string; dir: 'rtl' | 'ltr' } {
  return { lang: languageId, dir: isRightToLeft(languageId) ? 'rtl' : 'ltr' };
}

/** Puts values into a phrase: `{{name}}`. Each keeps its own direction. */
export function fill(phrase: string, values: Readonly<Record<string, string | number>>): string {
  return phrase.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => `\u2068${values[name] ?? ''}\u2069`);
}
