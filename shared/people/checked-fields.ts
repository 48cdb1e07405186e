import type { PersonFields } from './people.contract.ts';

/** What somebody asks about again from time to time: each has the day on which it was last found right. */
export const CHECKED_FIELDS = [
  'name',
  'documentName',
  'ownScriptName',
  'spokenName',
  'birth',
  'spoken',
  'understood',
  'read',
  'district',
  'phone',
  'email',
  'householdSize',
] as const;
export type CheckedField = (typeof CHECKED_FIELDS)[number];

/** Where the value of each stands in a person; the size of the household stands with the household. */
export const PARTS_OF_CHECKED = {
  name: ['givenName', 'familyName', 'familyFirst'],
  documentName: ['documentName'],
  ownScriptName: ['ownScriptName'],
  spokenName: ['spokenName'],
  birth: ['bornOn', 'birthPrecision'],
  spoken: ['spoken'],
  understood: ['understood'],
  read: ['read'],
  district: ['district'],
  phone: ['phone'],
  email: ['email'],
  householdSize: [],
} as const satisfies Record<CheckedField, readonly (keyof PersonFields)[]>;

/** Whether a person says something there. */
export function isSaid(person: PersonFields, field: CheckedField): boolean {
  return PARTS_OF_CHECKED[field].some((part) => person[part] !== null && person[part] !== '' && person[part] !== false);
}

/** What a change has said anew, and what it has taken away. `before` is null for somebody new. */
export function checkedByChange(
  before: PersonFields | null,
  after: PersonFields,
): { said: CheckedField[]; emptied: CheckedField[] } {
  const changed = CHECKED_FIELDS.filter((field) =>
    PARTS_OF_CHECKED[field].some((part) => before === null || before[part] !== after[part]),
  );
  return {
    said: changed.filter((field) => isSaid(after, field)),
    emptied: changed.filter((field) => !isSaid(after, field)),
  };
}
