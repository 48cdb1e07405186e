import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
// The file itself: shared/catalogue brings the schemas along, and the sign-in is to be there without them.
import catalogue from '../../resources/catalogues/catalogue.json' with { type: 'json' };
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

/** The only way from ids of the catalogue to words on the staff's screens. */
export function useCatalogue() {
  const { t, i18n } = useTranslation('catalogue');
  return useMemo(() => {
    const language = i18n.language === 'en' ? 'en' : currentLanguage();
    return {
      topic: (id: string) => labelIn(catalogue.topics, id, language),
      obstacle: (id: string) => labelIn(catalogue.obstacles, id, language),
      result: (id: string) => labelIn(catalogue.results, id, language),
      priorityReason: (id: string) => labelIn(catalogue.priorityReasons, id, language),
      /** The language's name in the staff's language: Arabisch, Arabic. */
      language: (id: string) => (isNamed(id) ? t(`languages.${id}`) : id),
    };
  }, [t, i18n.language]);
}
