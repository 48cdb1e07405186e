import ar from '../../resources/locales/ar/letters-client.json' with { type: 'json' };
import ckb from '../../resources/locales/ckb/letters-client.json' with { type: 'json' };
import de from '../../resources/locales/de/letters-client.json' with { type: 'json' };
import en from '../../resources/locales/en/letters-client.json' with { type: 'json' };
import fa from '../../resources/locales/fa/letters-client.json' with { type: 'json' };
import kmr from '../../resources/locales/kmr/letters-client.json' with { type: 'json' };
import type { ClientLanguage } from '../catalogue/catalogue.ts';
import { centralIdOf } from '../catalogue/own-ids.ts';
import { type OwnWords, ownPhrase } from '../catalogue/own-words.ts';

export type ClientPhrases = typeof de;

/** What a client reads beside a letter, by language; the compiler finds a key that one language lacks. */
export const clientPhrases = { de, en, ar, fa, kmr, ckb } satisfies Record<ClientLanguage, ClientPhrases>;

/**
 * The name of a topic of the catalogue in the client's language; null for an id that the catalogue does not have.
 *
 * @param ownTopic the office's words, where it has added the topic.
 */
export function topicPhrase(language: ClientLanguage, topic: string, ownTopic: OwnWords | null = null): string | null {
  const topics: Readonly<Record<string, string>> = clientPhrases[language].topics;
  const central = centralIdOf(topic);
  const phrase = Object.hasOwn(topics, central) ? (topics[central] ?? null) : null;
  return ownTopic === null ? phrase : ownPhrase(language, ownTopic, phrase);
}
