import { compareNames, SAME_NAME } from './names/name-likeness.ts';
import { type NameWord, nameWords } from './names/name-words.ts';
import { isAbjad } from './names/sounds.ts';
import type { PersonFields } from './people.contract.ts';
import { knownBirth, phoneDigits } from './person-keys.rules.ts';

/** What speaks for two records being one person. A phone is shared by families: it never decides. */
export const REASONS_FOR = [
  'same-name',
  'other-spelling',
  'other-script',
  'birth-date',
  'birth-year',
  'phone',
  'email',
] as const;
export type ReasonFor = (typeof REASONS_FOR)[number];
/** What speaks against it. */
export const REASONS_AGAINST = ['birth-date', 'birth-year', 'gender', 'name-part'] as const;
export type ReasonAgainst = (typeof REASONS_AGAINST)[number];

export interface DuplicateEvidence {
  /** Whether somebody should look at the two. */
  likely: boolean;
  /** The higher, the likelier. */
  score: number;
  reasonsFor: ReasonFor[];
  reasonsAgainst: ReasonAgainst[];
}

/** What of a person is compared. */
export type Comparable = Pick<
  PersonFields,
  'givenName' | 'familyName' | 'ownScriptName' | 'bornOn' | 'birthPrecision' | 'gender' | 'phone' | 'email'
>;

/** What is compared, with its names read: once for each person of many pairs. */
export interface ComparedPerson {
  fields: Comparable;
  names: readonly (readonly NameWord[])[];
}

/** Reads the names of somebody who is compared with others. */
export function comparedPerson(fields: Comparable): ComparedPerson {
  const names = [`${fields.givenName} ${fields.familyName}`, fields.ownScriptName].map(nameWords);
  return { fields, names: names.filter((words) => words.length > 0) };
}

/**
 * Whether two records may be one person: the whole name must be one in some spelling or script, and no year of birth may
 * speak against it. 1 January counts as its year only, so that it never makes siblings one.
 */
export function duplicateEvidence(one: ComparedPerson, other: ComparedPerson): DuplicateEvidence {
  const name = likestNames(one.names, other.names);
  const [first, second] = [one.fields, other.fields];
  const birth = birthEvidence(first, second);
  const genders = [first.gender, second.gender];
  const phone = phoneDigits(first.phone);
  const reasonsFor: ReasonFor[] = [
    ...(name.likeness >= SAME_NAME ? [name.reason] : []),
    ...birth.for,
    ...(phone !== '' && phone === phoneDigits(second.phone) ? (['phone'] as const) : []),
    ...(first.email !== '' && first.email.toLowerCase() === second.email.toLowerCase() ? (['email'] as const) : []),
  ];
  const reasonsAgainst: ReasonAgainst[] = [
    ...birth.against,
    ...(genders.includes('w') && genders.includes('m') ? (['gender'] as const) : []),
    ...(name.missing ? (['name-part'] as const) : []),
  ];
  const weight = { 'birth-date': 0.3, 'birth-year': 0.1, phone: 0.1, email: 0.15 } as Readonly<Record<string, number>>;
  const support = reasonsFor.reduce((sum, reason) => sum + (weight[reason] ?? 0), 0);
  const likely =
    name.likeness >= SAME_NAME && !reasonsAgainst.includes('birth-year') && !reasonsAgainst.includes('gender');
  return { likely, score: name.likeness + support - 0.15 * reasonsAgainst.length, reasonsFor, reasonsAgainst };
}

function likestNames(first: ComparedPerson['names'], second: ComparedPerson['names']) {
  const best = { likeness: 0, reason: 'other-spelling' as ReasonFor, missing: false };
  for (const one of first) {
    for (const other of second) {
      const { likeness } = compareNames(one, other);
      if (likeness <= best.likeness) continue;
      best.likeness = likeness;
      best.reason = reasonOf(one, other);
      best.missing = one.filter(({ weak }) => !weak).length !== other.filter(({ weak }) => !weak).length;
    }
  }
  return best;
}

function reasonOf(one: readonly NameWord[], other: readonly NameWord[]): ReasonFor {
  const texts = (words: readonly NameWord[]) =>
    words
      .map(({ text }) => text)
      .sort()
      .join(' ');
  if (texts(one) === texts(other)) return 'same-name';
  const inAbjad = (words: readonly NameWord[]) => words.some(({ written }) => isAbjad(written));
  return inAbjad(one) === inAbjad(other) ? 'other-spelling' : 'other-script';
}

function birthEvidence(first: Comparable, second: Comparable): { for: ReasonFor[]; against: ReasonAgainst[] } {
  if (first.bornOn === null || second.bornOn === null) return { for: [], against: [] };
  const [one, other] = [
    knownBirth(first.bornOn, first.birthPrecision),
    knownBirth(second.bornOn, second.birthPrecision),
  ];
  if (one === other) return { for: [one.length === 10 ? 'birth-date' : 'birth-year'], against: [] };
  if (one.startsWith(other) || other.startsWith(one)) return { for: ['birth-year'], against: [] };
  if (one.slice(0, 4) !== other.slice(0, 4)) return { for: [], against: ['birth-year'] };
  return { for: ['birth-year'], against: ['birth-date'] };
}
