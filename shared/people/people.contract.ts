import { z } from 'zod';
import { EmployerKind } from '../access/access.contract.ts';
import { District, LanguageId, ReadingLanguageId } from '../catalogue/catalogue.ts';
import { NoteLevel } from '../consultations/consultations.contract.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/instants.ts';
import { line, phoneNumber, text } from '../kernel/text.ts';
import { Nothing, procedure } from '../procedure.ts';
import { STEP_OWNERS } from '../steps/step-phrase.contract.ts';
import { CatchUp } from './catch-up.ts';
import { CHECKED_FIELDS } from './checked-fields.ts';
import { PERSON_LEVELS } from './person-level.contract.ts';

/** How much of a birth date is known. 1 January stands for "only the year" in many papers. */
export const BIRTH_PRECISIONS = ['day', 'month', 'year', 'estimated'] as const;
export const GENDERS = ['w', 'm', 'd', 'not-stated'] as const;
/** Roles in which somebody comes; one person can have several. */
export const PERSON_ROLES = [
  'newcomer',
  'refugee-own-flat',
  'neighbour',
  'landlord',
  'volunteer',
  'partner-staff',
] as const;

/** Why a name ended; `named`: it was a pseudonym, and the person said their name. */
export const NAME_CHANGE_REASONS = ['marriage', 'divorce', 'alignment', 'correction', 'other'] as const;

/** Only what is needed, each part optional but one of given and family name, or the pseudonym that stands for both. */
export const PersonFields = z.strictObject({
  level: z.enum(PERSON_LEVELS).default('named'),
  /** What a pseudonymous person is called here; empty for a named one. */
  pseudonym: text(40).default(''),
  givenName: text(100),
  familyName: text(100),
  /** The family name comes first, as in Vietnamese or Hungarian names. */
  familyFirst: z.boolean().default(false),
  /** Latin, one line, as the document has it. */
  documentName: text(200).default(''),
  ownScriptName: text(200),
  /** How to say the name, in syllables: A-mal Had-DAD. */
  spokenName: text(120).default(''),
  /** Other names that the person is called by or found under. */
  aliases: z.array(line(100)).max(8).default([]),
  bornOn: LocalDate.nullable(),
  birthPrecision: z.enum(BIRTH_PRECISIONS).nullable(),
  gender: z.enum(GENDERS),
  roles: z.array(z.enum(PERSON_ROLES)).max(6),
  /** Of somebody with a flat of their own: since when. */
  movedInOn: LocalDate.nullable().default(null),
  spoken: LanguageId.nullable(),
  understood: LanguageId.nullable(),
  /** `none`: cannot read. */
  read: ReadingLanguageId.nullable(),
  district: District.nullable(),
  phone: phoneNumber(60),
  email: text(120),
});
export type PersonFields = z.infer<typeof PersonFields>;

export const PersonView = PersonFields.extend({
  id: Id,
  revision: Revision,
  createdAt: Instant,
});
export type PersonView = z.infer<typeof PersonView>;

/** A name that somebody had, and why it ended. */
export const FormerName = z.strictObject({
  id: Id,
  name: z.string(),
  ownScriptName: z.string(),
  documentName: z.string(),
  reason: z.enum([...NAME_CHANGE_REASONS, 'named']),
  untilOn: LocalDate.nullable(),
  recordedAt: Instant,
  staffName: z.string(),
});
export type FormerName = z.infer<typeof FormerName>;

/** Who changed which fields and when; of what stood there before only former names are kept. */
export const PersonChange = z.strictObject({
  at: Instant,
  staffName: z.string(),
  /** Empty: the person was created. */
  fields: z.array(z.string()),
});
export type PersonChange = z.infer<typeof PersonChange>;

/**
 * Why somebody was found: by letters of the name, of the name in its own script, of another name of theirs; by the same
 * name in another spelling or script; by the day or the year of birth, the phone number, the number of a ticket of today.
 */
export const MATCH_REASONS = [
  'name',
  'own-script',
  'other-name',
  'other-spelling',
  'other-script',
  'birth-date',
  'birth-year',
  'phone',
  'ticket',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];
export const MatchedBy = z.strictObject({
  reason: z.enum(MATCH_REASONS),
  /** The word of the person's name, as it stands there; empty where it is no name. */
  found: z.string(),
});
export type MatchedBy = z.infer<typeof MatchedBy>;

export const PersonHit = z.strictObject({
  id: Id,
  name: z.string(),
  level: z.enum(PERSON_LEVELS),
  ownScriptName: z.string(),
  bornYear: z.int().nullable(),
  spoken: z.string().nullable(),
  district: z.string().nullable(),
  /** Why it is a hit: each reason once for what it was found in. */
  matchedBy: z.array(MatchedBy),
});
export type PersonHit = z.infer<typeof PersonHit>;

