import { z } from 'zod';
import { Id, RequestId } from '../kernel/ids.ts';
import { Instant } from '../kernel/instants.ts';
import { Nothing, procedure } from '../procedure.ts';

/** What of a person a letter can carry. */
export const CORRECTED_FIELDS = ['name', 'bornOn', 'phone', 'email', 'district'] as const;
export type CorrectedField = (typeof CORRECTED_FIELDS)[number];

/** A letter in which a value stands that was corrected since it was printed. */
export const OutdatedLetter = z.strictObject({
  id: Id,
  subject: z.string(),
  partnerName: z.string(),
  writtenAt: Instant,
  fields: z.array(z.enum(CORRECTED_FIELDS)),
});
export type OutdatedLetter = z.infer<typeof OutdatedLetter>;

const write = { right: 'letters.write', from: ['desk'] } as const;

export const correctionsContract = {
  /** A person's letters that carry an old value, the newest first; those that are void are not among them. */
  list: procedure({
    access: write,
    input: z.strictObject({ personId: Id }),
    output: z.strictObject({ letters: z.array(OutdatedLetter) }),
    errors: {},
  }),
  /** Whoever has the letter was told, or need not know: it is no longer pointed out. */
  settle: procedure({
    access: write,
    input: z.strictObject({ requestId: RequestId, letterId: Id }),
    output: Nothing,
    errors: {},
  }),
};
