import { z } from 'zod';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/instants.ts';
import { line } from '../kernel/text.ts';
import { Nothing, procedure } from '../procedure.ts';

/** After so many open notes a minute of break is proposed before the next call. */
export const BREAK_AFTER_DEBTS = 3;

/** A note that the caller still owes. */
export const NoteDebt = z.strictObject({
  contactId: Id,
  person: z.strictObject({ id: Id, name: z.string() }).nullable(),
  topics: z.array(z.string()),
  day: LocalDate,
  since: Instant,
});
export type NoteDebt = z.infer<typeof NoteDebt>;

const Headings = z.array(line(80)).min(1).max(12);
export const NoteTemplate = z.strictObject({
  id: Id,
  revision: Revision,
  name: z.string(),
  headings: z.array(z.string()),
});
export type NoteTemplate = z.infer<typeof NoteTemplate>;

const write = { right: 'consultations.write', from: ['desk'] } as const;
const edit = { right: 'templates.write', from: ['desk'] } as const;

export const noteWorkContract = {
  /** The notes that the caller owes, the oldest first, and how many others owe, by desk. */
  debts: procedure({
    access: write,
    input: Nothing,
    output: z.strictObject({
      mine: z.array(NoteDebt),
      elsewhere: z.array(z.strictObject({ desk: z.int(), count: z.int() })),
    }),
    errors: {},
  }),
  /** The caller will write the note of this contact later. */
  owe: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, contactId: Id }),
    output: Nothing,
    errors: {},
  }),
  /** No note is needed after all; a draft stays. Writing the note settles it too. */
  settle: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, contactId: Id }),
    output: Nothing,
    errors: {},
  }),
  /** The office's headings and questions for notes. */
  templates: procedure({
    access: write,
    input: Nothing,
    output: z.strictObject({ templates: z.array(NoteTemplate) }),
    errors: {},
  }),
  /** A new template (without id), or another name or other headings for one. */
  writeTemplate: procedure({
    access: edit,
    input: z.strictObject({
      requestId: RequestId,
      template: z.strictObject({ id: Id, revision: Revision }).nullable(),
      name: line(60),
      headings: Headings,
    }),
    output: z.strictObject({ id: Id, revision: Revision }),
    errors: { rule: ['heading-twice'] },
  }),
  removeTemplate: procedure({
    access: edit,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision }),
    output: Nothing,
    errors: {},
  }),
};
