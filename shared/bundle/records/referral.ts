import { z } from 'zod';
import { CatalogueId, Day, OpaqueId } from '../fields.ts';

export const REFERRAL_STATES = ['awaiting', 'accepted', 'refused', 'done', 'withdrawn', 'expired'] as const;

/** A referral to a partner; to which one, and for whom, is not told. */
export const ReferralPut = z.strictObject({
  op: z.literal('put'),
  id: OpaqueId,
  day: Day,
  partnerKind: CatalogueId,
  /** Whether the partner is bound by social-data secrecy itself (SGB I §35). */
  authority: z.boolean(),
  topic: CatalogueId.nullable(),
  language: CatalogueId.nullable(),
  state: z.enum(REFERRAL_STATES),
  /** Why it was refused or withdrawn; null: none recorded. */
  reason: CatalogueId.nullable(),
});
export type ReferralPut = z.infer<typeof ReferralPut>;
