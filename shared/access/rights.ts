/** The roles a person can hold, several at once. */
export const ROLES = ['counsellor', 'lead', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** All rights; docs/glossary.md says in plain words what each allows. */
export const RIGHTS = [
  'queue.work',
  'people.read',
  'people.write',
  'consultations.write',
  'appointments.work',
  'consulting-hours.write',
  'letters.write',
  'templates.write',
  'catalogues.write',
  'partners.read',
  'partners.write',
  'export.read',
  'export.run',
  'office.configure',
  'staff.manage',
  'journal.read',
  'interpreters.write',
  'screens.pair',
  'statistics.read',
] as const;
export type Right = (typeof RIGHTS)[number];

const COUNSELLOR: readonly Right[] = [
  'queue.work',
  'people.read',
  'people.write',
  'consultations.write',
  'appointments.work',
  'letters.write',
  'partners.read',
  'partners.write',
  'export.read',
  'interpreters.write',
  'statistics.read',
];

/** An administrator alone reads no person and no note: the office's settings, its staff and the nightly run only. */
const RIGHTS_OF_ROLE: Readonly<Record<Role, readonly Right[]>> = {
  counsellor: COUNSELLOR,
  lead: [
    ...COUNSELLOR,
    'consulting-hours.write',
    'templates.write',
    'catalogues.write',
    'export.run',
    'journal.read',
    'staff.manage',
    'screens.pair',
  ],
  administrator: ['export.read', 'export.run', 'office.configure', 'staff.manage', 'partners.read', 'screens.pair'],
};

/** Everything that somebody with these roles may do. */
export function rightsOf(roles: readonly Role[]): ReadonlySet<Right> {
  return new Set(roles.flatMap((role) => RIGHTS_OF_ROLE[role]));
}

/** Whether these roles may open their employer's V2 notes, so that they are given a wrapped key of its vault. */
export function readsNotes(roles: readonly Role[]): boolean {
  return rightsOf(roles).has('consultations.write');
}
