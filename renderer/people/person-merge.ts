import type { PersonFields } from '../../shared/people/people.contract.ts';
import { differingFields } from './person-form-values.ts';

/** Fields that belong together: a date of birth without its precision says something else. */
export const MERGE_PARTS = [
  ['level', 'pseudonym'],
  ['givenName'],
  ['familyName'],
  ['familyFirst'],
  ['documentName'],
  ['ownScriptName'],
  ['spokenName'],
  ['aliases'],
  ['bornOn', 'birthPrecision'],
  ['gender'],
  ['roles'],
  ['movedInOn'],
  ['spoken'],
  ['understood'],
  ['read'],
  ['district'],
  ['phone'],
  ['email'],
] as const satisfies readonly (readonly (keyof PersonFields)[])[];
export type MergePart = (typeof MERGE_PARTS)[number][0];

export type Side = 'mine' | 'theirs';

/**
 * What two people entered differently about one person, with the side that is proposed: whoever changed it against
 * `base`, which both had before them; one's own where both did.
 */
export function proposedSides(
  base: PersonFields,
  mine: PersonFields,
  theirs: PersonFields,
): Partial<Record<MergePart, Side>> {
  const differing = new Set(differingFields(mine, theirs));
  const changedByMe = new Set(differingFields(base, mine));
  const sides: Partial<Record<MergePart, Side>> = {};
  for (const fields of MERGE_PARTS) {
    if (!fields.some((field) => differing.has(field))) continue;
    sides[fields[0]] = fields.some((field) => changedByMe.has(field)) ? 'mine' : 'theirs';
  }
  return sides;
}

/** The person as decided part by part. */
export function mergedPerson(
  mine: PersonFields,
  theirs: PersonFields,
  sides: Partial<Record<MergePart, Side>>,
): PersonFields {
  const taken = MERGE_PARTS.filter((fields) => sides[fields[0]] === 'theirs').flatMap((fields) =>
    fields.map((field) => [field, theirs[field]]),
  );
  return { ...mine, ...Object.fromEntries(taken) };
}
