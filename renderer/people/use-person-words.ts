import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFields } from '../../shared/people/people.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';
import { birthText } from './birth-text.ts';
import type { MergePart } from './person-merge.ts';

/** A person's facts in words: the label of each part, and what it says (the empty text where nothing is known). */
export function usePersonWords() {
  const { t } = useTranslation('people');
  const { language } = useCatalogue();
  const { date } = useFormats();
  return useMemo(() => {
    const labelOf = (part: MergePart): string => t(`field.${part === 'bornOn' ? 'birth' : part}`);
    const wordsOf = (person: PersonFields, part: MergePart): string => {
      switch (part) {
        case 'bornOn':
          return birthText(person.bornOn, person.birthPrecision);
        case 'level':
          return [t(`level.${person.level}`), person.pseudonym].filter((words) => words !== '').join(': ');
        case 'familyFirst':
          return t(person.familyFirst ? 'names.yes' : 'names.no');
        case 'aliases':
          return person.aliases.join(', ');
        case 'movedInOn':
          return person.movedInOn === null ? '' : date(person.movedInOn);
        case 'gender':
          return t(`gender.${person.gender}`);
        case 'roles':
          return person.roles.map((role) => t(`role.${role}`)).join(', ');
        case 'spoken':
        case 'understood':
        case 'read': {
          const id = person[part];
          return id === null ? '' : language(id);
        }
        default:
          return person[part] ?? '';
      }
    };
    return { labelOf, wordsOf };
  }, [t, language, date]);
}
