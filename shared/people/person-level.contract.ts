/** A person's level. Somebody anonymous is no person of the files: their matter is a contact without one. */
export const PERSON_LEVELS = ['pseudonymous', 'named'] as const;
export type PersonLevel = (typeof PERSON_LEVELS)[number];
