import lettersAr from '../../resources/locales/ar/letters-client.json' with { type: 'json' };
import stepsAr from '../../resources/locales/ar/steps-client.json' with { type: 'json' };
import lettersCkb from '../../resources/locales/ckb/letters-client.json' with { type: 'json' };
import stepsCkb from '../../resources/locales/ckb/steps-client.json' with { type: 'json' };
import lettersDe from '../../resources/locales/de/letters-client.json' with { type: 'json' };
import stepsDe from '../../resources/locales/de/steps-client.json' with { type: 'json' };
import lettersEn from '../../resources/locales/en/letters-client.json' with { type: 'json' };
import stepsEn from '../../resources/locales/en/steps-client.json' with { type: 'json' };
import lettersFa from '../../resources/locales/fa/letters-client.json' with { type: 'json' };
import stepsFa from '../../resources/locales/fa/steps-client.json' with { type: 'json' };
import lettersKmr from '../../resources/locales/kmr/letters-client.json' with { type: 'json' };
import stepsKmr from '../../resources/locales/kmr/steps-client.json' with { type: 'json' };
import type { ClientLanguage } from '../catalogue/catalogue.ts';
import { centralIdOf } from '../catalogue/own-ids.ts';
import { type OwnWords, ownPhrase } from '../catalogue/own-words.ts';

export type StepWords = typeof stepsDe;

/** What a client reads about agreed steps, by language; the compiler finds a key that one language lacks. */
export const stepWords = {
  de: stepsDe,
  en: stepsEn,
  ar: stepsAr,
  fa: stepsFa,
  kmr: stepsKmr,
  ckb: stepsCkb,
} satisfies Record<ClientLanguage, StepWords>;

const letterWords = {
  de: lettersDe,
  en: lettersEn,
  ar: lettersAr,
  fa: lettersFa,
  kmr: lettersKmr,
  ckb: lettersCkb,
} satisfies Record<ClientLanguage, typeof lettersDe>;

function wordOf(words: Readonly<Record<string, string>>, id: string): string | null {
  return Object.hasOwn(words, id) ? (words[id] ?? null) : null;
}

/** The sentence of a phrase block with its gaps as `{{papers}}`, `{{place}}`, `{{topic}}`; null for an unknown block. */
export function phraseSentence(language: ClientLanguage, phraseId: string): string | null {
  return wordOf(stepWords[language].phrases, phraseId);
}

/** A paper as a client is asked for it: "den Mietvertrag". Letters know some of them too. The id where there is no word. */
export function paperWord(language: ClientLanguage, paperId: string): string {
  return wordOf(stepWords[language].papers, paperId) ?? wordOf(letterWords[language].bring, paperId) ?? paperId;
}

/** A kind of place: "Bürgerdienste". The id where there is no word. */
export function placeWord(language: ClientLanguage, placeId: string): string {
  return wordOf(stepWords[language].places, placeId) ?? placeId;
}

/** A topic of the catalogue in the client's language, or what the office calls one that it added; empty where there is no word. */
export function topicWord(language: ClientLanguage, topicId: string, ownTopic: OwnWords | null): string {
  const word = wordOf(letterWords[language].topics, centralIdOf(topicId));
  return ownTopic === null ? (word ?? '') : ownPhrase(language, ownTopic, word);
}
