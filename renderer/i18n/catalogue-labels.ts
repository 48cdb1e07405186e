import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
// The file itself: shared/catalogue brings the schemas along, and the sign-in is to be there without them.
import catalogue from '../../resources/catalogues/catalogue.json' with { type: 'json' };
import type { OwnWords } from '../../shared/catalogue/own-words.ts';
import { offeredIds } from '../../shared/catalogues/catalogues.rules.ts';
import { useOfficePart } from '../catalogues/office-part.ts';
import { currentLanguage, type StaffLanguage } from './i18n.ts';
import { german } from './resources.ts';

interface Labelled {
  id: string;
  de: string;
  en: string;
}

type LanguageName = keyof typeof german.catalogue.languages;

function isNamed(languageId: string): languageId is LanguageName {
  return Object.hasOwn(german.catalogue.languages, languageId);
}

/** The label of a catalogue entry. An id that this version of the catalogue no longer has is shown as it is: old data stays readable. */
function labelIn(entries: readonly Labelled[], id: string, language: StaffLanguage): string {
  return entries.find((entry) => entry.id === id)?.[language] ?? id;
}

/** A language's own name (العربية), for people who speak it; the id where the catalogue has none. */
export function ownNameOf(languageId: string): string {
  return catalogue.languages.find((language) => language.id === languageId)?.name ?? languageId;
}

const LISTS = { topic: catalogue.topics, obstacle: catalogue.obstacles, result: catalogue.results } as const;
type Kind = keyof typeof LISTS;

/** Where nobody gave English words, the German ones are better than none. */
function asLabelled(id: string, words: OwnWords): Labelled {
  return { id, de: words.de, en: words.en === '' ? words.de : words.en };
}

/**
 * The only way from ids of the catalogue to words on the staff's screens, and to what a chooser offers: the central part
 * with what this office added, without what it has switched off. `kept` is what stands already in what is edited.
 */
export function useCatalogue() {
  const { t, i18n } = useTranslation('catalogue');
  const office = useOfficePart();
  return useMemo(() => {
    const language = i18n.language === 'en' ? 'en' : currentLanguage();
    const own = new Map(office.additions.map(({ id, words }) => [id, asLabelled(id, words)]));
    const label = (kind: Kind, id: string) => own.get(id)?.[language] ?? labelIn(LISTS[kind], id, language);
    const entry = (kind: Kind, id: string): Labelled[] => {
      const found = own.get(id) ?? LISTS[kind].find((one) => one.id === id);
      return found ? [found] : [];
    };
    const entries = (kind: Kind, kept?: readonly string[]) =>
      offeredIds(kind, LISTS[kind], office, kept).flatMap((id) => entry(kind, id));
    const options = (kind: Kind, kept?: readonly string[]) =>
      offeredIds(kind, LISTS[kind], office, kept).map((id) => ({ value: id, label: label(kind, id) }));
    const ever = [...catalogue.topics.map(({ id }) => id), ...office.additions.map(({ id }) => id)];
    return {
      topic: (id: string) => label('topic', id),
      obstacle: (id: string) => label('obstacle', id),
      result: (id: string) => label('result', id),
      /** The topics to choose from, with their words in both languages. */
      topics: (kept?: readonly string[]) => entries('topic', kept),
      topicOptions: (kept?: readonly string[]) => options('topic', kept),
      /** For what asks after earlier talks: also topics that are not offered any more. */
      everyTopicOption: () => options('topic', ever),
      obstacles: (kept?: readonly string[]) => entries('obstacle', kept).map(({ id }) => id),
      results: (kept?: readonly string[]) => entries('result', kept).map(({ id }) => id),
      resultOptions: (kept?: readonly string[]) => options('result', kept),
      priorityReason: (id: string) => labelIn(catalogue.priorityReasons, id, language),
      /** The language's name in the staff's language: Arabisch, Arabic. */
      language: (id: string) => (isNamed(id) ? t(`languages.${id}`) : id),
    };
  }, [t, i18n.language, office]);
}
