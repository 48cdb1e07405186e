import { z } from 'zod';
import { EmployerKind } from '../access/access.contract.ts';
import { INTERPRETER_MODES } from '../consultations/consultations.contract.ts';
import { Id } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/instants.ts';
import { STEP_OWNERS } from '../steps/step-phrase.contract.ts';

/** How many of our open promises are shown; the rest is on the timeline. */
export const PROMISES_SHOWN = 3;
/** How much of what we wait for is shown; more nobody reads in a minute. */
export const AWAITED_SHOWN = 12;

/**
 * What somebody needs to know within a minute before they go on with this person. Made of what both employers see; notes
 * have no part in it.
 */
export const CatchUp = z.strictObject({
  /** Open steps of ours, the newest first, at most {@link PROMISES_SHOWN}. */
  promises: z.array(z.strictObject({ id: Id, what: z.string(), dueOn: LocalDate.nullable(), overdue: z.boolean() })),
  /** Beyond those. */
  morePromises: z.int(),
  /** What we wait for: open steps of the client or a partner, and answers to letters; at most {@link AWAITED_SHOWN}, those due first. */
  awaited: z.array(
    z.strictObject({
      id: Id,
      owner: z.enum(STEP_OWNERS),
      what: z.string(),
      /** The partner whose answer to a letter is awaited. */
      partnerName: z.string().nullable(),
      dueOn: LocalDate.nullable(),
      overdue: z.boolean(),
    }),
  ),
  /** Beyond those. */
  moreAwaited: z.int(),
  /** How the last talk was interpreted; null before the first. */
  lastInterpreted: z.strictObject({ mode: z.enum(INTERPRETER_MODES), at: Instant }).nullable(),
  /** The newest appointment that was missed and nothing has followed yet. */
  missedOn: LocalDate.nullable(),
  /** Releases that hold now. */
  releases: z.array(z.strictObject({ from: EmployerKind, to: EmployerKind, validUntil: LocalDate })),
});
export type CatchUp = z.infer<typeof CatchUp>;
