import type { PersonFields } from '../people/people.contract.ts';
import type { CardValues } from './card-content.ts';

/** What is said of a person in the fields of a card; topics are chosen for a card and belong to nobody. */
export function valuesOfPerson(person: PersonFields, householdSize: number | null): CardValues {
  const { givenName, familyName, familyFirst, bornOn, birthPrecision } = person;
  const said = {
    name: givenName === '' && familyName === '' ? null : { givenName, familyName, familyFirst },
    documentName: person.documentName || null,
    ownScriptName: person.ownScriptName || null,
    spokenName: person.spokenName || null,
    birth: bornOn === null || birthPrecision === null ? null : { bornOn, birthPrecision },
    spoken: person.spoken,
    understood: person.understood,
    read: person.read,
    phone: person.phone || null,
    district: person.district,
    householdSize,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}
