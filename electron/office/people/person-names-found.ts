import type { PersonFields } from '../../../shared/people/people.contract.ts';
import { type PersonKey, personKeys } from '../../../shared/people/person-keys.rules.ts';
import type { Db } from '../database/handles.ts';
import { namesStillFound } from './former-names.ts';

/**
 * Everything that a person is found by: their name and details, the pseudonym in place of a name, what they are called
 * besides, the line of their document, and the names that they had and may still come with.
 */
export function allKeysOf(db: Db, id: string, person: PersonFields): PersonKey[] {
  const alone = { ownScriptName: '', bornOn: null, phone: '' };
  const others = [person.documentName, ...person.aliases].map((name) => ({
    ...alone,
    givenName: name,
    familyName: '',
  }));
  const former = namesStillFound(db, id).map((name) => ({ ...alone, ...name }));
  const named = person.level === 'pseudonymous' ? { ...person, givenName: person.pseudonym } : person;
  const keys = [named, ...others, ...former].flatMap(personKeys);
  return [...new Map(keys.map((key) => [`${key.source} ${key.key}`, key])).values()];
}
