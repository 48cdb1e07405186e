import { useTranslation } from 'react-i18next';
import germanNames from '../../resources/locales/de/letter-print.json' with { type: 'json' };
import englishNames from '../../resources/locales/en/letter-print.json' with { type: 'json' };
import { PLACEHOLDERS, type Placeholder } from '../../shared/letters/placeholders.ts';

function nameIn(names: object, placeholder: string): string {
  let found: unknown = names;
  for (const part of placeholder.split('.'))
    found = typeof found === 'object' && found !== null ? Reflect.get(found, part) : undefined;
  return typeof found === 'string' ? found : placeholder;
}

/** What each placeholder of a template stands for, in the reader's words, in the order of the list. */
export function usePlaceholderNames(): {
  all: readonly { placeholder: Placeholder; name: string }[];
  nameOf: (placeholder: string) => string;
} {
  const { i18n } = useTranslation();
  const names = (i18n.language === 'en' ? englishNames : germanNames).placeholders;
  return {
    all: PLACEHOLDERS.map((placeholder) => ({ placeholder, name: nameIn(names, placeholder) })),
    nameOf: (placeholder) => nameIn(names, placeholder),
  };
}
