import type { PersonFields } from '../people/people.contract.ts';
import { fullName } from './salutation.rules.ts';

/**
 * A person's name as a letter says it: as it stands in their document, where somebody has looked, else given and family
 * name in the person's own order. Null for a pseudonymous person: the pseudonym means nothing outside of the office.
 */
export function nameForLetter(
  person: Pick<PersonFields, 'level' | 'givenName' | 'familyName' | 'familyFirst' | 'documentName'>,
): string | null {
  if (person.level === 'pseudonymous') return null;
  if (person.documentName !== '') return person.documentName;
  const { givenName, familyName, familyFirst } = person;
  return familyFirst ? fullName(familyName, givenName) : fullName(givenName, familyName);
}
