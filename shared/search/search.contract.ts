import { z } from 'zod';
import { EmployerKind } from '../access/access.contract.ts';
import { TopicId } from '../catalogue/catalogue.ts';
import { NoteLevel } from '../consultations/consultations.contract.ts';
import { Id } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/instants.ts';
import { procedure } from '../procedure.ts';
import { STEP_OWNERS } from '../steps/step-phrase.contract.ts';

/** How far back the sealed notes are searchable while the index is built: the newest, about a year, or all of them. */
export const SEARCH_REACHES = ['newest', 'year', 'all'] as const;
export type SearchReach = (typeof SEARCH_REACHES)[number];

/** Words are searched for as typed up to here; more narrow nothing down. */
const Words = z.string().max(200);

/** A note that this reader may open and in which every word was found. */
export const NoteHit = z.strictObject({
  noteId: Id,
  contactId: Id,
  person: z.strictObject({ id: Id, name: z.string() }).nullable(),
  topics: z.array(z.string()),
  level: NoteLevel,
  employerKind: EmployerKind,
  authorId: Id,
  authorName: z.string(),
  writtenAt: Instant,
  /** The text around the first place that fits, in pieces; what was searched for is marked. */
  snippet: z.array(z.strictObject({ text: z.string(), marked: z.boolean() })),
});
export type NoteHit = z.infer<typeof NoteHit>;

const desk = ['desk'] as const;

export const searchContract = {
  /**
   * Full-text search over the notes that the caller may read: every word must be found, the last may be a beginning,
   * words in quotes stand together. The newest first, at most 20. What the caller may not read is not found, not counted
   * and not hinted at.
   */
  notes: procedure({
    access: { right: 'consultations.write', from: desk },
    input: z.strictObject({
      words: Words,
      topic: TopicId.nullable().default(null),
      from: LocalDate.nullable().default(null),
      to: LocalDate.nullable().default(null),
      employer: EmployerKind.nullable().default(null),
      level: NoteLevel.nullable().default(null),
    }),
    output: z.strictObject({
      hits: z.array(NoteHit).max(20),
      /** There are more that the caller may read. */
      more: z.boolean(),
      reach: z.enum(SEARCH_REACHES),
    }),
    errors: {},
  }),
  /** What the palette offers beside people, tickets and partners: letters, open steps and appointments, each only to whom may see it. */
  elsewhere: procedure({
    access: { right: 'signed-in', from: desk },
    input: z.strictObject({ words: Words }),
    output: z.strictObject({
      letters: z.array(
        z.strictObject({ id: Id, subject: z.string(), personName: z.string().nullable(), partnerName: z.string() }),
      ),
      steps: z.array(
        z.strictObject({
          id: Id,
          what: z.string(),
          owner: z.enum(STEP_OWNERS),
          person: z.strictObject({ id: Id, name: z.string() }).nullable(),
          dueOn: LocalDate.nullable(),
        }),
      ),
      appointments: z.array(
        z.strictObject({
          id: Id,
          day: LocalDate,
          from: z.string(),
          people: z.array(z.strictObject({ id: Id, name: z.string() })),
          note: z.string(),
        }),
      ),
    }),
    errors: {},
  }),
};
