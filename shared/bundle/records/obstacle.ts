import { z } from 'zod';
import { CatalogueId, Day, OpaqueId } from '../fields.ts';

/** What hinders this person, or what in the city causes it. */
export const OBSTACLE_LEVELS = ['person', 'city'] as const;
export const OBSTACLE_STATES = ['open', 'solved', 'bypassed', 'given-up', 'moved'] as const;

/** Something that stood in a person's way; whose, is not told. */
export const ObstaclePut = z.strictObject({
  op: z.literal('put'),
  id: OpaqueId,
  /** The day on which it was noticed. */
  day: Day,
  obstacle: CatalogueId,
  level: z.enum(OBSTACLE_LEVELS),
  topic: CatalogueId.nullable(),
  language: CatalogueId.nullable(),
  district: CatalogueId.nullable(),
  state: z.enum(OBSTACLE_STATES),
  endedOn: Day.nullable(),
});
export type ObstaclePut = z.infer<typeof ObstaclePut>;
