import { z } from 'zod';
import { LanguageId, TopicId } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/instants.ts';
import { line, text } from '../kernel/text.ts';
import { Nothing, procedure } from '../procedure.ts';

export const LETTER_STATES = ['printing', 'ready', 'failed', 'void'] as const;
export const REFERRAL_STATES = ['awaiting', 'accepted', 'refused', 'done', 'withdrawn'] as const;
export const HAND_OVER_WAYS = ['by-hand', 'post', 'fax', 'email', 'taken-along'] as const;

/** What the author fills in; everything else comes from person, partner, employer and template. */
export const LetterInput = z.strictObject({
  contactId: Id.nullable(),
  personId: Id.nullable(),
  partnerId: Id,
  templateId: z.string().max(40),
  topic: TopicId.nullable(),
  /** Which of the person's data this letter needs; the name always goes along when there is a person. */
  include: z.strictObject({ birth: z.boolean(), phone: z.boolean(), email: z.boolean(), district: z.boolean() }),
  concern: text(2000),
  done: text(2000),
  request: text(2000),
  replyBy: LocalDate.nullable(),
  enclosures: z.array(line(120)).max(10),
  consentOn: LocalDate.nullable(),
  /** The language of the page for the client; null: no such page. */
  companionLanguage: LanguageId.nullable(),
});
export type LetterInput = z.infer<typeof LetterInput>;

export const LetterView = z.strictObject({
  id: Id,
  revision: Revision,
  state: z.enum(LETTER_STATES),
  subject: z.string(),
  writtenAt: Instant,
  personId: Id.nullable(),
  personName: z.string().nullable(),
  partnerId: Id,
  partnerName: z.string(),
  contactId: Id.nullable(),
  authorId: Id,
  authorName: z.string(),
  employerKind: z.enum(['city', 'partner']),
  templateVersion: z.int(),
  handedOver: z.strictObject({ way: z.enum(HAND_OVER_WAYS), at: Instant }).nullable(),
  referral: z
    .strictObject({ id: Id, revision: Revision, state: z.enum(REFERRAL_STATES), replyBy: LocalDate.nullable() })
    .nullable(),
});
export type LetterView = z.infer<typeof LetterView>;

export const TemplateView = z.strictObject({
  id: z.string(),
  revision: Revision,
  version: z.int(),
  name: z.string(),
  subject: z.string(),
  /** One paragraph a line; `{{…}}` are placeholders. */
  body: z.string(),
});
export type TemplateView = z.infer<typeof TemplateView>;

const desk = ['desk'] as const;
const write = { right: 'letters.write', from: desk } as const;

export const lettersContract = {
  /** The letter as it will be printed, with the lines that a missing value blocks, and what leaves the house. */
  preview: procedure({
    access: write,
    input: LetterInput,
    output: z.strictObject({
      html: z.string(),
      /** Placeholders without a value; each takes only its own line away. */
      missing: z.array(z.string()),
      /** The personal data that this letter carries, by field name. */
      leaves: z.array(z.string()),
    }),
    errors: { rule: ['unknown-template'] },
  }),
  /** Stores the letter and its referral, then prints it to PDF; the state tells when it is ready. */
  write: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, letter: LetterInput }),
    output: z.strictObject({ id: Id, revision: Revision, state: z.enum(LETTER_STATES) }),
    errors: { rule: ['not-offered', 'unknown-template', 'record-merged'] },
  }),
  get: procedure({ access: write, input: z.strictObject({ id: Id }), output: LetterView, errors: {} }),
  list: procedure({
    access: write,
    input: z.strictObject({ personId: Id.nullable(), contactId: Id.nullable() }),
    output: z.strictObject({ letters: z.array(LetterView) }),
    errors: {},
  }),
  /** The bytes that were printed first, whatever happened to template and program since. */
  pdf: procedure({
    access: write,
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ fileName: z.string(), sha256: z.string(), base64: z.string() }),
    errors: { rule: ['not-printed'] },
  }),
  /** Tries again after a failed print. */
  printAgain: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision }),
    output: z.strictObject({ revision: Revision, state: z.enum(LETTER_STATES) }),
    errors: { rule: ['not-failed'] },
  }),
  handOver: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision, way: z.enum(HAND_OVER_WAYS) }),
    output: z.strictObject({ revision: Revision }),
    errors: { rule: ['not-printed', 'is-void'] },
  }),
  /** Marks a letter as not valid; it stays as it was printed. */
  makeVoid: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision }),
    output: z.strictObject({ revision: Revision }),
    errors: { rule: ['is-void'] },
  }),
  /** Records the partner's answer, or that it came otherwise. */
  answerReferral: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, referralId: Id, revision: Revision, state: z.enum(REFERRAL_STATES) }),
    output: z.strictObject({ revision: Revision }),
    errors: {},
  }),
  templates: procedure({
    access: write,
    input: Nothing,
    output: z.strictObject({ templates: z.array(TemplateView) }),
    errors: {},
  }),
  /** A new version; letters that were printed keep theirs. Unknown placeholders are named in the fault's reason only by kind. */
  changeTemplate: procedure({
    access: { right: 'templates.write', from: desk },
    input: z.strictObject({
      requestId: RequestId,
      id: z.string().max(40),
      revision: Revision,
      subject: line(200),
      body: text(8000),
    }),
    output: z.strictObject({ revision: Revision, version: z.int() }),
    errors: { rule: ['unknown-placeholder', 'unknown-template'] },
  }),
};
