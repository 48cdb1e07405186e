import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import { CHECKED_FIELDS, type CheckedField } from '../../shared/people/checked-fields.ts';
import { displayName } from '../../shared/people/display-name.rules.ts';
import type { PersonView } from '../../shared/people/people.contract.ts';
import { orpc } from '../rpc/client.ts';
import { usePersonWords } from './use-person-words.ts';

/** A fact about a person in words, with the day on which it was last found right; null: nobody knows. */
export interface CheckedFact {
  field: CheckedField;
  label: string;
  words: string;
  checkedOn: LocalDate | null;
}

/** What is said of a person, each fact with its day; null until the office has answered. What nobody said is left out. */
export function useCheckedFacts(person: PersonView): CheckedFact[] | null {
  const { t } = useTranslation('people');
  const { labelOf, wordsOf } = usePersonWords();
  const checked = useQuery(orpc.people.checked.queryOptions({ input: { id: person.id } }));
  const household = useQuery(orpc.households.of.queryOptions({ input: { personId: person.id } }));
  if (!checked.data || !household.data) return null;
  const days = new Map(checked.data.fields.map(({ field, checkedOn }) => [field, checkedOn]));
  const size = household.data.household?.size;
  const labelWords = (field: CheckedField): { label: string; words: string } => {
    switch (field) {
      case 'name':
        return { label: t('checked.name'), words: person.level === 'named' ? displayName(person) : '' };
      case 'birth':
        return { label: labelOf('bornOn'), words: wordsOf(person, 'bornOn') };
      case 'householdSize':
        return {
          label: t('checked.householdSize'),
          words: size === undefined ? '' : t('checked.people', { count: size }),
        };
      default:
        return { label: labelOf(field), words: wordsOf(person, field) };
    }
  };
  return CHECKED_FIELDS.map((field) => ({ field, ...labelWords(field), checkedOn: days.get(field) ?? null })).filter(
    ({ words }) => words !== '',
  );
}
