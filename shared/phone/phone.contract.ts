import { z } from 'zod';
import { LanguageId } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/instants.ts';
import { line, phoneNumber } from '../kernel/text.ts';
import { Nothing, procedure } from '../procedure.ts';
import { CALL_STATES, REACHABLE_AT, TRY_RESULTS } from './phone.rules.ts';

export const PhoneFollowUp = z.strictObject({
  id: Id,
  revision: Revision,
  contactId: Id,
  person: z.strictObject({ id: Id, name: z.string() }).nullable(),
  phone: z.string(),
  language: z.string(),
  reachable: z.array(z.enum(REACHABLE_AT)),
  reason: z.string(),
  dueOn: LocalDate,
  state: z.enum(CALL_STATES),
  tries: z.array(z.strictObject({ result: z.enum(TRY_RESULTS), at: Instant, staffId: Id })),
  /** The client's own steps of the talk that are still open: what the call asks about. */
  openSteps: z.array(z.strictObject({ id: Id, what: z.string(), dueOn: LocalDate.nullable() })),
});
export type PhoneFollowUp = z.infer<typeof PhoneFollowUp>;

const desk = ['desk'] as const;
const write = { right: 'consultations.write', from: desk } as const;
const On = { requestId: RequestId, id: Id, revision: Revision };
const Changed = z.strictObject({ id: Id, revision: Revision });

export const phoneContract = {
  /** The calls that are owed, the longest due first; none that was reached or closed. */
  list: procedure({
    access: write,
    input: Nothing,
    output: z.strictObject({ calls: z.array(PhoneFollowUp) }),
    errors: {},
  }),
  /** Promises a call after a talk. An empty number means that of the talk's person. */
  add: procedure({
    access: write,
    input: z.strictObject({
      requestId: RequestId,
      contactId: Id,
      phone: phoneNumber(60),
      language: LanguageId,
      reachable: z.array(z.enum(REACHABLE_AT)).max(4),
      reason: line(200),
      dueOn: LocalDate,
    }),
    output: Changed,
    errors: { rule: ['no-number'] },
  }),
  /** Somebody called: what came of it. */
  addTry: procedure({
    access: write,
    input: z.strictObject({ ...On, result: z.enum(TRY_RESULTS) }),
    output: Changed,
    errors: { rule: ['call-is-over'] },
  }),
  /** A letter went out instead, or there is nothing to call about any more. */
  close: procedure({
    access: write,
    input: z.strictObject({ ...On, as: z.enum(['letter', 'withdrawn']) }),
    output: Changed,
    errors: { rule: ['call-is-over'] },
  }),
  /** Takes back the closing, else the newest try. */
  undo: procedure({
    access: write,
    input: z.strictObject(On),
    output: Changed,
    errors: { rule: ['nothing-to-undo'] },
  }),
};
