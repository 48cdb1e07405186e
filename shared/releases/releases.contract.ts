import { z } from 'zod';
import { EmployerKind } from '../access/access.contract.ts';
import { CLIENT_LANGUAGES, LanguageId, TopicId } from '../catalogue/catalogue.ts';
import { NoteLevel } from '../consultations/consultations.contract.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/instants.ts';
import { line } from '../kernel/text.ts';
import { Nothing, procedure } from '../procedure.ts';
import { RELEASE_MANNERS, RELEASE_PURPOSES, RELEASE_SCOPES, RELEASE_STATES } from './release.rules.ts';

/** What a client agrees to. Without purpose, recipient (the other employer) or end there is no release. */
const ReleaseTerms = z.strictObject({
  purposes: z.array(z.enum(RELEASE_PURPOSES)).min(1).max(RELEASE_PURPOSES.length),
  scope: z.enum(RELEASE_SCOPES),
  /** With scope `topics`; else empty. */
  topics: z.array(TopicId).max(12),
  validUntil: LocalDate,
  /** The paper says it for the other direction as well; the other employer records that itself. */
  bothWays: z.boolean(),
  /** Who interpreted; empty when nobody did. */
  interpreterName: z.union([z.literal(''), line(120)]),
});

export const ReleaseView = ReleaseTerms.extend({
  id: Id,
  revision: Revision,
  /** Whose notes it opens; to the other one. */
  from: EmployerKind,
  to: EmployerKind,
  givenOn: LocalDate,
  textVersion: z.string(),
  /** The language in which the client read or heard the text. */
  language: z.string(),
  manner: z.enum(RELEASE_MANNERS),
  takenBy: z.string(),
  takenAt: Instant,
  withdrawnAt: Instant.nullable(),
  /** Null for one that was not withdrawn, or that the office ended itself after a restore. */
  withdrawnBy: z.string().nullable(),
  state: z.enum(RELEASE_STATES),
});
export type ReleaseView = z.infer<typeof ReleaseView>;

/** One reading of a note by the other employer. Only of notes that the caller may open. */
export const NoteReading = z.strictObject({
  at: Instant,
  readerName: z.string(),
  readerEmployer: EmployerKind,
  noteId: Id,
  noteAuthorName: z.string(),
  noteWrittenAt: Instant,
  level: NoteLevel,
});
export type NoteReading = z.infer<typeof NoteReading>;

/** A talk whose notes a release would open, once the caller's employer confirms whose it is and what about. */
export const HeldTalk = z.strictObject({ contactId: Id, at: Instant, topics: z.array(z.string()) });
export type HeldTalk = z.infer<typeof HeldTalk>;

const access = { right: 'consultations.write', from: ['desk'] } as const;

export const releasesContract = {
  /**
   * All releases of a person, the newest first; both employers see them. `held` are talks with notes of the caller's own
   * employer that stay closed because somebody else has put the talk to this person or to its topics.
   */
  list: procedure({
    access,
    input: z.strictObject({ personId: Id }),
    output: z.strictObject({ releases: z.array(ReleaseView), held: z.array(HeldTalk) }),
    errors: {},
  }),
  /** The caller's employer confirms that these talks are this person's as they stand. What is not held stays as it is. */
  confirm: procedure({
    access,
    input: z.strictObject({ requestId: RequestId, personId: Id, contactIds: z.array(Id).min(1).max(500) }),
    output: Nothing,
    errors: {},
  }),
  /** The form to sign, as a page for the printer: in the client's language with German beside it. */
  form: procedure({
    access,
    input: ReleaseTerms.extend({ personId: Id, language: z.enum(CLIENT_LANGUAGES) }),
    output: z.strictObject({ html: z.string(), textVersion: z.string() }),
    errors: {
      rule: ['release-in-the-future', 'release-over', 'release-too-long', 'release-without-topic'],
    },
  }),
  /** Opens the V2 notes on this person of the caller's employer to the other one. */
  give: procedure({
    access,
    input: ReleaseTerms.extend({
      requestId: RequestId,
      personId: Id,
      givenOn: LocalDate,
      language: LanguageId,
      manner: z.enum(RELEASE_MANNERS),
    }),
    output: z.strictObject({ id: Id, revision: Revision }),
    errors: {
      rule: [
        'not-offered',
        'no-vault',
        'record-merged',
        'release-in-the-future',
        'release-over',
        'release-too-long',
        'release-without-topic',
      ],
    },
  }),
  /** Closes them again at once; either employer may. A release that is over already stays as it is. */
  withdraw: procedure({
    access,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision }),
    output: Nothing,
    errors: { rule: ['release-ended'] },
  }),
  /** Who of the other employer has read which note, newest first, at most 500. */
  readings: procedure({
    access,
    input: z.strictObject({ personId: Id }),
    output: z.strictObject({ readings: z.array(NoteReading) }),
    errors: {},
  }),
  /** The same for the client to take along, in plain words. */
  readingsPage: procedure({
    access,
    input: z.strictObject({ personId: Id, language: z.enum(CLIENT_LANGUAGES) }),
    output: z.strictObject({ html: z.string() }),
    errors: {},
  }),
};
