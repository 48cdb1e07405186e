import { z } from 'zod';
import { EmployerKind } from '../access/access.contract.ts';
import { ObstacleId, ResultId, TopicId } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/instants.ts';
import { isBlank, line, text } from '../kernel/text.ts';
import { OBSTACLE_STATES } from '../obstacles/obstacles.contract.ts';
import { PERSON_LEVELS } from '../people/person-level.contract.ts';
import { Nothing, procedure } from '../procedure.ts';
import { STEP_OWNERS, StepPhrase } from '../steps/step-phrase.contract.ts';
import { MOST_MINUTES } from './contact.rules.ts';

/** V1 both employers, V2 the author's employer, V3 the author and a named deputy. */
export const NOTE_LEVELS = ['V1', 'V2', 'V3'] as const;
export const NoteLevel = z.enum(NOTE_LEVELS);
export type NoteLevel = z.infer<typeof NoteLevel>;

export const MEDIA = ['in-person', 'phone', 'video', 'letter'] as const;
export const INTERPRETER_MODES = ['none', 'tandem', 'volunteer', 'phone', 'relative', 'minor'] as const;
/** Where the talk was; on the phone it is where we were. */
export const CONTACT_PLACES = ['office', 'home', 'outpost', 'elsewhere'] as const;

const DraftText = text(20_000);
const NoteText = DraftText.refine((value) => !isBlank(value));

/** A note that this reader may open. One that they may not is not counted, not found and not hinted at. */
export const NoteView = z.strictObject({
  id: Id,
  revision: Revision,
  contactId: Id,
  level: NoteLevel,
  text: z.string(),
  version: z.int(),
  writtenAt: Instant,
  authorId: Id,
  authorName: z.string(),
  employerKind: EmployerKind,
});
export type NoteView = z.infer<typeof NoteView>;

/** A phrase block as it was chosen then: an id that the catalogue has no more stays readable by the step's German words. */
const StepPhraseView = z.strictObject({
  id: z.string(),
  papers: z.array(z.string()),
  place: z.string().nullable(),
  partnerId: Id.nullable(),
  topic: z.string().nullable(),
});
const StepPartner = z.strictObject({ id: Id, name: z.string(), phone: z.string(), hours: z.string() });

export const StepView = z.strictObject({
  id: Id,
  revision: Revision,
  contactId: Id,
  personId: Id.nullable(),
  owner: z.enum(STEP_OWNERS),
  /** The German words, also of a phrase block. */
  what: z.string(),
  /** The block that it was said with; null: free text. */
  phrase: StepPhraseView.nullable(),
  topic: z.string().nullable(),
  dueOn: LocalDate.nullable(),
  doneAt: Instant.nullable(),
  /** The partner it is about, with how to reach it. */
  partner: StepPartner.nullable(),
  /** Who of us sees to it. */
  staffId: Id,
});
export type StepView = z.infer<typeof StepView>;

export const ContactTopic = z.strictObject({
  topic: TopicId,
  result: ResultId.nullable(),
  /** How often in this visit: three forms are one topic, three times. */
  quantity: z.int().min(1).max(20).default(1),
});
export const ContactObstacle = z.strictObject({
  obstacle: ObstacleId,
  state: z.enum(OBSTACLE_STATES),
  /** What in the city causes what hinders this person. */
  cause: ObstacleId.nullable().default(null),
});

