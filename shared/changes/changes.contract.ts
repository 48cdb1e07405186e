import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Nothing, procedure } from '../procedure.ts';

/** What changed: ids and revisions only. A screen asks again for what it shows, and is answered by its own rights. */
export const ChangeEvent = z.strictObject({ entity: z.string(), id: z.string(), revision: z.int().nullable() });
export type ChangeEvent = z.infer<typeof ChangeEvent>;

export const changesContract = {
  watch: procedure({
    access: { right: 'signed-in', from: ['desk'] },
    input: Nothing,
    output: eventIterator(ChangeEvent),
    errors: {},
  }),
};
