/** Whom a letter speaks to. The form is only ever what somebody stated; it is never derived from a first name. */
export type Addressee =
  | { kind: 'institution' }
  | { kind: 'person'; form: 'frau' | 'herr' | null; givenName: string; familyName: string };

// Visa and register placeholders for a name that is not there: printed, they would address nobody.
const NAME_PLACEHOLDER = /^(?:fnu|lnu|x{2,}|unbekannt|unknown|n\.?\s?n\.?|ohne|[-–—._?]+)$/i;

function nameOrNothing(name: string): string {
  const trimmed = name.trim().replace(/\s+/g, ' ');
  return NAME_PLACEHOLDER.test(trimmed) ? '' : trimmed;
}

/** Given and family name in one line; a name that stands in both is said once, placeholders like FNU are left out. */
export function fullName(givenName: string, familyName: string): string {
  const given = nameOrNothing(givenName);
  const family = nameOrNothing(familyName);
  return given.toLocaleLowerCase('de') === family.toLocaleLowerCase('de')
    ? given
    : [given, family].filter((part) => part !== '').join(' ');
}

/**
 * The addressee that a contact line names: `Frau Dr. Al-Ahmad`, `Herrn Weber`, `Kim Berger`; blank means the
 * institution. Only a form that was typed counts as stated.
 */
export function addresseeOf(contactName: string): Addressee {
  const name = contactName.trim().replace(/\s+/g, ' ');
  const stated = /^(frau|herrn?)(?:\s+(.+))?$/i.exec(name);
  const form = stated?.[1]?.toLowerCase() === 'frau' ? 'frau' : 'herr';
  if (stated?.[2] && nameOrNothing(stated[2]) !== '')
    return { kind: 'person', form, givenName: '', familyName: nameOrNothing(stated[2]) };
  if (stated || nameOrNothing(name) === '') return { kind: 'institution' };
  return { kind: 'person', form: null, givenName: nameOrNothing(name), familyName: '' };
}

/**
 * The opening line with its comma (DIN 5008:2020): `Sehr geehrte Frau Al-Ahmad,` where the form was stated and there is
 * a family name; `Guten Tag Kim Berger,` where it was not, or where there is only one name; else
 * `Sehr geehrte Damen und Herren,`.
 */
export function salutation(addressee: Addressee): string {
  if (addressee.kind === 'institution') return 'Sehr geehrte Damen und Herren,';
  const family = nameOrNothing(addressee.familyName);
  if (addressee.form !== null && family !== '') {
    return addressee.form === 'frau' ? `Sehr geehrte Frau ${family},` : `Sehr geehrter Herr ${family},`;
  }
  const name = fullName(addressee.givenName, addressee.familyName);
  return name === '' ? 'Sehr geehrte Damen und Herren,' : `Guten Tag ${name},`;
}

/** The person's line in the address block: `Frau Al-Ahmad`, `Herrn Weber` (accusative), else the bare name; null for an institution. */
export function addresseeLine(addressee: Addressee): string | null {
  if (addressee.kind === 'institution') return null;
  const name = fullName(addressee.givenName, addressee.familyName);
  if (name === '') return null;
  return addressee.form === null ? name : `${addressee.form === 'frau' ? 'Frau' : 'Herrn'} ${name}`;
}
