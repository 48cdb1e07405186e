import { PersonFields, type PersonView } from '../../shared/people/people.contract.ts';
import { UNKNOWN_PERSON, withoutName } from '../../shared/people/person.rules.ts';
import { birthText, namesNewYear, parseBirth } from './birth-text.ts';

/** A person as the form holds them: the birth date as typed, everything else as the office takes it. */
export interface PersonFormValues extends Omit<PersonFields, 'bornOn' | 'birthPrecision'> {
  birthText: string;
  /** The 1 January that was typed is the day itself, not "only the year is known". */
  bornOnNewYear: boolean;
}

/** The form for a person; what is not known yet stays empty. */
export function formOf(person: Partial<PersonFields>): PersonFormValues {
  const { bornOn, birthPrecision, ...rest } = { ...UNKNOWN_PERSON, ...person };
  const bornOnNewYear = bornOn?.endsWith('-01-01') === true && birthPrecision === 'day';
  return { ...rest, birthText: birthText(bornOn, birthPrecision), bornOnNewYear };
}

/** The person of a form whose birth date can be read (or is empty). */
export function personOf({ birthText: typed, bornOnNewYear, ...rest }: PersonFormValues): PersonFields {
  const birth = parseBirth(typed);
  const person =
    rest.level === 'pseudonymous' ? withoutName({ ...UNKNOWN_PERSON, ...rest }) : { ...rest, pseudonym: '' };
  return {
    ...person,
    bornOn: birth?.bornOn ?? null,
    birthPrecision: birth && namesNewYear(typed) && bornOnNewYear ? 'day' : (birth?.birthPrecision ?? null),
  };
}

const ARABIC_SCRIPT = /\p{Script=Arabic}/u;

/** What somebody typed to search, as the start of a new person: own script apart, the last of several words as family name. */
export function personFromWords(words: string): Partial<PersonFields> {
  const typed = words.trim().replace(/\s+/g, ' ');
  if (typed === '' || /\d/.test(typed)) return {};
  if (ARABIC_SCRIPT.test(typed)) return { ownScriptName: typed };
  const parts = typed.split(' ');
  if (parts.length === 1) return { givenName: typed };
  return { givenName: parts.slice(0, -1).join(' '), familyName: parts.at(-1) ?? '' };
}

/** Whether two stored people read the same in every field; for showing what a colleague changed meanwhile. */
export function differingFields(mine: PersonFields, theirs: PersonFields): (keyof PersonFields)[] {
  // The keys of the schema are exactly those of the type.
  const fields = Object.keys(PersonFields.shape) as (keyof PersonFields)[];
  return fields.filter((field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]));
}

/** The fields of a stored person, without what else a view of them says. */
export function personWithoutView({
  id: _id,
  revision: _revision,
  createdAt: _createdAt,
  ...fields
}: PersonView): PersonFields {
  return fields;
}
