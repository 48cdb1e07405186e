import arKiosk from '../../resources/locales/ar/kiosk.json' with { type: 'json' };
import arLetters from '../../resources/locales/ar/letters-client.json' with { type: 'json' };
import ckbKiosk from '../../resources/locales/ckb/kiosk.json' with { type: 'json' };
import ckbLetters from '../../resources/locales/ckb/letters-client.json' with { type: 'json' };
import deKiosk from '../../resources/locales/de/kiosk.json' with { type: 'json' };
import deLetters from '../../resources/locales/de/letters-client.json' with { type: 'json' };
import enKiosk from '../../resources/locales/en/kiosk.json' with { type: 'json' };
import enLetters from '../../resources/locales/en/letters-client.json' with { type: 'json' };
import faKiosk from '../../resources/locales/fa/kiosk.json' with { type: 'json' };
import faLetters from '../../resources/locales/fa/letters-client.json' with { type: 'json' };
import kmrKiosk from '../../resources/locales/kmr/kiosk.json' with { type: 'json' };
import kmrLetters from '../../resources/locales/kmr/letters-client.json' with { type: 'json' };
import type { ClientLanguage } from '../../shared/catalogue/catalogue.ts';

export type KioskTexts = typeof deKiosk;

/** What a kiosk says, in each language that clients read. */
export const kioskTexts = {
  de: deKiosk,
  en: enKiosk,
  ar: arKiosk,
  fa: faKiosk,
  kmr: kmrKiosk,
  ckb: ckbKiosk,
} satisfies Record<ClientLanguage, KioskTexts>;

const topics: Readonly<Record<ClientLanguage, Readonly<Record<string, string>>>> = {
  de: deLetters.topics,
  en: enLetters.topics,
  ar: arLetters.topics,
  fa: faLetters.topics,
  kmr: kmrLetters.topics,
  ckb: ckbLetters.topics,
};

/** A topic in a client's words. */
export function topicName(language: ClientLanguage, topicId: string): string {
  return topics[language][topicId] ?? topics.de[topicId] ?? '';
}
