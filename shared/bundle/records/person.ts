import { z } from 'zod';
import { CatalogueId, Day, OpaqueId } from '../fields.ts';

/** Age at the first support in the programme period (the brackets of AMIF's annex VIII). */
export const BIRTH_BRACKETS = ['<18', '18-60', '>60'] as const;
export const PERSON_GENDERS = ['w', 'm', 'd', 'not-stated'] as const;

/** A person, known by a token only: the same within one office and programme period, another elsewhere. */
export const PersonPut = z.strictObject({
  op: z.literal('put'),
  id: OpaqueId,
  /** Null: not recorded. */
  born: z.enum(BIRTH_BRACKETS).nullable(),
  gender: z.enum(PERSON_GENDERS),
  district: CatalogueId.nullable(),
  languages: z.array(CatalogueId).max(12),
  /** The group of the programme that the person belongs to, and since when; null: none or not recorded. */
  group: z.strictObject({ id: CatalogueId, since: Day }).nullable(),
  firstSupportOn: Day,
});
export type PersonPut = z.infer<typeof PersonPut>;
