import { z } from 'zod';
import { CatalogueId, Day, Hour, Minutes, OpaqueId } from '../fields.ts';

export const CONTACT_KINDS = ['walk-in', 'appointment', 'call-back', 'home-visit', 'other'] as const;
export const CONTACT_MEDIA = ['in-person', 'phone', 'video', 'letter'] as const;

/** One talk. It counts whatever level its notes have; the notes themselves never travel. */
export const ContactPut = z.strictObject({
  op: z.literal('put'),
  id: OpaqueId,
  day: Day,
  hour: Hour,
  kind: z.enum(CONTACT_KINDS),
  medium: z.enum(CONTACT_MEDIA),
  language: CatalogueId,
  /**
   * Each topic once, with its result (null: none was recorded) and how many times it was asked for, as with five letters
   * read in one talk (null: a report of version 1, which did not say).
   */
  topics: z
    .array(
      z.strictObject({ id: CatalogueId, result: CatalogueId.nullable(), quantity: z.int().min(1).max(20).nullable() }),
    )
    .max(40),
  minutes: Minutes.nullable(),
  companions: z.int().min(0).max(99),
  /** The token of the person; null: an anonymous contact. */
  person: OpaqueId.nullable(),
});
export type ContactPut = z.infer<typeof ContactPut>;
