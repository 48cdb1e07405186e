import type { TFunction } from 'i18next';
import { PersonFields } from '../../shared/people/people.contract.ts';

/** The words for the fields that the journal names, each once: a date of birth and its precision are one to a reader. */
export function changedFieldLabels(fields: readonly string[], t: TFunction<'people'>): string[] {
  const known = PersonFields.keyof().options.filter((field) => fields.includes(field));
  const labels = known.map((field) => t(`field.${field === 'bornOn' || field === 'birthPrecision' ? 'birth' : field}`));
  return [...new Set(labels)];
}
