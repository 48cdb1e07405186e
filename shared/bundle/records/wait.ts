import { z } from 'zod';
import { CatalogueId, Day, Hour, Minutes, OpaqueId, Topics } from '../fields.ts';

export const WAIT_KINDS = ['walk-in', 'appointment', 'call-back', 'home-visit'] as const;
export const WAIT_OUTCOMES = ['served', 'gave-up', 'turned-away', 'come-again', 'missed'] as const;
export const LEAVING_CAUSES = ['no-language', 'full', 'closed', 'wrong-place', 'other'] as const;

/** One ticket of the queue, from its issue to its end. */
export const WaitPut = z.strictObject({
  op: z.literal('put'),
  id: OpaqueId,
  day: Day,
  /** The hour of arrival. */
  hour: Hour,
  kind: z.enum(WAIT_KINDS),
  language: CatalogueId,
  topics: Topics,
  /** The reason why this ticket went first; null: none. */
  priority: CatalogueId.nullable(),
  outcome: z.enum(WAIT_OUTCOMES),
  /**
   * Why somebody was turned away or gave up. Null: nobody said why, or it is none of the two, or a report of version 1,
   * which did not say.
   */
  cause: z.enum(LEAVING_CAUSES).nullable(),
  waitMinutes: Minutes,
  /** From the call to the desk; null: never called. */
  wayMinutes: Minutes.nullable(),
  /** Null: not served. */
  serviceMinutes: Minutes.nullable(),
});
export type WaitPut = z.infer<typeof WaitPut>;
