import ar from '../../resources/locales/ar/letters-client.json' with { type: 'json' };
import ckb from '../../resources/locales/ckb/letters-client.json' with { type: 'json' };
import de from '../../resources/locales/de/letters-client.json' with { type: 'json' };
import en from '../../resources/locales/en/letters-client.json' with { type: 'json' };
import fa from '../../resources/locales/fa/letters-client.json' with { type: 'json' };
import kmr from '../../resources/locales/kmr/letters-client.json' with { type: 'json' };
import type { ClientLanguage } from '../catalogue/catalogue.ts';

export type ClientPhrases = typeof de;

/** What a client reads beside a letter, by language; the compiler finds a key that one language lacks. */
export const clientPhrases = { de, en, ar, fa, kmr, ckb } satisfies Record<ClientLanguage, ClientPhrases>;

/** The name of a topic of the catalogue in the client's language; null for an id that the catalogue does not have. */
export function topicPhrase(language: ClientLanguage, topic: string): string | null {
  const topics: Readonly<Record<string, string>> = clientPhrases[language].topics;
  return Object.hasOwn(topics, topic) ? (topics[topic] ?? null) : null;
}
