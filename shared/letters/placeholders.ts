/**
 * What a letter template can ask for, as `{{person.name}}`. Each is text that the composer takes from the person, the
 * partner, the author or what the author typed; the locale file `letter-print.json` names each for the template editor.
 */
export const PLACEHOLDERS = [
  'person.name',
  'person.birth',
  'person.phone',
  'person.email',
  'person.district',
  'person.language',
  'partner.name',
  'partner.contact',
  'partner.address',
  'partner.phone',
  'author.name',
  'author.phone',
  'author.email',
  'employer.name',
  'office.name',
  'office.address',
  'office.hours',
  'topic',
  'concern',
  'done',
  'request',
  'replyBy',
  'consentOn',
  'date',
  'reference',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const known: ReadonlySet<string> = new Set(PLACEHOLDERS);

/** Whether a template may use this word in double braces. */
export function isPlaceholder(name: string): name is Placeholder {
  return known.has(name);
}

/**
 * Values by placeholder. Absent or blank: missing, the author is told. Null: left out on purpose (the author did not
 * tick this datum), nobody is told.
 */
export type PlaceholderValues = Readonly<Partial<Record<Placeholder, string | null>>>;
