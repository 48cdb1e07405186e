import type { PersonFields } from './people.contract.ts';

/** The parts of a name that a screen needs. */
export type NamedPerson = Pick<
  PersonFields,
  'level' | 'pseudonym' | 'givenName' | 'familyName' | 'familyFirst' | 'ownScriptName'
>;

/**
 * A person's name as every screen shows it: the pseudonym of somebody who is known by it; else given and family name in
 * the person's own order; the own script where there is neither.
 */
export function displayName(person: NamedPerson): string {
  if (person.level === 'pseudonymous') return person.pseudonym;
  const { givenName, familyName, familyFirst } = person;
  const parts = familyFirst ? [familyName, givenName] : [givenName, familyName];
  const name = parts.filter((part) => part !== '').join(' ');
  return name === '' ? person.ownScriptName : name;
}
