import type { LocalDate } from '../kernel/instants.ts';
import { isBlank } from '../kernel/text.ts';
import type { BIRTH_PRECISIONS, PersonFields } from './people.contract.ts';

type BirthPrecision = (typeof BIRTH_PRECISIONS)[number];

// What registers and visa machines write where there is no name. It is nobody's name: a person who
// has only this has none.
const PLACEHOLDER = /^(?:fnu|lnu|x{2,}|unbekannt|unknown|n\.?\s?n\.?|[-–—._?*/\s]*)$/iu;

/** Whether a name field holds a name, not only a placeholder like FNU, XXX or a dash. */
export function isName(name: string): boolean {
  // Joiners and the like have no shape of their own; alone they would be a name that nobody sees.
  return !isBlank(name) && !PLACEHOLDER.test(name.replace(/\p{C}/gu, '').trim());
}

/**
 * How much of a date of birth counts as known. What was stated wins; unstated, 1 January means "only the year", since
 * registers write it when they know no more, and any other date means the day.
 */
export function birthPrecision(bornOn: LocalDate, stated: BirthPrecision | null): BirthPrecision {
  return stated ?? (bornOn.endsWith('-01-01') ? 'year' : 'day');
}

const tidy = (name: string) => name.trim().replace(/\s+/g, ' ');

/** The name, or nothing where a register had none and wrote a placeholder. */
function nameOrNothing(name: string): string {
  return isName(name) ? tidy(name) : '';
}

// In a line of a document the placeholder stands among names: FNU HADDAD.
const PLACEHOLDER_WORD = /(?<=^|\s)(?:fnu|lnu|x{2,})(?=$|[\s,])/giu;

/** Nobody yet: every field as it is when nothing is known. */
export const UNKNOWN_PERSON: PersonFields = {
  level: 'named',
  pseudonym: '',
  givenName: '',
  familyName: '',
  familyFirst: false,
  documentName: '',
  ownScriptName: '',
  spokenName: '',
  aliases: [],
  bornOn: null,
  birthPrecision: null,
  gender: 'not-stated',
  roles: [],
  movedInOn: null,
  spoken: null,
  understood: null,
  read: null,
  district: null,
  phone: '',
  email: '',
};

/**
 * A person's fields as they are stored: names on one line, spaces tidied, placeholders of registers left out, and a
 * precision exactly where there is a date. Of a pseudonymous person the birth is kept to the year.
 */
export function tidyPerson(person: PersonFields): PersonFields {
  const bornOn = person.bornOn;
  const precision = bornOn === null ? null : birthPrecision(bornOn, person.birthPrecision);
  const aliases = person.aliases.map(nameOrNothing).filter((alias) => alias !== '');
  return {
    ...person,
    pseudonym: tidy(person.pseudonym),
    givenName: nameOrNothing(person.givenName),
    familyName: nameOrNothing(person.familyName),
    documentName: nameOrNothing(person.documentName.replace(PLACEHOLDER_WORD, '')),
    ownScriptName: tidy(person.ownScriptName),
    spokenName: tidy(person.spokenName),
    aliases: [...new Set(aliases)],
    ...(person.level === 'pseudonymous' ? yearOnly(bornOn, precision) : { bornOn, birthPrecision: precision }),
    roles: [...new Set(person.roles)],
    movedInOn: person.roles.includes('refugee-own-flat') ? person.movedInOn : null,
    phone: tidy(person.phone),
    email: tidy(person.email),
  };
}

function yearOnly(bornOn: LocalDate | null, precision: BirthPrecision | null) {
  if (bornOn === null) return { bornOn, birthPrecision: null };
  return {
    bornOn: `${bornOn.slice(0, 4)}-01-01`,
    birthPrecision: precision === 'estimated' ? ('estimated' as const) : ('year' as const),
  };
}

/** The fields that say a name; a pseudonymous person has none of them. An e-mail address mostly says it too. */
const NAME_FIELDS = ['givenName', 'familyName', 'documentName', 'ownScriptName', 'spokenName', 'email'] as const;

export type PersonProblem = 'name-missing' | 'born-in-the-future' | 'pseudonym-missing' | 'pseudonym-with-name';

/** What keeps a person from being stored on the day `today`; null when nothing does. */
export function personProblem(person: PersonFields, today: LocalDate): PersonProblem | null {
  if (person.level === 'pseudonymous') {
    if (isBlank(person.pseudonym)) return 'pseudonym-missing';
    if (NAME_FIELDS.some((field) => person[field] !== '') || person.aliases.length > 0) return 'pseudonym-with-name';
  } else {
    if (!isName(person.givenName) && !isName(person.familyName)) return 'name-missing';
    if (person.pseudonym !== '') return 'pseudonym-with-name';
  }
  if (person.bornOn !== null && person.bornOn > today) return 'born-in-the-future';
  return null;
}

/** The person with nothing left of their name: what stays of somebody who becomes known by a pseudonym. */
export function withoutName(person: PersonFields): PersonFields {
  const none = Object.fromEntries(NAME_FIELDS.map((field) => [field, '']));
  return { ...person, ...none, aliases: [], familyFirst: false, level: 'pseudonymous' };
}

/** Whether a name is no longer what it was: what goes into the history of names. */
export function isOtherName(before: PersonFields, after: PersonFields): boolean {
  const parts = ['pseudonym', 'givenName', 'familyName', 'documentName', 'ownScriptName'] as const;
  return parts.some((part) => before[part] !== after[part] && before[part] !== '');
}
