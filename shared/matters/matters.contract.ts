import { z } from 'zod';
import { ResultId, TopicId } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Nothing, procedure } from '../procedure.ts';

/** A frequent matter: what it was about and how it ended. */
export const Matter = z.strictObject({ topic: TopicId, result: ResultId });
export type Matter = z.infer<typeof Matter>;

const desk = ['desk'] as const;

export const mattersContract = {
  /** The matters on the digits of the queue card, at most six, in the order of the digits. */
  onKeys: procedure({
    access: { right: 'consultations.write', from: desk },
    input: Nothing,
    output: z.strictObject({
      matters: z.array(z.strictObject({ ...Matter.shape, from: z.enum(['pinned', 'learned', 'usual']) })).max(6),
    }),
    errors: {},
  }),
  /** Puts matters on the first digits, in this order, or none; the others are learned from the last 90 days. */
  pin: procedure({
    access: { right: 'templates.write', from: desk },
    input: z.strictObject({ requestId: RequestId, matters: z.array(Matter).max(6) }),
    output: Nothing,
    errors: { rule: ['not-offered', 'matter-twice'] },
  }),
  /**
   * Records a whole contact by one key: the ticket's talk is started if it was not, has this topic with this result, and
   * is finished. Language, person and times are taken over. Taken back as any finish is.
   */
  record: procedure({
    access: { right: 'consultations.write', from: desk },
    input: z.strictObject({ requestId: RequestId, ticketId: Id, revision: Revision, ...Matter.shape }),
    output: z.strictObject({ ticketId: Id, contactId: Id, revision: Revision }),
    errors: { rule: ['not-offered', 'not-possible', 'day-closed'] },
  }),
};
