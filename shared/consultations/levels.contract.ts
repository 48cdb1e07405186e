import { z } from 'zod';
import { EmployerKind } from '../access/access.contract.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant } from '../kernel/instants.ts';
import { text } from '../kernel/text.ts';
import { Nothing, procedure } from '../procedure.ts';
import { ContactTopic, NoteLevel } from './consultations.contract.ts';
import { MOST_MINUTES } from './contact.rules.ts';

/** A finished talk that belongs to nobody in the files, as it is offered to be put to a person. */
export const UnnamedContact = z.strictObject({
  id: Id,
  revision: Revision,
  at: Instant,
  staffName: z.string(),
  employerKind: EmployerKind,
  spoken: z.string(),
  minutes: z.int().nullable(),
  topics: z.array(z.strictObject({ topic: z.string(), result: z.string().nullable() })),
});
export type UnnamedContact = z.infer<typeof UnnamedContact>;

const write = { right: 'consultations.write', from: ['desk'] } as const;

/**
 * The level is chosen per matter: a contact without a person is anonymous, one with a pseudonymous person pseudonymous,
 * one with a named person named. Somebody can have matters of every kind, and nothing ties the anonymous ones to them.
 */
export const levelsContract = {
  /**
   * Puts a contact of any day to a person, to another one, or to nobody. What ties it to the person before is cut: their
   * letters stay with them but no longer tell of this contact, and their appointment counts as kept, without its ticket.
   */
  move: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, contactId: Id, revision: Revision, personId: Id.nullable() }),
    output: z.strictObject({ revision: Revision }),
    errors: { rule: ['record-merged'] },
  }),
  /** Another matter within a talk, with its own level, minutes and note: a finished contact that nothing ties to the talk. */
  add: procedure({
    access: write,
    input: z.strictObject({
      requestId: RequestId,
      /** The talk that it came up in; its language and medium are taken over, nothing else. */
      contactId: Id,
      personId: Id.nullable(),
      topics: z.array(ContactTopic).max(12),
      minutes: z.int().min(0).max(MOST_MINUTES),
      note: z.strictObject({ level: NoteLevel, text: text(20_000) }).nullable(),
    }),
    output: z.strictObject({ id: Id, revision: Revision }),
    errors: { rule: ['not-offered', 'no-topic', 'topic-without-result', 'topic-twice', 'record-merged', 'no-vault'] },
  }),
  /** Takes a matter back that one has added today, unless more than one's own note belongs to it by now. */
  takeBack: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, id: Id }),
    output: Nothing,
    errors: { rule: ['matter-in-use'] },
  }),
  /** Finished talks of the last 90 days that belong to nobody, newest first, at most 100. */
  withoutPerson: procedure({
    access: write,
    input: Nothing,
    output: z.strictObject({ contacts: z.array(UnnamedContact) }),
    errors: {},
  }),
};
