import { z } from 'zod';
import { District } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { LocalDate } from '../kernel/instants.ts';
import { Nothing, procedure } from '../procedure.ts';
import { BOOKING_RULES, On, Place, Saved, work } from './contract-parts.ts';
import { MATCH_REASONS, OFFER_RESULTS } from './earlier-slot.rules.ts';

export const FreedSlotView = z.strictObject({
  id: Id,
  revision: Revision,
  day: LocalDate,
  from: z.string(),
  minutes: z.int(),
  place: Place,
  language: z.string().nullable(),
  staffIds: z.array(Id),
  /** How many it would suit. */
  suits: z.int(),
  /** The three best, best first. */
  matches: z
    .array(
      z.strictObject({
        wishId: Id,
        appointmentId: Id,
        people: z.array(z.strictObject({ id: Id, name: z.string() })),
        number: z.int(),
        language: z.string().nullable(),
        topics: z.array(z.string()),
        day: LocalDate,
        from: z.string(),
        noticeHours: z.int(),
        deadlineOn: LocalDate.nullable(),
        reach: z.string(),
        waitedDays: z.int(),
        daysGained: z.int(),
        waitedLongerThanThis: z.int(),
        waitedLessThanThis: z.int(),
        reasons: z.array(z.enum(MATCH_REASONS)),
        offered: z.enum(OFFER_RESULTS).nullable(),
      }),
    )
    .max(3),
});
export type FreedSlotView = z.infer<typeof FreedSlotView>;

/** Freed slots, and who would come earlier. */
export const earlierSlotProcedures = {
  /** Freed slots, each with the three whom it suits best, and how many wait for an earlier one. */
  earlier: procedure({
    access: work,
    input: Nothing,
    output: z.strictObject({ slots: z.array(FreedSlotView), waiting: z.int() }),
    errors: {},
  }),
  wishEarlier: procedure({
    access: work,
    input: z.strictObject({
      ...On,
      noticeHours: z.int().min(0).max(336),
      district: District.nullable(),
      deadlineOn: LocalDate.nullable(),
    }),
    output: Saved,
    errors: { rule: ['not-booked'] },
  }),
  withdrawWish: procedure({
    access: work,
    input: z.strictObject({ requestId: RequestId, id: Id, revision: Revision }),
    output: Saved,
    errors: {},
  }),
  /** What came of an offer; `moved` moves the appointment into the slot. */
  recordOffer: procedure({
    access: work,
    input: z.strictObject({
      requestId: RequestId,
      slotId: Id,
      revision: Revision,
      wishId: Id,
      result: z.enum(OFFER_RESULTS),
    }),
    output: Saved,
    errors: { rule: ['slot-gone', ...BOOKING_RULES, 'not-booked'] },
  }),
  /** Takes back what was said of an offer last; who was moved stands where they stood. */
  takeOfferBack: procedure({
    access: work,
    input: z.strictObject({ requestId: RequestId, slotId: Id, revision: Revision, wishId: Id }),
    output: Saved,
    errors: { rule: ['slot-gone', 'nothing-to-undo', 'ticket-in-work', 'day-closed', 'overlaps', 'desks-taken'] },
  }),
  /** Nobody is offered this slot any more. */
  letGo: procedure({
    access: work,
    input: z.strictObject({ requestId: RequestId, slotId: Id, revision: Revision }),
    output: Saved,
    errors: { rule: ['slot-gone'] },
  }),
  /** A slot that was let go is offered again. */
  takeUpAgain: procedure({
    access: work,
    input: z.strictObject({ requestId: RequestId, slotId: Id, revision: Revision }),
    output: Saved,
    errors: { rule: ['slot-gone'] },
  }),
};