export const ContactView = z.strictObject({
  id: Id,
  revision: Revision,
  ticketId: Id.nullable(),
  /** Null: an anonymous matter. */
  person: z.strictObject({ id: Id, name: z.string(), level: z.enum(PERSON_LEVELS) }).nullable(),
  spoken: z.string(),
  medium: z.enum(MEDIA),
  interpreterMode: z.enum(INTERPRETER_MODES),
  /** The way of interpreting was taken over from the door and nobody has looked at it. */
  interpreterPrefilled: z.boolean(),
  /** Who interpreted is sworn in at a court. */
  interpreterSworn: z.boolean(),
  place: z.enum(CONTACT_PLACES),
  /** Taken over from the ticket, and nobody has looked at it. */
  mediumPrefilled: z.boolean(),
  placePrefilled: z.boolean(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  minutes: z.int().nullable(),
  staffId: Id,
  staffName: z.string(),
  topics: z.array(z.strictObject({ topic: z.string(), result: z.string().nullable(), quantity: z.int() })),
  obstacles: z.array(
    z.strictObject({
      obstacle: z.string(),
      level: z.enum(['person', 'city']),
      state: z.enum(OBSTACLE_STATES),
      cause: z.string().nullable(),
      /** The day on which it was noticed. */
      since: LocalDate,
      /** It was noticed in an earlier talk with this person. */
      earlier: z.boolean(),
    }),
  ),
  steps: z.array(StepView),
  notes: z.array(NoteView),
});
export type ContactView = z.infer<typeof ContactView>;

/** Something that is due: a step of ours or theirs, or a partner's answer to a letter. */
export const FollowUp = z.strictObject({
  kind: z.enum(['step', 'reply']),
  id: Id,
  revision: Revision,
  dueOn: LocalDate,
  owner: z.enum(STEP_OWNERS),
  what: z.string(),
  person: z.strictObject({ id: Id, name: z.string() }).nullable(),
  partnerName: z.string().nullable(),
  partnerPhone: z.string().nullable(),
  partnerHours: z.string().nullable(),
  /** The language of the talk; null for a letter without one. */
  language: z.string().nullable(),
  /** Who of us sees to it, or wrote the letter. */
  staffId: Id,
});
export type FollowUp = z.infer<typeof FollowUp>;

const desk = ['desk'] as const;
const write = { right: 'consultations.write', from: desk } as const;

export const consultationsContract = {
  get: procedure({ access: write, input: z.strictObject({ contactId: Id }), output: ContactView, errors: {} }),
  /** Replaces what is given; what is left out stays. Allowed after finishing too, today only. */
  change: procedure({
    access: write,
    input: z.strictObject({
      requestId: RequestId,
      contactId: Id,
      revision: Revision,
      personId: Id.nullable().optional(),
      medium: z.enum(MEDIA).optional(),
      interpreterMode: z.enum(INTERPRETER_MODES).optional(),
      interpreterSworn: z.boolean().optional(),
      place: z.enum(CONTACT_PLACES).optional(),
      topics: z.array(ContactTopic).max(12).optional(),
      /** With those that the person brings along: never more than the catalogue has, the office’s own included. */
      obstacles: z.array(ContactObstacle).max(200).optional(),
    }),
    output: z.strictObject({ revision: Revision }),
    errors: {
      rule: [
        'not-offered',
        'topic-twice',
        'obstacle-twice',
        'contact-of-another-day',
        'no-topic',
        'topic-without-result',
        'cause-not-of-city',
        'record-merged',
      ],
    },
  }),
  addStep: procedure({
    access: write,
    input: z.strictObject({
      requestId: RequestId,
      contactId: Id,
      owner: z.enum(STEP_OWNERS),
      /** Free German text; null where a phrase block says it. */
      what: line(200).nullable(),
      phrase: StepPhrase.nullable().default(null),
      topic: TopicId.nullable(),
      dueOn: LocalDate.nullable(),
      partnerId: Id.nullable().default(null),
      /** Who of us sees to it; null: whoever writes it down. */
      staffId: Id.nullable().default(null),
    }),
    output: z.strictObject({ id: Id, revision: Revision }),
    errors: { rule: ['not-offered', 'step-without-words', 'phrase-gaps', 'phrase-owner'] },
  }),
  changeStep: procedure({
    access: write,
    input: z.strictObject({
      requestId: RequestId,
      id: Id,
      revision: Revision,
      owner: z.enum(STEP_OWNERS),
      /** The German words; other words than a phrase block's make it free text. */
      what: line(600),
      dueOn: LocalDate.nullable(),
      done: z.boolean(),
    }),
    output: z.strictObject({ revision: Revision }),
    errors: {},
  }),
  removeStep: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision }),
    output: Nothing,
    errors: {},
  }),
  /** The author's unfinished note on this contact, sealed for them alone; survives lock, crash and change of staff. */
  draft: procedure({
    access: write,
    input: z.strictObject({ contactId: Id }),
    output: z.strictObject({
      draft: z.strictObject({ text: z.string(), level: NoteLevel, savedAt: Instant }).nullable(),
    }),
    errors: {},
  }),
  /** Durable when it answers. An empty text removes the draft. */
  saveDraft: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, contactId: Id, text: DraftText, level: NoteLevel }),
    output: z.strictObject({ savedAt: Instant }),
    errors: {},
  }),
  /** Writes the note and removes the draft in one step. */
  writeNote: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, contactId: Id, level: NoteLevel, text: NoteText }),
    output: z.strictObject({ id: Id, revision: Revision }),
    errors: { rule: ['no-vault'] },
  }),
  /** The author writes a new version; the old ones stay. The level may be raised freely, lowered only by the author. */
  changeNote: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision, level: NoteLevel, text: NoteText }),
    output: z.strictObject({ revision: Revision }),
    errors: { rule: ['not-the-author', 'no-vault'] },
  }),
  noteVersions: procedure({
    access: write,
    input: z.strictObject({ id: Id }),
    output: z.strictObject({
      versions: z.array(z.strictObject({ version: z.int(), text: z.string(), writtenAt: Instant })),
    }),
    errors: {},
  }),
  /** Ends the talk: the ticket is finished and the contact counts. Minutes come from the clock unless corrected. */
  finish: procedure({
    access: write,
    input: z.strictObject({
      requestId: RequestId,
      ticketId: Id,
      revision: Revision,
      minutes: z.int().min(0).max(MOST_MINUTES).nullable().default(null),
    }),
    output: z.strictObject({ ticketId: Id, revision: Revision }),
    errors: { rule: ['not-possible', 'day-closed', 'no-topic', 'topic-without-result'] },
  }),
  /** Open steps and awaited answers that are due up to the day, oldest first. */
  followUps: procedure({
    access: write,
    input: z.strictObject({ until: LocalDate }),
    output: z.strictObject({ followUps: z.array(FollowUp) }),
    errors: {},
  }),
};