/** One line of a person's page, newest first. A note that the reader may not open is not there at all. */
export const TimelineEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('contact'),
    id: Id,
    at: Instant,
    staffName: z.string(),
    employerKind: EmployerKind,
    topics: z.array(z.strictObject({ topic: z.string(), result: z.string().nullable() })),
    minutes: z.int().nullable(),
    finished: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('note'),
    id: Id,
    at: Instant,
    staffName: z.string(),
    employerKind: EmployerKind,
    level: NoteLevel,
    text: z.string(),
    contactId: Id,
    version: z.int(),
  }),
  z.strictObject({
    kind: z.literal('letter'),
    id: Id,
    at: Instant,
    staffName: z.string(),
    employerKind: EmployerKind,
    subject: z.string(),
    partnerName: z.string(),
    state: z.string(),
  }),
  z.strictObject({
    kind: z.literal('step'),
    id: Id,
    at: Instant,
    owner: z.enum(STEP_OWNERS),
    what: z.string(),
    dueOn: LocalDate.nullable(),
    doneAt: Instant.nullable(),
    contactId: Id,
  }),
]);
export type TimelineEntry = z.infer<typeof TimelineEntry>;

const desk = ['desk'] as const;
export const PERSON_RULES = [
  'name-missing',
  'born-in-the-future',
  'pseudonym-missing',
  'pseudonym-with-name',
  'pseudonym-taken',
] as const;

export const peopleContract = {
  /**
   * Search before create. Every word must be found, in any spelling or script; of three words or more, one may be missing.
   * At most 20, best first.
   */
  search: procedure({
    access: { right: 'people.read', from: desk },
    input: z.strictObject({ words: z.string().max(200) }),
    output: z.strictObject({ hits: z.array(PersonHit) }),
    errors: {},
  }),
  /** Those seen last in this office, newest first, at most 20. */
  recent: procedure({
    access: { right: 'people.read', from: desk },
    input: Nothing,
    output: z.strictObject({ hits: z.array(PersonHit) }),
    errors: {},
  }),
  get: procedure({
    access: { right: 'people.read', from: desk },
    input: z.strictObject({ id: Id }),
    output: PersonView,
    errors: {},
  }),
  /** Stores a new person. `otherThan`: records that are likely the same by name and birth, and which somebody found to be another person. */
  create: procedure({
    access: { right: 'people.write', from: desk },
    input: z.strictObject({
      requestId: RequestId,
      person: PersonFields,
      otherThan: z.array(Id).max(20).default([]),
    }),
    output: z.strictObject({ id: Id, revision: Revision }),
    errors: { rule: [...PERSON_RULES, 'perhaps-known'] },
  }),
  /**
   * Replaces a person's fields. A name that ends goes into the history, with `nameChange` saying why and its last day;
   * without it as a correction. Of a person who becomes pseudonymous no former name stays.
   */
  change: procedure({
    access: { right: 'people.write', from: desk },
    input: z.strictObject({
      requestId: RequestId,
      id: Id,
      revision: Revision,
      person: PersonFields,
      nameChange: z.strictObject({ reason: z.enum(NAME_CHANGE_REASONS), untilOn: LocalDate.nullable() }).optional(),
    }),
    output: z.strictObject({ revision: Revision }),
    errors: { rule: [...PERSON_RULES, 'record-merged', 'has-merged'] },
  }),
  /** When each fact was last found right; what nobody has checked is missing. */
  checked: procedure({
    access: { right: 'people.read', from: desk },
    input: z.strictObject({ id: Id }),
    output: z.strictObject({
      fields: z.array(z.strictObject({ field: z.enum(CHECKED_FIELDS), checkedOn: LocalDate })),
    }),
    errors: {},
  }),
  /** These facts were asked about today and are right. */
  markChecked: procedure({
    access: { right: 'people.write', from: desk },
    input: z.strictObject({ requestId: RequestId, id: Id, fields: z.array(z.enum(CHECKED_FIELDS)).min(1).max(12) }),
    output: Nothing,
    errors: { rule: ['record-merged'] },
  }),
  /** A pseudonym that nobody has yet, for somebody who wants to choose none; it is kept only with a person. */
  newPseudonym: procedure({
    access: { right: 'people.write', from: desk },
    input: Nothing,
    output: z.strictObject({ pseudonym: z.string() }),
    errors: {},
  }),
  /** Former names and who changed what, newest first. */
  history: procedure({
    access: { right: 'people.read', from: desk },
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ formerNames: z.array(FormerName), changes: z.array(PersonChange) }),
    errors: {},
  }),
  /** For the first minute: our last promises, what is awaited, language, warnings. */
  catchUp: procedure({
    access: { right: 'people.read', from: desk },
    input: z.strictObject({ id: Id }),
    output: CatchUp,
    errors: {},
  }),
  timeline: procedure({
    access: { right: 'people.read', from: desk },
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ entries: z.array(TimelineEntry) }),
    errors: {},
  }),
};
