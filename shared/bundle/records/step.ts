import { z } from 'zod';
import { CatalogueId, Day, OpaqueId } from '../fields.ts';

export const STEP_OWNERS = ['us', 'client', 'partner'] as const;

/** An agreed step; what was agreed does not travel. */
export const StepPut = z.strictObject({
  op: z.literal('put'),
  id: OpaqueId,
  createdOn: Day,
  owner: z.enum(STEP_OWNERS),
  dueOn: Day.nullable(),
  doneOn: Day.nullable(),
  topic: CatalogueId.nullable(),
});
export type StepPut = z.infer<typeof StepPut>;
