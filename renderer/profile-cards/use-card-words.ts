import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CANNOT_READ } from '../../shared/catalogue/catalogue.ts';
import type { CardField, CardValues } from '../../shared/profile-cards/card-content.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { birthText } from '../people/birth-text.ts';
import { usePersonWords } from '../people/use-person-words.ts';

/** The fields of a card in words: the label of each, and what its value says (the empty text where there is none). */
export function useCardWords() {
  const { t } = useTranslation(['people', 'profile-cards']);
  const { language, topic } = useCatalogue();
  const { labelOf: partLabel } = usePersonWords();
  return useMemo(() => {
    const labelOf = (field: CardField): string => {
      switch (field) {
        case 'name':
          return t('checked.name');
        case 'birth':
          return partLabel('bornOn');
        case 'householdSize':
          return t('checked.householdSize');
        case 'topics':
          return t('topics', { ns: 'profile-cards' });
        default:
          return partLabel(field);
      }
    };
    const wordsOf = (values: CardValues, field: CardField): string => {
      switch (field) {
        case 'name': {
          const { givenName = '', familyName = '', familyFirst = false } = values.name ?? {};
          return (familyFirst ? [familyName, givenName] : [givenName, familyName]).filter(Boolean).join(' ');
        }
        case 'birth':
          return values.birth ? birthText(values.birth.bornOn, values.birth.birthPrecision) : '';
        case 'spoken':
        case 'understood':
        case 'read': {
          const id = values[field];
          return id === undefined ? '' : id === CANNOT_READ ? t('cannotRead') : language(id);
        }
        case 'householdSize':
          return values.householdSize === undefined ? '' : t('checked.people', { count: values.householdSize });
        case 'topics':
          return (values.topics ?? []).map(topic).join(', ');
        default:
          return values[field] ?? '';
      }
    };
    return { labelOf, wordsOf };
  }, [t, language, topic, partLabel]);
}
