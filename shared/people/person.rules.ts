import type { LocalDate } from '../kernel/instants.ts';
import type { BIRTH_PRECISIONS, PersonFields } from './people.contract.ts';

type BirthPrecision = (typeof BIRTH_PRECISIONS)[number];

// What registers and visa machines write where there is no name. It is nobody's name: a person who
// has only this has none.
const PLACEHOLDER = /^(?:fnu|lnu|x{2,}|unbekannt|unknown|n\.?\s?n\.?|[-–—._?*/\s]*)$/iu;

/** Whether a name field holds a name, not only a placeholder like FNU, XXX or a dash. */
export function isName(name: string): boolean {
  // Joiners and the like have no shape of their own; alone they would be a name that nobody sees.
  return !PLACEHOLDER.test(name.replace(/\p{C}/gu, '').trim());
}

/**
 * How much of a date of birth counts as known. What was stated wins; unstated, 1 January means "only the year", since
 * registers write it when they know no more, and any other date means the day.
 */
export function birthPrecision(bornOn: LocalDate, stated: BirthPrecision | null): BirthPrecision {
  return stated ?? (bornOn.endsWith('-01-01') ? 'year' : 'day');
}

const tidy = (name: string) => name.trim().replace(/\s+/g, ' ');

/** A person's fields as they are stored: names on one line, spaces tidied, and a precision exactly where there is a date. */
export function tidyPerson(person: PersonFields): PersonFields {
  return {
    ...person,
    givenName: tidy(person.givenName),
    familyName: tidy(person.familyName),
    ownScriptName: tidy(person.ownScriptName),
    birthPrecision: person.bornOn === null ? null : birthPrecision(person.bornOn, person.birthPrecision),
    roles: [...new Set(person.roles)],
    phone: tidy(person.phone),
    email: tidy(person.email),
  };
}

/** What keeps a person from being stored on the day `today`; null when nothing does. */
export function personProblem(person: PersonFields, today: LocalDate): 'name-missing' | 'born-in-the-future' | null {
  if (!isName(person.givenName) && !isName(person.familyName)) return 'name-missing';
  if (person.bornOn !== null && person.bornOn > today) return 'born-in-the-future';
  return null;
}
